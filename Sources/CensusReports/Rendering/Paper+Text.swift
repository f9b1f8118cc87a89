import CensusDomain

extension Paper {
  /// The paper as text for a terminal: each table under its name, by which its cells are traced.
  public func text(language: Language) -> String {
    var text = title[language] + (number.map { " \($0)" } ?? "") + "\n" + subtitle[language] + "\n"
    for section in sections {
      text += "\n" + section.text(language: language)
    }
    for note in notes { text += "\n" + note[language] }
    return text + "\n"
  }
}

extension PaperSection {
  fileprivate func text(language: Language) -> String {
    var rows = Array(
      repeating: Array(repeating: "", count: grid.columns.count), count: grid.rows.count)
    for (place, cell) in grid.placed {
      rows[place.row][place.column] = cell.value.text(language)
    }
    let headings = rows.first ?? []
    let columns = zip(grid.columns, headings).map { column, heading in
      TextTable.Column(
        LocalizedText(verbatim: heading),
        alignment: column.alignment == .trailing ? .trailing : .leading)
    }
    let name = LocalizedText(zh: "\(title.zh) [\(id)]", en: "\(title.en) [\(id)]")
    let table = TextTable(title: name, columns: columns, rows: Array(rows.dropFirst()))
    return table.render(language: language) + remarks.map { $0[language] + "\n" }.joined()
  }
}
