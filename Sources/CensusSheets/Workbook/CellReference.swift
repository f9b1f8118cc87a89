/// The place of a cell, such as `AB12`; column and row count from 1.
struct CellReference: Hashable, CustomStringConvertible {
  let column: Int
  let row: Int

  /// The last column, XFD (Excel specifications and limits, support.microsoft.com).
  static let lastColumn = 16_384
  /// The last row.
  static let lastRow = 1_048_576

  init(column: Int, row: Int) {
    self.column = column
    self.row = row
  }

  /// Reads `A1`, with dollar signs or without; nil for anything else and beyond `XFD1048576`.
  init?(_ bytes: some Sequence<UInt8>) {
    var (column, row, hasDigits) = (0, 0, false)
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "$"): continue
      case UInt8(ascii: "A")...UInt8(ascii: "Z") where !hasDigits:
        column = column * 26 + Int(byte - UInt8(ascii: "A")) + 1
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        hasDigits = true
        row = row * 10 + Int(byte - UInt8(ascii: "0"))
      default: return nil
      }
      guard column <= CellReference.lastColumn, row <= CellReference.lastRow else { return nil }
    }
    guard column > 0, row > 0 else { return nil }
    self.init(column: column, row: row)
  }

  var description: String { columnName + String(row) }

  /// The column's letters.
  var columnName: String {
    var letters = ""
    var rest = column
    while rest > 0 {
      letters = String(UnicodeScalar(UInt8(ascii: "A") + UInt8((rest - 1) % 26))) + letters
      rest = (rest - 1) / 26
    }
    return letters
  }
}
