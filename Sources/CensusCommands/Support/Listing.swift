import CensusDomain
import CensusReports

/// Items in a table, CSV or JSON; the one place where a list's format is decided.
struct Listing<Item: Encodable> {
  /// A column: its key in CSV, its heading for people, and the cell of an item.
  struct Column {
    let key: String
    let heading: LocalizedText
    var alignment: TextTable.Alignment = .leading
    let cell: (Item) -> String

    init(
      _ key: String, _ heading: LocalizedText, alignment: TextTable.Alignment = .leading,
      _ cell: @escaping (Item) -> String
    ) {
      self.key = key
      self.heading = heading
      self.alignment = alignment
      self.cell = cell
    }
  }

  let columns: [Column]

  /// Prints `items` in the given format.
  func print(_ items: [Item], format: OutputFormat, language: Language) throws {
    let rows = items.map { item in columns.map { $0.cell(item) } }
    switch format {
    case .json: Console.data(try JSONOutput.encode(items))
    case .csv: Console.data(CSVWriter().write(header: columns.map(\.key), rows: rows))
    case .table:
      let table = TextTable(
        columns: columns.map { TextTable.Column($0.heading, alignment: $0.alignment) }, rows: rows)
      Console.data(table.render(language: language))
    }
  }
}

/// One thing with its particulars: two columns for people, an object in JSON.
enum Particulars {
  static func print(
    _ value: some Encodable, _ rows: [(LocalizedText, String)], format: OutputFormat,
    language: Language
  ) throws {
    switch format {
    case .json: Console.data(try JSONOutput.encode(value))
    case .csv:
      Console.data(
        CSVWriter().write(header: ["name", "value"], rows: rows.map { [$0.0[language], $0.1] }))
    case .table:
      let table = TextTable(
        columns: [
          TextTable.Column(LocalizedText(zh: "项目", en: "item")),
          TextTable.Column(LocalizedText(zh: "内容", en: "value")),
        ], rows: rows.map { [$0.0[language], $0.1] })
      Console.data(table.render(language: language))
    }
  }
}
