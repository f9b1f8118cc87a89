import CensusDomain

/// A table in the shape that the page template reads.
///
/// Style names come only from here and never from data, since the template puts them in attributes.
struct HTMLTable {
  struct Cell {
    let text: String
    let style: String
  }

  struct Row {
    let cells: [Cell]
  }

  let title: String
  let headings: [Cell]
  let rows: [Row]
  let footer: [Row]

  /// Shapes `table`, whose texts are in `language` already.
  init(_ table: TextTable, language: Language) {
    let styles = table.columns.map { $0.alignment == .trailing ? "number" : "word" }
    func row(_ cells: [String]) -> Row {
      Row(cells: zip(cells, styles).map { Cell(text: $0, style: $1) })
    }
    title = table.title?[language] ?? ""
    headings = zip(table.columns, styles).map { Cell(text: $0.heading[language], style: $1) }
    rows = table.rows.map(row)
    footer = table.footer.map { [row($0)] } ?? []
  }
}
