/// The place of a cell within its table, counted from 0.
public struct CellPlace: Sendable, Hashable, Codable {
  /// The row, headings included.
  public var row: Int
  /// The column.
  public var column: Int

  /// Makes a place.
  public init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }
}
