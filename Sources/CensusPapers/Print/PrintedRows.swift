import CensusReports

/// The heights of a table's rows, and which of them stay together.
struct PrintedRows {
  let headings: [Int]
  let strips: [PrintedTable.Strip]

  init(_ cells: [PrintedCell], rows: Int, headings headingRows: Int) {
    var heights = Array(repeating: PrintSize.lowestRow, count: rows)
    PrintedRows.fit(cells.prefix { $0.rows.lowerBound < headingRows }, &heights, full: .max)
    headings = Array(heights[..<headingRows])
    let full = max(
      PrintSize.lowestRow, PrintSize.height - PrintSize.ruler - headings.reduce(0, +))
    PrintedRows.fit(cells.drop { $0.rows.lowerBound < headingRows }, &heights, full: full)
    let joined = PrintedRows.joined(cells, rows: rows)
    var strips: [PrintedTable.Strip] = []
    for row in headingRows..<rows {
      let isJoined = row > headingRows && joined[row]
      guard heights[row] > full else {
        strips.append(.init(row: row, height: heights[row], isJoined: isJoined))
        continue
      }
      // In pieces of about a line, so that each page is filled.
      for start in stride(from: 0, to: heights[row], by: PrintSize.lowestRow) {
        let height = min(PrintSize.lowestRow, heights[row] - start)
        strips.append(.init(row: row, height: height, isJoined: false))
      }
    }
    self.strips = strips
  }

  /// Makes rows as high as their cells.
  ///
  /// - Parameter full: the height of a page, beyond which a row is divided.
  private static func fit(
    _ cells: ArraySlice<PrintedCell>, _ heights: inout [Int], full: Int
  ) {
    for cell in cells where cell.rows.count == 1 {
      let needed = withLoss(cell, full: full)
      heights[cell.rows.lowerBound] = max(heights[cell.rows.lowerBound], needed)
    }
    for cell in cells where cell.rows.count > 1 {
      // Its rows may be divided between pages where each of them is low.
      let missing = withLoss(cell, full: full / 2) - heights[cell.rows].reduce(0, +)
      guard missing > 0 else { continue }
      for row in cell.rows { heights[row] += missing / cell.rows.count }
      // The last takes what does not divide.
      heights[cell.rows.upperBound - 1] += missing % cell.rows.count
    }
  }

  /// The height of a cell, with what is lost at the end of each page that it is divided over.
  private static func withLoss(_ cell: PrintedCell, full: Int) -> Int {
    let height = cell.height
    guard height > full else { return height }
    return height + (height / full + 2) * (2 * PrintSize.cellEdge + (cell.lines.max() ?? 0))
  }

  /// The rows that a cell from above covers, and rows of sums, which follow what they sum.
  private static func joined(_ cells: [PrintedCell], rows: Int) -> [Bool] {
    var joined = Array(repeating: false, count: rows)
    var isSum = Array(repeating: true, count: rows)
    for cell in cells {
      for row in cell.rows.dropFirst() { joined[row] = true }
      if cell.style != .total { isSum[cell.rows.lowerBound] = false }
    }
    return zip(joined, isSum).map { $0 || $1 }
  }
}
