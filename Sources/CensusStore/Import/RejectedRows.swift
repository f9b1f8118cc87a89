import CensusAPI
import CensusDomain
import CensusForms
import CensusJSON
import CensusSheets
import Foundation

/// Writes refused rows back as a sheet that can be mended and imported again, with the reasons beside them.
///
/// A table becomes a table, entries that came as JSON become NDJSON. The reasons' column, or member, is passed
/// over when the file comes back.
public final class RejectedRows {
  private enum Target {
    case workbook(TableWriter)
    case text(FileHandle)
  }

  private let path: String
  private let isWorkbook: Bool
  private var header: [String] = []
  private var target: Target?
  /// How many rows were written.
  public private(set) var count = 0

  /// Names the file; it is made with the first row.
  ///
  /// - Throws: ``CensusError``: `usage` for another ending than `.xlsx`, `.csv` and `.ndjson`,
  ///   `cannotCreate` where there is a file already.
  public init(path: String) throws(CensusError) {
    self.path = path
    let name = path.lowercased()
    guard [".xlsx", ".csv", ".ndjson"].contains(where: name.hasSuffix) else {
      throw CensusError(
        .usage, zh: "拒绝行的文件须以 .xlsx、.csv 或 .ndjson 结尾：\(path)。",
        en: "The file for refused rows ends with .xlsx, .csv or .ndjson: \(path).")
    }
    guard !FileManager.default.fileExists(atPath: path) else {
      throw CensusError(
        .cannotCreate, zh: "已有文件 \(path)，没有改动。",
        en: "There is a file \(path) already; nothing was changed.",
        remedy: LocalizedText(zh: "换一个文件名。", en: "Choose another name."))
    }
    isWorkbook = name.hasSuffix(".xlsx")
  }

  /// Takes note of a table's columns.
  public func begin(header: [String]) {
    self.header = header.filter { $0 != ColumnBinding.problemColumn }
  }

  /// Writes a row.
  ///
  /// - Throws: ``CensusError`` where the file does not take it.
  public func add(_ row: RefusedRow) throws(CensusError) {
    let reason = row.findings.map { "\($0.message.zh) \($0.message.en)" }.joined(separator: "；")
    switch row.original {
    case .cells(let cells)?: try add(cells, reason)
    case .json(let form, let content)?: try add(form, content, reason)
    case nil: return
    }
    count += 1
  }

  /// Ends the file, if there is one.
  ///
  /// - Throws: ``CensusError`` where the disk does not take it.
  public func finish() throws(CensusError) {
    switch target {
    case .workbook(let writer)?: try writer.finish()
    case .text(let handle)?: try guarding { try handle.close() }
    case nil: return
    }
    target = nil
  }

  private func add(_ cells: [Cell], _ reason: String) throws(CensusError) {
    let padded =
      cells.prefix(header.count)
      + Array(repeating: Cell([]), count: max(0, header.count - cells.count))
    if isWorkbook {
      if target == nil {
        target = .workbook(
          try TableWriter(
            path: path, sheet: "拒绝的行", header: header + [ColumnBinding.problemColumn],
            marksLastColumn: true))
      }
      guard case .workbook(let writer)? = target else { return }
      // As text, so that a code keeps its zeros and a date what was typed.
      try writer.add(row: padded.map { .text($0.bytes) } + [.text(reason)])
    } else {
      if target == nil { try begin(line: header + [ColumnBinding.problemColumn]) }
      try write(line: padded.map { String(decoding: $0.bytes, as: UTF8.self) } + [reason])
    }
  }

  private func add(_ form: String, _ content: [UInt8], _ reason: String) throws(CensusError) {
    guard !isWorkbook else {
      throw CensusError(
        .usage, zh: "以 JSON 导入的行写不成表格；拒绝行的文件请用 .ndjson。",
        en: "Rows that came as JSON make no table; let the file for refused rows end with .ndjson.")
    }
    if target == nil { try open() }
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("form")
    writer.string(form)
    writer.key("problem")
    writer.string(reason)
    writer.key("content")
    writer.raw(content)
    writer.endObject()
    try write(writer.bytes + [0x0A])
  }

  private func begin(line: [String]) throws(CensusError) {
    try open()
    // By the mark Excel knows UTF-8.
    try write(Array("\u{FEFF}".utf8))
    try write(line: line)
  }

  private func open() throws(CensusError) {
    guard FileManager.default.createFile(atPath: path, contents: nil),
      let handle = FileHandle(forWritingAtPath: path)
    else {
      throw CensusError(
        .cannotCreate, zh: "无法建立文件 \(path)。", en: "The file \(path) cannot be made.")
    }
    target = .text(handle)
  }

  /// A line by RFC 4180; what a person typed is written back as it was.
  private func write(line: [String]) throws(CensusError) {
    let cells = line.map { text in
      text.contains { ",\"\r\n".contains($0) }
        ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
    }
    try write(Array((cells.joined(separator: ",") + "\r\n").utf8))
  }

  private func write(_ bytes: [UInt8]) throws(CensusError) {
    guard case .text(let handle)? = target else { return }
    try guarding { try handle.write(contentsOf: Data(bytes)) }
  }

  private func guarding(_ body: () throws -> Void) throws(CensusError) {
    do {
      try body()
    } catch {
      throw CensusError(
        .inputOutput, zh: "写 \(path) 失败：\(error.localizedDescription)。",
        en: "Writing \(path) failed: \(error.localizedDescription).", cause: error)
    }
  }
}
