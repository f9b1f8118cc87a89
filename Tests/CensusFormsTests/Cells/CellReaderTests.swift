import CensusDomain
import CensusForms
import CensusJSON
import Testing

@Suite("Reading cells as people write them")
struct CellReaderTests {
  private static let form = Result {
    try Probe.form(
      Probe.document(fields: [
        "number": ["type": "number", "hc:unit": "m"], "bare": ["type": "number"],
        "wan": ["type": "number", "hc:unit": "万元"], "share": ["type": "number", "hc:unit": "%"],
        "count": ["type": "integer", "hc:unit": "人"], "flag": ["type": "boolean"],
        "day": ["type": "string", "format": "date"],
        "moment": ["type": "string", "format": "date-time"],
        "code": ["type": "string", "pattern": "^[0-9]{12}$"], "words": ["type": "string"],
        "kind": JSONValue.parse(
          #"""
          {"type": "string", "enum": ["1", "2", "I0"], "hc:choices": [
            {"value": "1", "zh": "GNSS定位", "en": "GNSS"}, {"value": "2", "zh": "底图点选", "en": "picked"},
            {"value": "I0", "zh": "岩石（I0）", "en": "rock"}]}
          """#),
        "many": JSONValue.parse(
          #"""
          {"type": "array", "items": {"type": "string", "enum": ["1", "2", "3"], "hc:choices": [
            {"value": "1", "zh": "坝体", "en": "dam body"}, {"value": "2", "zh": "坝基、渗漏", "en": "seepage"},
            {"value": "3", "zh": "无", "en": "none"}]}}
          """#),
        "rows": ["type": "array", "items": ["type": "object"]],
      ]))
  }

  private func read(
    _ field: String, _ cell: Cell, order: DateCell.Order = .yearMonthDay
  ) throws -> String {
    let form = try Self.form.get()
    var writer = JSONWriter()
    let fault = CellReader(dateOrder: order).write(
      cell, as: try #require(form.field(field)), to: &writer)
    if let fault {
      #expect(fault.message.zh != fault.message.en)
      return fault.rule
    }
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  @Test(
    "What stands as it should is written as it is, and what only seems to is still read",
    arguments: [
      ("words", "野外火源", "\"野外火源\""), ("words", "a \"b\"\n", #""a \"b\"""#),
      ("words", "甲\u{3000}", "\"甲\""), ("words", "\u{A0}甲", "\"甲\""), ("words", "甲\t", "\"甲\""),
      ("words", "1.30E+11", "cellScientific"), ("words", "+86 1", "\"+86 1\""),
      ("words", "1+1", "\"1+1\""), ("code", "130205100001", "\"130205100001\""),
      ("code", "１３", "\"13\""), ("code", "'013", "\"013\""), ("words", "'013", "\"'013\""),
      ("kind", "I0", "\"I0\""), ("many", "1", "[\"1\"]"), ("many", "1;3", "[\"1\",\"3\"]"),
      ("many", "1,3;2", "[\"1\",\"3\",\"2\"]"), ("many", "1;", "[\"1\"]"),
      ("many", "1;;3", "[\"1\",\"3\"]"),
      ("many", "坝基、渗漏", "[\"2\"]"), ("many", "1;坝体x", "cellChoice"),
      ("day", "2021-02-29", "cellDate"), ("day", "2021-06-13", "\"2021-06-13\""),
      ("moment", "2021-06-13T08:30:00Z", "\"2021-06-13T08:30:00Z\""),
      ("moment", "2021-06-13T08:30:00+08:00 ", "\"2021-06-13T08:30:00+08:00\""),
      ("flag", "否", "false"), ("flag", "true", "true"), ("rows", "[{}]", "[{}]"),
    ])
  func asItStands(_ field: String, _ text: String, _ expected: String) throws {
    #expect(try read(field, Cell(text)) == expected)
  }

  @Test(
    "Numbers are read where they can be meant in one way only",
    arguments: [
      ("number", "12.5", "12.5"), ("number", " 12.50 ", "12.50"), ("number", "１２．５", "12.5"),
      ("number", "－3", "-3"), ("number", "+3", "3"), ("number", "007", "7"),
      ("number", ".5", "0.5"),
      ("number", "1,234.5", "1234.5"), ("number", "12,34", "cellNumber"),
      ("number", "1,2", "cellNumber"),
      ("number", "12.5m", "12.5"), ("number", "12.5 米", "12.5"), ("number", "12.5km", "cellUnit"),
      ("number", "3~5", "cellUnit"), ("number", "约10", "cellNumber"),
      ("number", ">5", "cellNumber"),
      ("number", "3.5万", "35000"), ("number", "1.2亿", "120000000"), ("number", "0.00001万", "0.1"),
      ("number", "无", "cellNumber"), ("number", "1e3", "1e3"), ("number", "-", "cellNumber"),
      ("bare", "5m", "cellUnit"), ("bare", "5", "5"),
      ("wan", "3.5万元", "3.5"), ("wan", "3.5万", "3.5"), ("wan", "3.5", "3.5"),
      ("wan", "2亿元", "20000"),
      ("wan", "0.5亿", "5000"), ("wan", "35000元", "cellUnit"),
      ("share", "35%", "35"), ("share", "35％", "35"), ("share", "0.35", "0.35"),
      ("count", "1,200人", "1200"), ("count", "1.2万", "12000"), ("count", "12.5", "12.5"),
    ])
  func numbers(_ field: String, _ text: String, _ expected: String) throws {
    #expect(try read(field, Cell(text)) == expected)
  }

  @Test(
    "Days and times are read where day and month cannot be confused",
    arguments: [
      ("day", "2021-06-13", #""2021-06-13""#), ("day", "2021/6/3", #""2021-06-03""#),
      ("day", "2021.6.3", #""2021-06-03""#), ("day", "2021年6月3日", #""2021-06-03""#),
      ("day", "２０２１年６月３日", #""2021-06-03""#), ("day", "20210603", #""2021-06-03""#),
      ("day", "2021-06-13 00:00:00", #""2021-06-13""#),
      ("day", "2021-06-13T00:00:00", #""2021-06-13""#),
      ("day", "2021-06-13 08:30", "cellDate"), ("day", "2021-02-30", "cellDate"),
      ("day", "6/3/2021", "cellDate"), ("day", "21-6-3", "cellDate"),
      ("day", "2021年6月", "cellDate"),
      ("day", "44350", "cellDate"), ("day", "明天", "cellDate"), ("day", "20211301", "cellDate"),
      ("moment", "2021-06-13T08:30:00+08:00", #""2021-06-13T08:30:00+08:00""#),
      ("moment", "2021-06-13 8:30", #""2021-06-13T08:30:00+08:00""#),
      ("moment", "2021年6月13日 8时30分", #""2021-06-13T08:30:00+08:00""#),
      ("moment", "2021/6/13 8:30:15", #""2021-06-13T08:30:15+08:00""#),
      ("moment", "2021-06-13 24:30", "cellTime"), ("moment", "2021-06-13", "cellTime"),
    ])
  func times(_ field: String, _ text: String, _ expected: String) throws {
    #expect(try read(field, Cell(text)) == expected)
  }

  @Test("A mapping can say in which order a file writes days")
  func orders() throws {
    #expect(try read("day", Cell("8/1/2008 0:00"), order: .monthDayYear) == #""2008-08-01""#)
    #expect(try read("day", Cell("8/1/2008"), order: .dayMonthYear) == #""2008-01-08""#)
    #expect(try read("day", Cell("13/1/2008"), order: .monthDayYear) == "cellDate")
  }

  @Test(
    "Choices go by value, by label, or by both",
    arguments: [
      ("kind", "1", #""1""#), ("kind", "GNSS定位", #""1""#), ("kind", "ＧＮＳＳ定位", #""1""#),
      ("kind", "gnss", #""1""#), ("kind", "2 底图点选", #""2""#), ("kind", "2-底图点选", #""2""#),
      ("kind", "岩石(I0)", #""I0""#), ("kind", "i0", #""I0""#), ("kind", "3", "cellChoice"),
      ("kind", "1 底图点选", "cellChoice"),
      ("many", "坝体", #"["1"]"#), ("many", "1;2", #"["1","2"]"#),
      ("many", "坝体；坝基、渗漏", #"["1","2"]"#),
      ("many", "坝基、渗漏", #"["2"]"#), ("many", "坝体、无", #"["1","3"]"#), ("many", "坝体,7", "cellChoice"),
      ("flag", "是", "true"), ("flag", "否", "false"), ("flag", "TRUE", "true"),
      ("flag", "0", "false"),
      ("flag", "也许", "cellBoolean"),
    ])
  func choices(_ field: String, _ text: String, _ expected: String) throws {
    #expect(try read(field, Cell(text)) == expected)
  }

  @Test(
    "Codes keep their zeros, and one that a spreadsheet spoilt is refused with that explanation",
    arguments: [
      ("code", "013020510020", #""013020510020""#), ("code", "１３０２０５１００２０１", #""130205100201""#),
      ("code", "'130205100201", #""130205100201""#), ("code", "1.30E+11", "cellScientific"),
      ("code", "1.30205E+11", "cellScientific"), ("words", "1E+5", "cellScientific"),
      ("words", "全角１２", #""全角１２""#), ("words", "E+", #""E+""#),
    ])
  func codes(_ field: String, _ text: String, _ expected: String) throws {
    #expect(try read(field, Cell(text)) == expected)
  }

  @Test("What a spreadsheet says of a cell counts")
  func kinds() throws {
    #expect(try read("number", Cell("3", kind: .number)) == "3")
    #expect(try read("number", Cell("2021-03-05", kind: .date)) == "cellNumber")
    #expect(try read("day", Cell("2021-03-05", kind: .date)) == #""2021-03-05""#)
    #expect(try read("day", Cell("2021-03-05T00:00:00", kind: .date)) == #""2021-03-05""#)
    #expect(
      try read("moment", Cell("2021-03-05T08:30:00", kind: .date))
        == #""2021-03-05T08:30:00+08:00""#)
    #expect(try read("code", Cell("130205100201", kind: .number)) == #""130205100201""#)
    #expect(try read("number", Cell("3", kind: .formula)) == "cellFormula")
  }

  @Test("Lists are written as JSON")
  func lists() throws {
    #expect(try read("rows", Cell(#"[{"no":1}]"#)) == #"[{"no":1}]"#)
    #expect(try read("rows", Cell("[1,")) == "cellJSON")
    #expect(try read("rows", Cell("1")) == "cellJSON")
  }

  @Test(
    "Units are converted exactly",
    arguments: [
      ("3", "0.0667", "0.2001"), ("1.5", "10000", "15000"), ("0.1", "0.1", "0.01"),
      ("-2", "0.5", "-1"),
    ])
  func factors(_ text: String, _ factor: String, _ expected: String) throws {
    let form = try Self.form.get()
    var writer = JSONWriter()
    let fault = CellReader().write(
      Cell(text), as: try #require(form.field("number")), times: factor, to: &writer)
    #expect(fault == nil)
    #expect(String(decoding: writer.bytes, as: UTF8.self) == expected)
  }
}
