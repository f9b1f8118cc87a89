import CensusDomain
import CensusSheets
import Foundation
import Testing

@Suite("Templates")
struct TemplateWriterTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private static let towns = (1...60).map {
    TemplateColumn.Choice(value: "1302050\($0)", label: "开平区第 \($0) 乡镇")
  }

  private static func template(_ sheet: String = "承灾体/房屋") -> SheetTemplate {
    SheetTemplate(
      form: "HOUSE", version: "1.2.0", title: "房屋调查表 & 附表", notes: ["每栋一行。"], sheet: sheet,
      columns: [
        TemplateColumn(
          key: "code", header: "房屋编号", kind: .code, isRequired: true, hint: "12 位", width: 20,
          example: "0013020500"),
        TemplateColumn(
          key: "kind", header: "结构", kind: .choice,
          choices: [.init(value: "1", label: "砖混"), .init(value: "2", label: "钢")], example: "砖混"),
        TemplateColumn(key: "town", header: "乡镇", kind: .choice, choices: towns, example: "x"),
        TemplateColumn(
          key: "uses", header: "用途", kind: .multiChoice,
          choices: [.init(value: "a", label: "住宅"), .init(value: "b", label: "住宅")],
          example: "住宅（a）；住宅（b）"),
        TemplateColumn(
          key: "area", header: "面积", kind: .number, unit: "平方米", example: "120.5"),
        TemplateColumn(key: "floors", header: "层数", kind: .integer, unit: "层", example: "6"),
        TemplateColumn(key: "built", header: "建成日期", kind: .date, example: "1998-05-01"),
        TemplateColumn(key: "safe", header: "是否加固", kind: .boolean, example: "否"),
        TemplateColumn(key: "more", header: "其他", kind: .json, example: "=1+1"),
      ])
  }

  private func written(_ template: SheetTemplate = template(), _ name: String = "t") throws
    -> String
  {
    let path = scratch.path + "/\(name).xlsx"
    try TemplateWriter.write(template, to: path)
    return path
  }

  private func described(_ path: String) throws -> [String] {
    try Python.run([Python.script("describe_workbook.py"), path]).split(separator: "\n").map(
      String.init)
  }

  @Test("openpyxl sees headers, keys, advice and the example, and no formula")
  func cells() throws {
    let facts = try described(written())
    let sheet = "cell 承灾体_房屋!"
    let cells = facts.filter { $0.hasPrefix(sheet) }.map { String($0.dropFirst(sheet.count)) }
    #expect(cells.contains("A1 s General FFF8CBAD - '房屋编号'"))
    #expect(cells.contains("B1 s General FFDDEBF7 - '结构'"))
    #expect(cells.contains("A2 s @ 00000000 FF808080 'code'"))
    #expect(cells.contains("A3 s General 00000000 - '必填；12 位'"))
    #expect(cells.contains("E3 s General 00000000 - '单位：平方米'"))
    #expect(cells.contains("D3 s General 00000000 - '可多选，以“；”分隔'"))
    #expect(cells.contains("A4 s @ FFF2F2F2 FF808080 '0013020500'"))
    #expect(cells.contains("E4 n General FFF2F2F2 FF808080 120.5"))
    #expect(
      cells.contains(
        "G4 d yyyy-mm-dd FFF2F2F2 FF808080 datetime.datetime(1998, 5, 1, 0, 0)"))
    #expect(cells.count == 31)
    #expect(!cells.contains { $0.split(separator: " ")[1] == "f" })
  }

  @Test("Columns are text, numbers and days in 宋体, for all rows")
  func formats() throws {
    let columns = try described(written()).filter { $0.hasPrefix("column ") }
    #expect(columns.contains("column A @ 宋体 20.7"))
    #expect(columns.contains { $0.hasPrefix("column E General 宋体") })
    #expect(columns.contains { $0.hasPrefix("column F 0 宋体") })
    #expect(columns.contains { $0.hasPrefix("column G yyyy-mm-dd 宋体") })
    #expect(columns.contains { $0.hasPrefix("column I @ 宋体") })
  }

  @Test("Lists are there, long ones on a hidden sheet, and advice beside the cell")
  func rules() throws {
    let facts = try described(written())
    let rules = facts.filter { $0.hasPrefix("rule ") }
    #expect(rules.contains("rule A5:A5000 None None 房屋编号 必填；12 位 None"))
    #expect(rules.contains("rule B5:B5000 list \"砖混,钢\" None None None"))
    #expect(rules.contains("rule C5:C5000 list '列表'!$A$1:$A$60 None None None"))
    #expect(rules.contains("rule E5:E5000 decimal -1000000000000000 面积 单位：平方米 None"))
    #expect(rules.contains { $0.hasPrefix("rule G5:G5000 date 1 ") })
    #expect(rules.contains("rule H5:H5000 list \"是,否\" None None None"))
    #expect(facts.contains("cell 列表!A60 s General 00000000 - '开平区第 60 乡镇'"))
    #expect(facts.contains("sheet 列表 hidden None A1:A60"))
  }

  @Test("It is frozen, printed on A4 across with its head on each page, and explained")
  func layout() throws {
    let facts = try described(written())
    #expect(facts.contains("sheet 承灾体_房屋 visible A5 A1:I4"))
    #expect(facts.contains { $0.hasPrefix("print landscape 9 $1:$3 ") && $0.contains("调查表 && 附表") })
    #expect(facts.contains("created 2020-01-01T00:00:00 房屋调查表 & 附表"))
    #expect(facts.contains { $0.hasPrefix("cell 说明!A6 ") && $0.contains("每栋一行。") })
    #expect(facts.contains { $0.hasPrefix("cell 说明!G12 ") && $0.contains("住宅（a）；住宅（b）") })
  }

  @Test("An importer finds form, version, keys, example and data by the workbook's names")
  func key() throws {
    let reader = try WorkbookReader(path: written())
    #expect(reader.sheetNames == ["承灾体_房屋", "说明", "列表"])
    #expect(reader.definedNames["hc_header"] == "'承灾体_房屋'!$A$1:$I$1")
    let key = try #require(try reader.templateKey())
    #expect((key.form, key.version) == ("HOUSE", "1.2.0"))
    #expect(key.sheet == "承灾体_房屋")
    #expect((key.keyRow, key.exampleRow, key.firstRow) == (2, 4, 5))
    let rows = try Workbooks.rows(of: reader)
    #expect(rows[1] == "2: “code” “kind” “town” “uses” “area” “floors” “built” “safe” “more”")
    #expect(
      rows[3]
        == "4: “0013020500” “砖混” “x” “住宅（a）；住宅（b）” #120.5 #6 @1998-05-01 “否” “=1+1”")
    #expect(rows.count == 4)
  }

  @Test("A template that openpyxl filled in and saved is still known, wherever its rows went")
  func moved() throws {
    let path = try written()
    let program = """
      import openpyxl, sys
      book = openpyxl.load_workbook(sys.argv[1])
      sheet = book.worksheets[0]
      sheet.title = "It's 1"
      names = book.defined_names
      for name in list(names.definedName):
          name.attr_text = name.attr_text.replace("'承灾体_房屋'", "'It''s 1'")
      names["hc_example"].attr_text = "#REF!"
      sheet.delete_rows(4)
      sheet["A4"] = "0099"
      book.save(sys.argv[1])
      """
    _ = try Python.run(["-c", program, path])
    let key = try #require(try WorkbookReader(path: path).templateKey())
    #expect(key.sheet == "It's 1")
    #expect((key.keyRow, key.exampleRow, key.firstRow) == (2, nil, 4))
  }

  @Test("A workbook that is no template has no key")
  func noKey() throws {
    #expect(try WorkbookReader(path: Workbooks.path("xlsxwriter.xlsx")).templateKey() == nil)
  }

  @Test("The same template gives the same bytes, and a file that is there is left")
  func reproducible() throws {
    let first = try written()
    let second = try written(Self.template(), "u")
    let bytes = try Data(contentsOf: URL(filePath: first))
    #expect(try bytes == Data(contentsOf: URL(filePath: second)))
    #expect {
      try written()
    } throws: { error in
      (error as? CensusError)?.code == .cannotCreate
    }
    #expect(try Data(contentsOf: URL(filePath: first)) == bytes)
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path).count == 2)
  }

  @Test(
    "Names of sheets that programs do not take are changed", arguments: ["说明", "a[b]", "'", ""])
  func names(_ name: String) throws {
    let path = try written(Self.template(name))
    #expect(try WorkbookReader(path: path).templateKey()?.form == "HOUSE")
    #expect(try described(path).contains { $0.hasPrefix("sheet ") && $0.contains(" A5 ") })
  }

  @Test("Choices are shown by their labels, with the value where labels repeat")
  func choices() {
    let columns = Self.template().columns
    #expect(columns[1].shownChoices == ["砖混", "钢"])
    #expect(columns[3].shownChoices == ["住宅（a）", "住宅（b）"])
    #expect(columns[7].shownChoices == ["是", "否"])
  }
}
