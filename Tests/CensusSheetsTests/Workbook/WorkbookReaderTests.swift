import CensusDomain
import CensusSheets
import Testing

@Suite("Workbooks that other programs wrote")
struct WorkbookReaderTests {
  private static let cells = [
    "1: “编号” “名称” “酄浭𠀀”",
    "2: “0013020500” #130205000000 #0.1",
    "3: @2023-05-01 @2023-05-01T08:30:15 @08:30",
    "4: =“ab” =#2 =!#N/A",
    "5: ?true ?false",
    "6: “城南花园小区” “ <&> 首尾空格 ” “第一行\n第二行”",
    "7: “合并”",
    "10: - - - “D10”",
  ]

  @Test(
    "XlsxWriter's cells of every kind are read, with shared and inline strings, from 1900 and 1904",
    arguments: ["xlsxwriter.xlsx", "inline.xlsx", "date1904.xlsx"])
  func xlsxWriter(_ name: String) throws {
    #expect(try Workbooks.rows(name) == Self.cells)
  }

  @Test(
    "openpyxl's dates are read as numbers of 1900 and 1904 and as ISO text",
    arguments: ["openpyxl.xlsx", "openpyxl-1904.xlsx", "openpyxl-iso.xlsx"])
  func openpyxl(_ name: String) throws {
    #expect(
      try Workbooks.rows(name) == [
        "1: @2024-02-29 @2024-02-29T23:59:59 @06:05:04", "2: =-", "3: !#DIV/0!",
      ])
  }

  @Test("Sheets are read by name, and the first that is not hidden without one")
  func sheets() throws {
    let reader = try WorkbookReader(path: Workbooks.path("openpyxl.xlsx"))
    #expect(reader.sheetNames == ["隐藏", "Sheet & 1"])
    #expect(try Workbooks.rows(of: reader, sheet: "隐藏") == ["1: “不应读到”"])
    #expect(try Workbooks.rows(of: reader).count == 3)
    #expect(try Workbooks.rows("xlsxwriter.xlsx", sheet: "第 2 表") == ["1: “二”"])
    #expect {
      try reader.rows(ofSheet: "没有") { _ in true }
    } throws: { error in
      let error = error as? CensusError
      return error?.code == .notFound && error?.remedy?.zh.contains("隐藏、Sheet & 1") == true
    }
  }

  @Test("Names of the workbook are read with what they stand for")
  func names() throws {
    let reader = try WorkbookReader(path: Workbooks.path("xlsxwriter.xlsx"))
    #expect(reader.definedNames == ["hc_first_row": "'承灾体'!$A$2"])
  }

  @Test("A strict workbook is found by its relationships like any other")
  func strict() throws {
    #expect(try Workbooks.rows("strict.xlsx") == ["1: “零” @2024-01-02T03:04:05"])
  }

  @Test("Runs are joined, readings above characters left out, escapes resolved")
  func phonetic() throws {
    #expect(try Workbooks.rows("phonetic.xlsx") == ["1: “唐山” “a\nb_x0041_😀” “内 联”"])
  }

  @Test("Rows and cells without a place follow the one before; a dimension is not believed")
  func implied() throws {
    #expect(try Workbooks.rows("implied.xlsx") == ["1: #1 #1.30205E+11", "5: - - =- #4"])
  }

  @Test("Short texts after a long one take no room for it")
  func room() throws {
    var room: [Int] = []
    try WorkbookReader(path: Workbooks.path("after-long.xlsx")).rows(ofSheet: nil) { row in
      room = row.cells.map(\.text.capacity)
      return true
    }
    #expect(room.count == 5)
    #expect(
      room.prefix(2).allSatisfy { $0 >= 800_000 } && room.dropFirst(2).allSatisfy { $0 < 100 })
  }

  @Test("What does not belong to a cell's type or a second table of cells is passed over")
  func stray() throws {
    #expect(try Workbooks.rows("stray.xlsx") == ["1: #1 “B”"])
  }

  @Test("Reading ends where the taker wants no more, and what it throws comes out")
  func stops() throws {
    let reader = try WorkbookReader(path: Workbooks.path("whole.xlsx"))
    var numbers: [Int] = []
    try reader.rows(ofSheet: "表") { row in
      numbers.append(row.number)
      return row.number < 3
    }
    #expect(numbers == [1, 2, 3])
    let thrown = CensusError(.conflict, zh: "停。", en: "Stop.")
    #expect(throws: thrown) {
      try reader.rows(ofSheet: "表") { (_) throws(CensusError) in throw thrown }
    }
    #expect(try Workbooks.rows(of: reader).count == 2999)
  }
}
