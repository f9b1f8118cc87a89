import CensusDomain
import CensusSheets
import Foundation

/// The workbooks of `Fixtures/make_workbooks.py`, made once a run.
enum Workbooks {
  private static let root = NSTemporaryDirectory() + "workbooks-" + UUID().uuidString

  private static let folder = Result {
    try FileManager.default.createDirectory(atPath: root, withIntermediateDirectories: true)
    // Nothing else lasts as long as a static property.
    atexit { try? FileManager.default.removeItem(atPath: Workbooks.root) }
    _ = try Python.run([Python.script("make_workbooks.py"), root])
    return root
  }

  static func path(_ name: String) throws -> String { try folder.get() + "/" + name }

  /// A sheet's rows as short text: `3: "a" #1 @2024-01-02 ?true !#N/A -`, formulas behind `=`.
  static func rows(
    _ name: String, sheet: String? = nil, limits: WorkbookLimits = .standard
  ) throws -> [String] {
    try rows(of: WorkbookReader(path: path(name), limits: limits), sheet: sheet)
  }

  static func rows(of reader: WorkbookReader, sheet: String? = nil) throws -> [String] {
    var rows: [String] = []
    try reader.rows(ofSheet: sheet) { row in
      rows.append("\(row.number): " + row.cells.map(describe).joined(separator: " "))
      return true
    }
    return rows
  }

  private static func describe(_ cell: SheetCell) -> String {
    let text = String(decoding: cell.text, as: UTF8.self)
    let value =
      switch cell.kind {
      case .empty: "-"
      case .text: "“\(text)”"
      case .number: "#\(text)"
      case .date: "@\(text)"
      case .boolean: "?\(text)"
      case .error: "!\(text)"
      }
    return (cell.isFormula ? "=" : "") + value
  }
}
