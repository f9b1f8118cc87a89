import CensusReports

/// The heights of a table's rows, and which of them stay together.
struct PrintedRows {
  let headings: [Int]
  let strips: [PrintedTable.Strip]

  init(_ cells: [PrintedCell], rows: Int, headings headingRows: Int) {
    var heights = Array(repeating: PrintSize.lowestRow, count: rows)
    for cell in cells where cell.rows.count == 1 {
      heights[cell.rows.lowerBound] = max(heights[cell.rows.lowerBound], cell.height)
    }
    for cell in cells where cell.rows.count > 1 {
      let present = heights[cell.rows].reduce(0, +)
      let missing = PrintedRows.withLoss(cell.height, cell, full: PrintSize.height / 2) - present
      guard missing > 0 else { continue }
      // The last takes what does not divide.
      for row in cell.rows { heights[row] += missing / cell.rows.count }
      heights[cell.rows.upperBound - 1] += missing % cell.rows.count
    }
    headings = Array(heights[..<headingRows])
    let full = max(
      PrintSize.lowestRow, PrintSize.height - PrintSize.ruler - headings.reduce(0, +))
    let joined = PrintedRows.joined(cells, rows: rows)
    var strips: [PrintedTable.Strip] = []
    for row in headingRows..<rows {
      let isJoined = row > headingRows && joined[row]
      guard heights[row] > full else {
        strips.append(.init(row: row, height: heights[row], isJoined: isJoined))
        continue
      }
      // In pieces of about a line, so that each page is filled.
      let tallest = cells.first { $0.rows == row..<row + 1 && $0.height == heights[row] }
      var rest = tallest.map { PrintedRows.withLoss($0.height, $0, full: full) } ?? heights[row]
      while rest > 0 {
        let height = min(rest, PrintSize.lowestRow)
        strips.append(.init(row: row, height: height, isJoined: false))
        rest -= height
      }
    }
    self.strips = strips
  }

  /// A height with what each page that it is divided over loses at its end.
  private static func withLoss(_ height: Int, _ cell: PrintedCell, full: Int) -> Int {
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
