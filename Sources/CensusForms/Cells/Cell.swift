import CensusDomain

/// What a cell of a table holds, before a form has said what it should be.
public struct Cell: Sendable, Hashable {
  /// What the table itself says of the value.
  public enum Kind: Sendable {
    /// Text, as every cell of a CSV.
    case text
    /// A number that a spreadsheet keeps as such.
    case number
    /// A day or a time that a spreadsheet keeps as such, in ISO 8601.
    case date
    /// TRUE or FALSE of a spreadsheet.
    case boolean
    /// A formula, or a formula's error.
    case formula
  }

  /// The value's text, UTF-8.
  public var bytes: [UInt8]
  /// What the table says of it.
  public var kind: Kind

  /// Makes a cell.
  public init(_ bytes: [UInt8], kind: Kind = .text) {
    self.bytes = bytes
    self.kind = kind
  }

  /// Makes a cell of text.
  public init(_ text: String, kind: Kind = .text) { self.init(Array(text.utf8), kind: kind) }
}

/// Why a cell could not be read as what its field asks for.
public struct CellFault: Error, Sendable {
  /// The rule's name, as in a finding.
  public let rule: String
  /// What is wrong and what to write instead.
  public let message: LocalizedText

  init(_ rule: String, zh: String, en: String) {
    self.rule = rule
    message = LocalizedText(zh: zh, en: en)
  }
}
