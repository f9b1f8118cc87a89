import CensusDomain
import CensusForms

/// A row that an import refused.
public struct RefusedRow: Sendable, Codable {
  /// The file.
  public var file: String
  /// The row's number; a CSV's header is row 1.
  public var row: Int
  /// The survey object, if the row names one.
  public var objectCode: String
  /// Why.
  public var findings: [Finding]
}

/// What an import did.
public struct ImportReport: Sendable, Codable {
  /// Rows that were read.
  public var read = 0
  /// Rows that were saved as final entries.
  public var saved = 0
  /// Rows that the store held already with the same content.
  public var alreadyThere = 0
  /// Rows that were refused.
  public var refused = 0

  /// Makes an empty report.
  public init() {}
}
