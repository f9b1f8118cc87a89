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
  /// The row as it stands in the file, where the plan asked for it; not part of its JSON.
  public var original: OriginalRow?

  private enum CodingKeys: String, CodingKey { case file, row, objectCode, findings }

  init(file: String, row: Int, objectCode: String, findings: [Finding]) {
    self.file = file
    self.row = row
    self.objectCode = objectCode
    self.findings = findings
  }
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
  /// The row at which a cancelled import goes on; nil where the file was read to its end.
  public var nextRow: Int?

  /// Makes an empty report.
  public init() {}

  /// Adds what was done with a further file.
  public mutating func add(_ other: ImportReport) {
    read += other.read
    saved += other.saved
    alreadyThere += other.alreadyThere
    refused += other.refused
    nextRow = nextRow ?? other.nextRow
  }
}
