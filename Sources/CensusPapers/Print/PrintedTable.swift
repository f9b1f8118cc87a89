import CensusDomain
import CensusReports

/// A section's table laid out for print: widths over the whole page, rows as high as their texts.
struct PrintedTable {
  /// A row, or a piece of one that is higher than a page.
  struct Strip {
    let row: Int
    let height: Int
    let isJoined: Bool
  }

  let headingRows: Int
  /// Row by row.
  let cells: [PrintedCell]
  /// The left edges of the columns, and the right edge of the last.
  let edges: [Int]
  /// The heights of the rows of headings.
  let headings: [Int]
  let body: [Strip]

  /// - Throws: ``CensusError`` with code `configuration` where no font has a text's characters.
  init(_ grid: PaperGrid, _ language: Language, _ text: PrintText) throws(CensusError) {
    let size = PrintedTable.fontSize(grid)
    let edges = PrintedTable.edges(grid)
    headingRows = grid.headingRows
    self.edges = edges
    var cells: [PrintedCell] = []
    for (place, cell) in grid.placed {
      let shown = PaperText.of(cell, language)
      let font = PrintFont.cell(cell.style, size: size)
      let width =
        edges[place.column + cell.columnSpan] - edges[place.column] - 2 * PrintSize.cellSide
      cells.append(
        PrintedCell(
          rows: place.row..<place.row + cell.rowSpan, x: edges[place.column] + PrintSize.cellSide,
          width: width, text: shown, style: cell.style,
          alignment: cell.alignment ?? grid.columns[place.column].alignment, font: font,
          lines: shown.isEmpty ? [] : try text.lines(of: shown, font, width: width)))
    }
    self.cells = cells
    let heights = PrintedRows(cells, rows: grid.rows.count, headings: grid.headingRows)
    headings = heights.headings
    body = heights.strips
  }

  /// The height of the rows of headings with the letters above them.
  var headingHeight: Int { PrintSize.ruler + headings.reduce(0, +) }

  /// How the body divides into pages.
  var pages: TablePages {
    TablePages(body.map { TablePages.Strip(height: $0.height, isJoined: $0.isJoined) })
  }

  /// The size of letters at which the columns have their widths, tenths of a point: 9.5 where there is room,
  /// and no smaller than can be read.
  private static func fontSize(_ grid: PaperGrid) -> Int {
    let characters = max(1, grid.columns.reduce(0) { $0 + $1.width })
    let room = PrintSize.width - grid.columns.count * 2 * PrintSize.cellSide
    // A half-width character is half as wide as letters are high.
    return min(95, max(65, room * 20 / 1024 / characters))
  }

  private static func edges(_ grid: PaperGrid) -> [Int] {
    let whole = max(1, grid.columns.reduce(0) { $0 + $1.width })
    var (edges, sum) = ([0], 0)
    for column in grid.columns {
      sum += column.width
      edges.append(PrintSize.width * sum / whole)
    }
    return edges
  }
}
