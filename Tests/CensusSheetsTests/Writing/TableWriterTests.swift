import CensusDomain
import CensusSheets
import Foundation
import Testing

@Suite("Written tables")
struct TableWriterTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private var path: String { scratch.path + "/拒收.xlsx" }

  @Test("What is written is read back as it was, and formulas stay text")
  func roundTrip() throws {
    let writer = try TableWriter(
      path: path, sheet: "第 1 批", header: ["编号", "面积", "原因"], marksLastColumn: true)
    try writer.add(row: [.text("0013"), .number(120.5), .text("=1+1")])
    try writer.add(row: [.text("-5"), .empty, .text("@a\r\n_x0041_\u{1}\0")])
    try writer.add(row: [.boolean(true), .number(.nan), .text([0xFF])])
    try writer.add(row: [.text("+1"), .text("酄浭𠀀"), .text("<&>")])
    #expect(!FileManager.default.fileExists(atPath: path))
    try writer.finish()
    #expect(
      try Workbooks.rows(of: WorkbookReader(path: path)) == [
        "1: “编号” “面积” “原因”", "2: “0013” #120.5 “=1+1”",
        "3: “-5” - “@a\r\n_x0041_\u{1}\u{FFFD}”", "4: ?true “nan” “\u{FFFD}”",
        "5: “+1” “酄浭𠀀” “<&>”",
      ])
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path) == ["拒收.xlsx"])
  }

  @Test("openpyxl sees text cells in text format, no formula, and the last column in red")
  func asOthersSeeIt() throws {
    let writer = try TableWriter(
      path: path, sheet: "拒收", header: ["编号", "原因"], marksLastColumn: true)
    try writer.add(row: [.text("=SUM(A1)"), .text("重复")])
    try writer.finish()
    let facts = try Python.run([Python.script("describe_workbook.py"), path])
    #expect(facts.contains("cell 拒收!A2 s @ 00000000 - '=SUM(A1)'"))
    #expect(facts.contains("cell 拒收!B2 s @ 00000000 FFC00000 '重复'"))
    #expect(facts.contains("sheet 拒收 visible A2"))
  }

  @Test("Text beyond a cell's limit is cut with an ellipsis, between characters")
  func longText() throws {
    let writer = try TableWriter(
      path: path, sheet: "表", header: [String(repeating: "长", count: 40_000)])
    try writer.add(row: [.text(String(repeating: "😀", count: 20_000))])
    try writer.finish()
    var lengths: [Int] = []
    try WorkbookReader(path: path).rows(ofSheet: nil) { row in
      let text = String(decoding: row.cells[0].text, as: UTF8.self)
      #expect(text.hasSuffix("…") && !text.contains("\u{FFFD}"))
      lengths.append(text.utf16.count)
      return true
    }
    #expect(lengths == [32_767, 32_767])
  }

  @Test("A table that is not finished leaves nothing, and a file that is there is left")
  func unfinished() throws {
    do {
      let writer = try TableWriter(path: path, sheet: "表", header: ["甲"])
      try writer.add(row: [.text("乙")])
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path).isEmpty)
    try Data([1]).write(to: URL(filePath: path))
    #expect {
      _ = try TableWriter(path: path, sheet: "表", header: ["甲"])
    } throws: { error in
      (error as? CensusError)?.code == .cannotCreate
    }
    #expect(try Data(contentsOf: URL(filePath: path)) == Data([1]))
  }

  @Test("A file that appears meanwhile is not replaced")
  func race() throws {
    let writer = try TableWriter(path: path, sheet: "表", header: ["甲"])
    try Data([1]).write(to: URL(filePath: path))
    #expect {
      try writer.finish()
    } throws: { error in
      (error as? CensusError)?.code == .cannotCreate
    }
    #expect(try Data(contentsOf: URL(filePath: path)) == Data([1]))
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path).count == 1)
  }

  @Test("A folder that is missing is told before anything is written")
  func missingFolder() {
    #expect {
      _ = try TableWriter(path: self.scratch.path + "/no/a.xlsx", sheet: "表", header: [])
    } throws: { error in
      (error as? CensusError)?.code == .notFound
    }
  }

  @Test("A cell that was read is written as it was: long codes as text, numbers as numbers")
  func cells() {
    func value(_ kind: SheetCell.Kind, _ text: String) -> SheetValue {
      SheetValue(SheetCell(kind, text: Array(text.utf8)))
    }
    #expect(value(.number, "1.30205E+11") == .number(1.30205e11))
    #expect(value(.number, "1302050000000001") == .text("1302050000000001"))
    #expect(value(.date, "2024-02-29") == .text("2024-02-29"))
    #expect(value(.boolean, "false") == .boolean(false))
    #expect(value(.error, "#N/A") == .text("#N/A"))
    #expect(SheetValue(.empty) == .empty)
  }
}
