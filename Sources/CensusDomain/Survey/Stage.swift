/// How far an inventory object's required forms have come; the funnel of every completion report.
///
/// The stages are ordered, so that a later one implies all earlier ones and the funnel never grows.
public enum Stage: Int, Sendable, CaseIterable, Comparable, Codable {
  /// Nothing is known of it.
  case none = 0
  /// A record exists at the central in whatever state, returned and quarantined ones included.
  case recorded = 1
  /// A valid entry stands at the central: not returned, not in an open conflict.
  case received = 2
  /// The county has passed the standing revision.
  case countyPassed = 3
  /// The city has passed the standing revision.
  case cityPassed = 4

  /// Orders stages by progress.
  public static func < (left: Stage, right: Stage) -> Bool { left.rawValue < right.rawValue }

  /// The stage's stable name, as written in JSON.
  public var code: String {
    switch self {
    case .none: "none"
    case .recorded: "recorded"
    case .received: "received"
    case .countyPassed: "countyPassed"
    case .cityPassed: "cityPassed"
    }
  }
}
