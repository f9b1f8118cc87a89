import CensusDomain
import Foundation

/// A small CSV file whole, for lists that people keep by hand: rows by column name.
public struct CSVTable: Sendable {
  /// A row with its number in the file; the header is row 1.
  public struct Row: Sendable {
    /// The row's number.
    public let number: Int
    private let cells: [String: String]

    init(number: Int, cells: [String: String]) {
      self.number = number
      self.cells = cells
    }

    /// The cell of a column; empty where the row has none.
    public subscript(column: String) -> String { cells[column] ?? "" }
  }

  /// The rows in file order.
  public let rows: [Row]

  /// Reads the file at `path`, which must have all of `columns`; it may have more.
  ///
  /// - Throws: ``CensusError``: `notFound`, or `invalidData` naming the missing columns or bad row.
  public init(path: String, columns: [String]) throws(CensusError) {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw CensusError(.notFound, zh: "无法打开文件 \(path)。", en: "The file \(path) cannot be opened.")
    }
    var reader = CSVReader()
    var records: [(row: Int, cells: [String])] = []
    var failure: (row: Int, what: CSVReader.Failure)?
    let take: CSVReader.Emit = { row, record in
      switch record {
      case .success(let fields):
        let cells = CSVTable.unpadded(fields).map { String(decoding: $0, as: UTF8.self) }
        if !cells.isEmpty { records.append((row, cells)) }
      case .failure(let what): failure = failure ?? (row, what)
      }
    }
    do {
      try reader.feed(data, take)
      try reader.finish(take)
    } catch {
      throw CensusError(.software, zh: "\(error)", en: "\(error)", cause: error)
    }
    if let failure { throw CSVTable.refusal(path, failure.row, failure.what.message) }
    let header = records.first?.cells ?? []
    if let name = CSVTable.repeated(header) {
      throw CSVTable.refusal(
        path, records.first?.row ?? 1,
        LocalizedText(zh: "列“\(name)”出现两次。", en: "The column “\(name)” is there twice."))
    }
    let missing = columns.filter { !header.contains($0) }
    guard missing.isEmpty else {
      let names = missing.joined(separator: ", ")
      throw CensusError(
        .invalidData, zh: "\(path) 缺少列：\(names)。没有导入任何行。",
        en: "\(path) lacks the columns: \(names). No row was imported.",
        remedy: LocalizedText(
          zh: "补上这些列，或参照 SampleData 中的样例。", en: "Add them, or follow the file in SampleData."))
    }
    var rows: [Row] = []
    for (row, cells) in records.dropFirst() {
      guard cells.count <= header.count else {
        throw CSVTable.refusal(path, row, CSVTable.surplus(cells.count, of: header.count))
      }
      rows.append(Row(number: row, cells: Dictionary(uniqueKeysWithValues: zip(header, cells))))
    }
    self.rows = rows
  }

  /// The cells of a row without the empty ones at its end, with which spreadsheets pad rows.
  public static func unpadded(_ cells: [[UInt8]]) -> ArraySlice<[UInt8]> {
    cells[..<((cells.lastIndex { !$0.isEmpty } ?? -1) + 1)]
  }

  /// The first name that a header has twice; nil where each is there once.
  public static func repeated(_ header: [String]) -> String? {
    var seen = Set<String>()
    return header.first { !seen.insert($0).inserted }
  }

  /// What is wrong with a row that has more cells than the header, as with an unquoted comma.
  public static func surplus(_ cells: Int, of columns: Int) -> LocalizedText {
    LocalizedText(
      zh: "该行有 \(cells) 个单元格，标题行只有 \(columns) 列；含逗号的文字须加引号。",
      en: """
        The row has \(cells) cells and the header \(columns) columns; a text with a comma goes in \
        quotes.
        """)
  }

  private static func refusal(_ path: String, _ row: Int, _ what: LocalizedText) -> CensusError {
    CensusError(
      .invalidData, zh: "\(path) 第 \(row) 行：\(what.zh)没有导入任何行。",
      en: "Row \(row) of \(path): \(what.en) No row was imported.")
  }
}
