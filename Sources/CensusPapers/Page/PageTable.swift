import CensusDomain
import CensusReports

/// A section's table in the shape that the page template reads.
struct PageTable {
  struct Column {
    /// Its share of the table's width, percent.
    let width: String
  }

  struct Cell {
    /// `th` or `td`.
    let element: String
    /// Fixed words of attributes; an address, which the program makes, is the only text in them.
    let attributes: String
    let text: String
  }

  struct Row {
    let cells: [Cell]
  }

  let columns: [Column]
  let headings: [Row]
  let rows: [Row]

  init(_ section: PaperSection, _ language: Language) {
    let grid = section.grid
    let whole = max(1, grid.columns.reduce(0) { $0 + $1.width })
    columns = grid.columns.map {
      Column(width: SVGText.decimal($0.width * 10_000 / whole))
    }
    var lines: [[Cell]] = grid.rows.map { _ in [] }
    for (place, cell) in grid.placed {
      let alignment = cell.alignment ?? grid.columns[place.column].alignment
      let address = PaperAddress(section: section.id, place: place)
      lines[place.row].append(
        Cell(
          element: cell.style == .heading || cell.style == .label ? "th" : "td",
          attributes: PageTable.attributes(cell, alignment, address),
          text: PaperText.of(cell, language)))
    }
    headings = lines[..<grid.headingRows].map(Row.init)
    rows = lines[grid.headingRows...].map(Row.init)
  }

  private static func attributes(
    _ cell: PaperCell, _ alignment: PaperAlignment, _ address: PaperAddress
  ) -> String {
    var attributes = " class=\"\(cell.style.rawValue) \(alignment.rawValue)\""
    if cell.style == .heading {
      attributes += cell.columnSpan > 1 ? " scope=\"colgroup\"" : " scope=\"col\""
    } else if cell.style == .label {
      attributes += cell.rowSpan > 1 ? " scope=\"rowgroup\"" : " scope=\"row\""
    }
    if cell.columnSpan > 1 { attributes += " colspan=\"\(cell.columnSpan)\"" }
    if cell.rowSpan > 1 { attributes += " rowspan=\"\(cell.rowSpan)\"" }
    if isFigure(cell) { attributes += " title=\"\(address)\"" }
    return attributes
  }

  private static func isFigure(_ cell: PaperCell) -> Bool {
    switch cell.value {
    case .count, .money, .rate, .decimal, .none: true
    case .empty, .text, .typed, .code, .day: cell.source != nil || cell.formula != nil
    }
  }
}
