import CensusDomain

/// A table whose cells may span columns and rows.
public struct PaperGrid: Sendable, Hashable, Codable {
  /// A column.
  public struct Column: Sendable, Hashable, Codable {
    /// Its width in half-width characters; a Chinese character takes two.
    public var width: Int
    /// How its cells stand, where a cell does not say otherwise.
    public var alignment: PaperAlignment

    /// Makes a column.
    public init(width: Int, alignment: PaperAlignment = .leading) {
      self.width = width
      self.alignment = alignment
    }
  }

  /// The columns.
  public var columns: [Column]
  /// How many of the first rows are headings, which each printed page repeats.
  public var headingRows: Int
  /// The rows from above; each lists its cells from the left and leaves out places that a cell further left
  /// or further up covers.
  public var rows: [[PaperCell]]

  /// Makes a grid.
  public init(columns: [Column], headingRows: Int, rows: [[PaperCell]]) {
    self.columns = columns
    self.headingRows = headingRows
    self.rows = rows
  }

  /// The cells with their places, row by row.
  ///
  /// A cell that would stand beyond the last column is left out; ``isWhole`` tells.
  public var placed: [(place: CellPlace, cell: PaperCell)] {
    var taken = Set<CellPlace>()
    var placed: [(place: CellPlace, cell: PaperCell)] = []
    for (row, cells) in rows.enumerated() {
      var column = 0
      for cell in cells {
        while taken.contains(CellPlace(row: row, column: column)) { column += 1 }
        guard column + cell.columnSpan <= columns.count else { break }
        let place = CellPlace(row: row, column: column)
        for down in 0..<cell.rowSpan {
          for right in 0..<cell.columnSpan {
            taken.insert(CellPlace(row: row + down, column: column + right))
          }
        }
        placed.append((place, cell))
        column += cell.columnSpan
      }
    }
    return placed
  }

  /// Whether the cells cover each place of the table exactly once.
  public var isWhole: Bool {
    let area = placed.reduce(0) { $0 + $1.cell.columnSpan * $1.cell.rowSpan }
    let fits = placed.allSatisfy { $0.place.row + $0.cell.rowSpan <= rows.count }
    return fits && area == columns.count * rows.count
      && placed.count == rows.reduce(0) { $0 + $1.count }
  }

  /// The cell that begins at `place`.
  public func cell(at place: CellPlace) -> PaperCell? {
    placed.first { $0.place == place }?.cell
  }
}
