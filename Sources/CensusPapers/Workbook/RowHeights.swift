import CensusReports

/// How high rows must be, because spreadsheet programs do not fit them to merged cells.
struct RowHeights {
  /// The widths of the columns, half-width characters.
  private let widths: [Int]
  /// The highest row that a sheet has, points (Excel specifications and limits).
  private static let highest = 409.0

  init(widths: [Int]) { self.widths = widths }

  /// The height of one text over all columns, points.
  func height(of text: String, size: Double) -> Double {
    RowHeights.height(text, width: widths.reduce(0, +), size: size)
  }

  /// The heights of a table's rows, points.
  func heights(
    _ cells: [(place: CellPlace, cell: PaperCell)], texts: [String], rows: Int
  ) -> [Double] {
    let size = WorkbookStyles.size(.cell(.plain))
    var heights = Array(repeating: RowHeights.height("", width: 1, size: size), count: rows)
    var tall: [(rows: Range<Int>, height: Double)] = []
    for ((place, cell), text) in zip(cells, texts) {
      let width = widths[place.column..<place.column + cell.columnSpan].reduce(0, +)
      let needed = RowHeights.height(text, width: width, size: size)
      if cell.rowSpan == 1 {
        heights[place.row] = max(heights[place.row], needed)
      } else {
        tall.append((place.row..<place.row + cell.rowSpan, needed))
      }
    }
    for (rows, needed) in tall {
      let missing = max(0, needed - heights[rows].reduce(0, +))
      for row in rows { heights[row] += missing / Double(rows.count) }
    }
    return heights.map { min($0, RowHeights.highest) }
  }

  private static func height(_ text: String, width: Int, size: Double) -> Double {
    // Widths of columns count characters of 11 points; some are left free for margin and indentation.
    let room = max(2, Int(Double(width) * 11 / size) - 3)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      // Words do not fill their lines.
      let taken = DisplayWidth.of(String(line)) * (line.contains(" ") ? 110 : 100) / 100
      return max(1, (taken + room - 1) / room)
    }
    return Double(max(1, lines.reduce(0, +))) * size * 1.35 + 5
  }
}
