import CensusReports

/// Draws a table's pieces page by page; what a cell's text had no room for goes on in the next piece.
struct TablePainter {
  private let table: PrintedTable
  private let canvas: PDFCanvas
  private let left = PrintSize.side
  /// For each cell of the body, how many of its lines are drawn.
  private var drawn: [Int: Int] = [:]
  /// Where the cells of each row begin.
  private let starts: [Int]
  private let tall: [Int]

  init(_ table: PrintedTable, _ canvas: PDFCanvas) {
    self.table = table
    self.canvas = canvas
    let rows = (table.cells.last?.rows.upperBound ?? 0)
    var starts = Array(repeating: table.cells.count, count: rows + 1)
    for (index, cell) in table.cells.enumerated().reversed() {
      starts[cell.rows.lowerBound] = index
    }
    // A row whose places are all covered from above has no cell of its own.
    for row in (0..<rows).reversed() { starts[row] = min(starts[row], starts[row + 1]) }
    self.starts = starts
    tall = table.cells.indices.filter { table.cells[$0].rows.count > 1 }
  }

  /// Whether all lines of all cells of the body are drawn.
  var isComplete: Bool {
    (first(of: table.headingRows)..<table.cells.count).allSatisfy {
      drawn[$0] ?? 0 == table.cells[$0].lines.count
    }
  }

  /// Draws the headings and some strips of the body below them.
  mutating func draw(_ strips: Range<Int>, at y: Int) {
    drawLetters(at: y)
    var top = y + PrintSize.ruler
    var bounds: [Range<Int>] = []
    for height in table.headings {
      bounds.append(top..<top + height)
      top += height
    }
    for cell in table.cells[..<first(of: table.headingRows)] {
      let box =
        bounds[cell.rows.lowerBound].lowerBound..<bounds[cell.rows.upperBound - 1].upperBound
      draw(cell, box, lines: cell.lines.indices)
    }
    drawNumbers(0, bounds)
    drawBody(strips, at: top)
  }

  private mutating func drawBody(_ strips: Range<Int>, at y: Int) {
    guard let first = strips.first.map({ table.body[$0].row }) else { return }
    var top = y
    // The bounds on this page of the rows from `first` on.
    var bounds: [Range<Int>] = []
    for strip in table.body[strips] {
      if strip.row - first < bounds.count {
        bounds[bounds.count - 1] = bounds[bounds.count - 1].lowerBound..<top + strip.height
      } else {
        bounds.append(top..<top + strip.height)
      }
      top += strip.height
    }
    let end = first + bounds.count
    let reaching = tall.filter {
      table.cells[$0].rows.lowerBound < first && table.cells[$0].rows.upperBound > first
    }
    for index in reaching + Array(self.first(of: first)..<self.first(of: end)) {
      let rows = table.cells[index].rows.clamped(to: first..<end)
      let box =
        bounds[rows.lowerBound - first].lowerBound..<bounds[rows.upperBound - 1 - first].upperBound
      drawPiece(index, box, later: height(of: table.cells[index], from: strips.upperBound))
    }
    drawNumbers(first, bounds)
  }

  /// Draws a cell in a box that may be a part of it.
  ///
  /// - Parameter later: the height that the cell has on further pages.
  private mutating func drawPiece(_ index: Int, _ box: Range<Int>, later: Int) {
    let cell = table.cells[index]
    let before = drawn[index] ?? 0
    // What was said in full is said again, as headings are.
    let from = before == cell.lines.count ? 0 : before
    let count = cell.count(from: from, within: box.count)
    let isWhole = from + count == cell.lines.count
    // A text of less than half a page finds room in one piece.
    let waits = before == 0 && later >= cell.height && cell.height <= PrintSize.height / 2
    if !isWhole, waits || from < before {
      draw(cell, box, lines: 0..<0)
    } else {
      draw(cell, box, lines: from..<from + count)
      drawn[index] = from + count
    }
  }

  /// The height of a cell's strips from one on.
  private func height(of cell: PrintedCell, from strip: Int) -> Int {
    table.body[strip...].prefix { $0.row < cell.rows.upperBound }.reduce(0) { $0 + $1.height }
  }

  /// Draws a cell's box, and lines of its text in the middle.
  private func draw(_ cell: PrintedCell, _ box: Range<Int>, lines: Range<Int>) {
    let (x, width) = (left + cell.x - PrintSize.cellSide, cell.width + 2 * PrintSize.cellSide)
    switch cell.style {
    case .heading: canvas.fill(x: x, y: box.lowerBound, width: width, height: box.count, 0xF2F2F2)
    case .total: canvas.fill(x: x, y: box.lowerBound, width: width, height: box.count, 0xF7F7F4)
    case .label, .plain, .alarm: break
    }
    canvas.frame(
      x: x, y: box.lowerBound, width: width, height: box.count, ChartColor.ink.rawValue)
    guard !lines.isEmpty else { return }
    let height = cell.lines[lines].reduce(0, +)
    canvas.write(
      cell.text, cell.font, x: left + cell.x, y: box.lowerBound + (box.count - height) / 2,
      width: cell.width, cell.alignment, lines: lines,
      cell.style == .alarm ? ChartColor.mark.rawValue : ChartColor.ink.rawValue)
  }

  /// Writes the columns' letters above the table, by which a cell is named.
  private func drawLetters(at y: Int) {
    for column in table.edges.indices.dropLast() {
      let cell = PaperAddress(section: "", place: CellPlace(row: 0, column: column)).cell
      canvas.write(
        String(cell.prefix { $0.isLetter }), .ruler, x: left + table.edges[column], y: y,
        width: table.edges[column + 1] - table.edges[column], .center, lines: 0..<1,
        ChartColor.axis.rawValue)
    }
  }

  /// Writes the rows' numbers beside the table.
  private func drawNumbers(_ first: Int, _ bounds: [Range<Int>]) {
    let width = PrintSize.units(24)
    for (offset, box) in bounds.enumerated() {
      canvas.write(
        String(first + offset + 1 + PaperAddress.rowsAbove), .ruler,
        x: left - width - PrintSize.units(3),
        y: box.lowerBound + box.count / 2 - PrintSize.units(4),
        width: width, .trailing, lines: 0..<1, ChartColor.axis.rawValue)
    }
  }

  private func first(of row: Int) -> Int {
    row < starts.count ? starts[row] : table.cells.count
  }
}
