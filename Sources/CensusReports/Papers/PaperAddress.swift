/// The address of a cell as it stands in the workbook, such as `hazards!C7`.
///
/// Papers in all formats share it, so that a figure in a PDF can be named as well.
public struct PaperAddress: Sendable, Hashable, CustomStringConvertible {
  /// The section's id.
  public var section: String
  /// The place within the section's table.
  public var place: CellPlace

  /// The sheet's rows above the table: title, subtitle, office lines, the section's heading.
  public static let rowsAbove = 4

  /// Makes an address.
  public init(section: String, place: CellPlace) {
    self.section = section
    self.place = place
  }

  /// Reads `section!A1`; nil for anything else, and for rows above the table.
  public init?(_ text: String) {
    let parts = text.split(separator: "!", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty else { return nil }
    let letters = parts[1].prefix { $0.isASCII && $0.isLetter }.uppercased()
    let digits = parts[1].dropFirst(letters.count)
    guard (1...2).contains(letters.count), let row = Int(digits), digits.first != "+",
      row > PaperAddress.rowsAbove, row <= 1_048_576
    else { return nil }
    let column = letters.utf8.reduce(0) { $0 * 26 + Int($1 - 0x40) } - 1
    self.init(
      section: String(parts[0]),
      place: CellPlace(row: row - 1 - PaperAddress.rowsAbove, column: column))
  }

  /// The address within the sheet, such as `C7`.
  public var cell: String {
    "\(PaperAddress.letters(place.column))\(place.row + 1 + PaperAddress.rowsAbove)"
  }

  /// Section and cell.
  public var description: String { "\(section)!\(cell)" }

  private static func letters(_ column: Int) -> String {
    var letters = ""
    var rest = column + 1
    while rest > 0 {
      let letter = UInt8(0x41 + (rest - 1) % 26)
      letters = String(decoding: [letter], as: UTF8.self) + letters
      rest = (rest - 1) / 26
    }
    return letters
  }
}
