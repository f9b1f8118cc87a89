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
    var records: [[[UInt8]]] = []
    var failures: [Int] = []
    let take: (Result<[[UInt8]], CSVReader.Failure>) -> Void = { record in
      switch record {
      case .success(let fields): records.append(fields)
      case .failure:
        failures.append(records.count + 1)
        records.append([])
      }
    }
    reader.feed(data, take)
    reader.finish(take)
    if let row = failures.first {
      throw CensusError(
        .invalidData, zh: "\(path) 第 \(row) 行的引号不正确。",
        en: "Row \(row) of \(path) has a wrong quote.")
    }
    let header = records.first?.map { String(decoding: $0, as: UTF8.self) } ?? []
    let missing = columns.filter { !header.contains($0) }
    guard missing.isEmpty else {
      let names = missing.joined(separator: ", ")
      throw CensusError(
        .invalidData, zh: "\(path) 缺少列：\(names)。没有导入任何行。",
        en: "\(path) lacks the columns: \(names). No row was imported.",
        remedy: LocalizedText(
          zh: "补上这些列，或参照 SampleData 中的样例。", en: "Add them, or follow the file in SampleData."))
    }
    rows = records.dropFirst().enumerated().map { index, fields in
      let texts = fields.map { String(decoding: $0, as: UTF8.self) }
      let pairs = zip(header, texts).map { ($0, $1) }
      return Row(number: index + 2, cells: Dictionary(pairs) { first, _ in first })
    }
  }
}
