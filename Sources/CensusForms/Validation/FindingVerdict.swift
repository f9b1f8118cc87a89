/// Whether findings let an entry become final: no error, and a reason for each warning.
public struct FindingVerdict {
  /// What stands in the way: errors, and warnings without a reason.
  public let blocking: [Finding]
  /// The reasons that answer a warning of this entry.
  public let keptReasons: [String: String]

  /// Judges findings by the reasons given; `*` answers every warning.
  public init(_ findings: [Finding], reasons: [String: String]) {
    var kept: [String: String] = [:]
    var blocking: [Finding] = []
    for finding in findings where finding.level != .note {
      let reason = reasons[finding.rule] ?? reasons["*"]
      if finding.level == .warning, let reason, !reason.isEmpty {
        kept[finding.rule] = reason
      } else {
        blocking.append(finding)
      }
    }
    self.blocking = blocking
    keptReasons = kept
  }

  /// Whether nothing stands in the way.
  public var isAcceptable: Bool { blocking.isEmpty }
}
