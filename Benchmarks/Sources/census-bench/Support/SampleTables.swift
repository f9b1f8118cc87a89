import CensusForms
import CensusJSON
import CensusSheets
import Foundation

/// Writes the sample's entries as tables, as `entry import` reads them.
struct SampleTables {
  /// Geometry is left out, since an import makes a point of longitude and latitude.
  private let columns: [String]
  private let parser = JSONParser()

  init() throws {
    columns = try SampleEntries.builtInForm().fields.filter { $0.kind != .geometry }.map(\.name)
  }

  /// Writes entries 1 to `count` as CSV.
  func writeCSV(_ count: Int, to path: String) throws {
    guard FileManager.default.createFile(atPath: path, contents: nil),
      let file = FileHandle(forWritingAtPath: path)
    else { throw BenchError("No \(path).") }
    defer { try? file.close() }
    var bytes = Array((columns.joined(separator: ",") + "\r\n").utf8)
    try eachRow(count) { cells in
      for (column, cell) in cells.enumerated() {
        if column > 0 { bytes.append(UInt8(ascii: ",")) }
        bytes += SampleTables.quoted(cell)
      }
      bytes += Array("\r\n".utf8)
      guard bytes.count > 1 << 20 else { return }
      try file.write(contentsOf: Data(bytes))
      bytes.removeAll(keepingCapacity: true)
    }
    try file.write(contentsOf: Data(bytes))
  }

  /// Writes entries 1 to `count` as a workbook.
  func writeWorkbook(_ count: Int, to path: String) throws {
    let writer = try TableWriter(path: path, sheet: "entries", header: columns)
    try eachRow(count) { cells in
      try writer.add(row: cells.map { $0.isEmpty ? .empty : .text($0) })
    }
    try writer.finish()
  }

  private func eachRow(_ count: Int, _ body: ([[UInt8]]) throws -> Void) throws {
    var entries = SampleEntries()
    for number in 1...count {
      let entry = try parser.parse(Array(entries.content(number).utf8))
      try body(columns.map { name in entry[member: name].map(SampleTables.text) ?? [] })
    }
  }

  /// A value as people write it in a cell.
  private static func text(_ value: JSONNode) -> [UInt8] {
    if value.kind == .string { return Array(value.utf8) }
    let parts = value.kind == .array ? value.elements.map { $0 } : []
    guard !parts.isEmpty, parts.allSatisfy({ $0.kind == .string }) else { return Array(value.raw) }
    return Array(parts.map { Array($0.utf8) }.joined(separator: [UInt8(ascii: ";")]))
  }

  private static func quoted(_ cell: [UInt8]) -> [UInt8] {
    let quote = UInt8(ascii: "\"")
    guard cell.contains(where: { $0 == UInt8(ascii: ",") || $0 == quote }) else { return cell }
    return [quote] + cell.flatMap { $0 == quote ? [quote, quote] : [$0] } + [quote]
  }
}
