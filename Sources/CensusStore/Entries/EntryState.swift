import CensusDomain

/// Where an entry stands on its device.
public enum EntryState: String, Sendable, Codable, CaseIterable {
  /// Being filled; no final revision yet.
  case draft
  /// Final, waits to be sent.
  case ready
  /// The central has it, by its own receipt; waits for review.
  case sent
  /// A reviewer returned it; to be mended.
  case returned
  /// The central refused it with reasons; to be mended.
  case rejected
  /// Another revision of the same parent was there first; to be settled.
  case conflict
  /// The county has passed it.
  case accepted

  /// What people see.
  public var name: LocalizedText {
    switch self {
    case .draft: LocalizedText(zh: "草稿", en: "draft")
    case .ready: LocalizedText(zh: "待发送", en: "ready")
    case .sent: LocalizedText(zh: "已送达", en: "sent")
    case .returned: LocalizedText(zh: "已退回", en: "returned")
    case .rejected: LocalizedText(zh: "被拒收", en: "rejected")
    case .conflict: LocalizedText(zh: "有冲突", en: "conflict")
    case .accepted: LocalizedText(zh: "已通过", en: "accepted")
    }
  }

  /// Whether the surveyor has to do something about it.
  public var needsMending: Bool {
    switch self {
    case .returned, .rejected, .conflict: true
    case .draft, .ready, .sent, .accepted: false
    }
  }
}
