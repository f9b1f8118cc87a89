import CensusReports

/// Where the values of a chart stand, as formulas name them.
struct ChartRanges {
  /// The sheet's name in quotes.
  let sheet: String
  /// The first row of values, counted from 0; its headings stand above it.
  let first: Int
  let last: Int

  /// The values of a column; column 0 holds the labels.
  func values(_ column: Int) -> String {
    let name = ChartRanges.letters(column)
    return "=\(sheet)!$\(name)$\(first + 1):$\(name)$\(last + 1)"
  }

  /// The heading of a column.
  func heading(_ column: Int) -> String { "=\(sheet)!$\(ChartRanges.letters(column))$\(first)" }

  private static func letters(_ column: Int) -> String {
    let cell = PaperAddress(section: "", place: CellPlace(row: 0, column: column)).cell
    return String(cell.prefix { $0.isLetter })
  }
}
