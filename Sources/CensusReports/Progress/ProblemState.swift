import CensusDomain

/// Where a problem stands.
public enum ProblemState: Sendable, Hashable {
  /// The states by which problems are counted.
  public enum Name: String, Sendable, Codable, CaseIterable {
    case closed, overdue, open
  }

  /// Mended, in time or late.
  case closed(late: Bool)
  /// Not mended, and the day it was due has passed so many days ago.
  case overdue(days: Int)
  /// Not mended, and not due yet or without a due day.
  case open

  /// The state without its particulars.
  public var name: Name {
    switch self {
    case .closed: .closed
    case .overdue: .overdue
    case .open: .open
    }
  }

  /// The state in words.
  public var words: LocalizedText {
    switch self {
    case .closed(late: false): LocalizedText(zh: "已整改", en: "Mended")
    case .closed(late: true): LocalizedText(zh: "逾期后整改", en: "Mended late")
    case .overdue(let days): LocalizedText(zh: "逾期 \(days) 天", en: "\(days) days overdue")
    case .open: LocalizedText(zh: "待整改", en: "Open")
    }
  }
}
