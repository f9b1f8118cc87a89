import CensusDomain
import CensusFiles
import CensusPapers
import CensusReports
import CensusSheets
import Foundation

/// Rendered papers as other programs read them.
enum Rendered {
  /// The text of a paper in a format of text.
  static func text(
    _ paper: Paper, as format: PaperFormat, _ language: Language = .zh
  ) throws -> String {
    String(
      decoding: try PaperRenderer(language: language).render(paper, as: format), as: UTF8.self)
  }

  /// The cells of a workbook by sheet and address, such as `分灾种进度!C7`.
  static func cells(
    _ paper: Paper, _ language: Language = .zh
  ) throws -> [String: SheetCell] {
    let bytes = try PaperRenderer(language: language).render(paper, as: .xlsx)
    let path = NSTemporaryDirectory() + "paper-" + UUID().uuidString + ".xlsx"
    try PlainFile.making(path).write(bytes, at: 0)
    defer { try? FileManager.default.removeItem(atPath: path) }
    let reader = try WorkbookReader(path: path)
    var cells: [String: SheetCell] = [:]
    for sheet in reader.sheetNames {
      try reader.rows(ofSheet: sheet) { row in
        for (column, cell) in row.cells.enumerated() where cell.kind != .empty {
          cells["\(sheet)!\(CellName.of(column: column))\(row.number)"] = cell
        }
        return true
      }
    }
    return cells
  }

  /// What a program on this machine prints.
  static func output(of program: String, _ arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    // Read to the end before waiting, or a full pipe would hold both sides.
    let answer = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return String(decoding: answer, as: UTF8.self)
  }

  /// The text of each page of a PDF, by poppler's pdftotext.
  static func pages(_ bytes: [UInt8]) throws -> [String] {
    let path = NSTemporaryDirectory() + "paper-" + UUID().uuidString + ".pdf"
    try PlainFile.making(path).write(bytes, at: 0)
    defer { try? FileManager.default.removeItem(atPath: path) }
    let text = try output(of: "/usr/bin/pdftotext", ["-layout", path, "-"])
    return text.split(separator: "\u{C}").map(String.init)
  }
}

/// Names of columns, counted by a way of their own.
enum CellName {
  static func of(column: Int) -> String {
    let letters = (0..<26).map { String(decoding: [UInt8(65 + $0)], as: UTF8.self) }
    return (letters + letters.flatMap { first in letters.map { first + $0 } })[column]
  }
}
