import CensusDomain

extension QualityReport {
  /// All tables and notes as one text.
  public func text(language: Language) -> String {
    let tables = sections.map { section in
      let rows = section.grid.rows.dropFirst(section.grid.headingRows).map { cells in
        // A cell that covers several columns stands in the first of them.
        cells.flatMap { cell in
          [cell.value.text(language)] + Array(repeating: "", count: cell.columnSpan - 1)
        }
      }
      let headings = section.grid.rows.first ?? []
      let table = TextTable(
        title: section.title,
        columns: zip(headings, section.grid.columns).map { heading, column in
          let words: LocalizedText =
            if case .text(let words) = heading.value { words } else { LocalizedText(verbatim: "") }
          return .init(words, alignment: column.alignment == .trailing ? .trailing : .leading)
        }, rows: rows)
      return table.render(language: language)
        + section.remarks.map { $0[language] + "\n" }.joined()
    }
    return (tables + [notes.map { $0[language] + "\n" }.joined()]).joined(separator: "\n")
  }

  /// One long table, each row naming the table that it belongs to and the draw.
  ///
  /// Codes and column names do not depend on the language; names do.
  public func csv(language: Language, byteOrderMark: Bool = false) -> String {
    let rows =
      [csvRow("total", total, Wording.total[language], language)]
      + townships.map {
        csvRow("township", $0, input.townNames[$0.town ?? ""] ?? "", language)
      }
      + forms.map { csvRow("form", $0, title(of: $0.form ?? "")[language], language) }
      + strata.map { csvRow("stratum", $0, title(of: $0.form ?? "")[language], language) }
    return CSVWriter(byteOrderMark: byteOrderMark).write(
      header: [
        "table", "form", "townCode", "name", "total", "sampled", "checked", "indicators", "wrong",
        "pooledPercent", "meanPercent", "positions", "wrongPositions", "geometries",
        "wrongGeometries", "verdict", "method", "limit", "draw", "level", "day", "seed",
        "inventoryVersion", "frameHash",
      ], rows: rows)
  }

  private func csvRow(
    _ table: String, _ row: Row, _ name: String, _ language: Language
  ) -> [String] {
    let tally = row.tally
    let counts = [tally.total, tally.sampled, tally.checked, tally.indicators, tally.wrong]
    let rates = QualityMethod.allCases.map { method in
      tally.rate(method, limit: input.limit)?.percent(distinctFrom: input.limit) ?? ""
    }
    let sites = [
      tally.positions, tally.wrongPositions, tally.geometries, tally.wrongGeometries,
    ]
    return [table, row.form ?? "", row.town ?? "", name] + counts.map(String.init) + rates
      + sites.map(String.init) + [
        table == "stratum" ? "" : row.verdict.rawValue, input.method.rawValue,
        input.limit.shortPercent, String(input.draw), input.level.rawValue, input.day.description,
        input.seed, String(input.inventoryVersion), input.frameHash.description,
      ]
  }
}
