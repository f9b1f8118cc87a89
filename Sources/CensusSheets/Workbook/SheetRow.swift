/// A row of a sheet that holds something.
public struct SheetRow: Sendable, Hashable {
  /// Its number as the spreadsheet program shows it, from 1.
  public let number: Int
  /// Its cells from column A to the last filled one; gaps are empty cells.
  public let cells: [SheetCell]

  /// Makes a row.
  public init(number: Int, cells: [SheetCell]) {
    self.number = number
    self.cells = cells
  }
}
