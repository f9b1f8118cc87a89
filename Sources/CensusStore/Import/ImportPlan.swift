import CensusDomain
import CensusForms

/// How a file is to be read.
public struct ImportPlan: Sendable {
  /// The form of rows that name none.
  public var form: Form?
  /// Which columns give which fields; nil where columns are named like the form's fields.
  public var mapping: ColumnMapping?
  /// The sheet of a workbook; nil for its first.
  public var sheet: String?
  /// The first row that is imported, by its number in the file; those before it were imported already.
  public var firstRow = 1
  /// Why warnings are accepted, by rule; `*` stands for every rule.
  public var reasons: [String: String] = [:]
  /// Whether refused rows are handed over as they stand in the file.
  public var keepsOriginals = false

  /// Makes a plan.
  public init(form: Form? = nil, mapping: ColumnMapping? = nil, reasons: [String: String] = [:]) {
    self.form = form
    self.mapping = mapping
    self.reasons = reasons
  }
}

/// A refused row as it stands in the file, so that it can be written back.
public enum OriginalRow: Sendable {
  /// A table's cells.
  case cells([Cell])
  /// An entry's form and its content as JSON.
  case json(form: String, content: [UInt8])
}
