/// One cell as it stands in a sheet; numbers and dates are text, so that nothing is rounded.
public struct SheetCell: Sendable, Hashable {
  /// What a cell holds.
  public enum Kind: Sendable, Hashable {
    /// Nothing, or text of no length.
    case empty
    /// Text.
    case text
    /// A number.
    case number
    /// A day, a day with a time, or a time.
    case date
    /// True or false.
    case boolean
    /// An error such as `#N/A`.
    case error
  }

  /// What it holds.
  public let kind: Kind
  /// The content in UTF-8.
  ///
  /// A number is as the file has it, such as `1.30205E+11`; a date is `YYYY-MM-DD`,
  /// `YYYY-MM-DDTHH:MM:SS` or `HH:MM[:SS]`, as much of it as the cell's format shows; a boolean is
  /// `true` or `false`.
  public let text: [UInt8]
  /// Whether a formula is in the cell; `text` is its result when it was last saved.
  public let isFormula: Bool

  /// Makes a cell.
  public init(_ kind: Kind, text: [UInt8], isFormula: Bool = false) {
    self.kind = kind
    self.text = text
    self.isFormula = isFormula
  }

  /// A cell with nothing in it.
  public static let empty = SheetCell(.empty, text: [])
}
