/// What a cell of a written table holds.
public enum SheetValue: Sendable, Hashable {
  /// Nothing.
  case empty
  /// Text in UTF-8; it stays text whatever it begins with.
  case text([UInt8])
  /// A number; spreadsheets keep 15 digits of it.
  case number(Double)
  /// True or false.
  case boolean(Bool)

  /// Text.
  public static func text(_ text: String) -> SheetValue { .text(Array(text.utf8)) }

  /// A cell that was read, so that it can be written again; dates become text.
  public init(_ cell: SheetCell) {
    switch cell.kind {
    case .empty: self = .empty
    case .text, .date, .error: self = .text(cell.text)
    case .boolean: self = .boolean(cell.text == Array("true".utf8))
    case .number:
      // What no number of 15 digits says, such as a long code, is kept as it was written.
      let text = String(decoding: cell.text, as: UTF8.self)
      let digits = text.prefix { $0 != "e" && $0 != "E" }.count(where: \.isWholeNumber)
      // A fraction past them is the binary number next to what was typed.
      let isKept = digits <= 15 || text.contains(".")
      self = Double(text).flatMap { isKept ? .number($0) : nil } ?? .text(cell.text)
    }
  }
}
