import CensusReports
import Testing

@Suite("CSV")
struct CSVWriterTests {
  private func cell(_ text: String) -> String {
    String(CSVWriter().write(header: [text], rows: []).dropLast())
  }

  @Test(
    "Cells that a spreadsheet would run are disarmed",
    arguments: [
      ("=1+1", "'=1+1"), ("+cmd", "'+cmd"), ("-2+3", "'-2+3"), ("@SUM(A1)", "'@SUM(A1)"),
      ("\t=1", "'\t=1"), ("\r=1", "\"'\r=1\""), ("＝1+1", "'＝1+1"), ("-", "'-"),
      ("=HYPERLINK(\"x\",1)", "\"'=HYPERLINK(\"\"x\"\",1)\""), ("-1e5", "'-1e5"),
      ("-1.", "'-1."), ("=\u{301}1", "'=\u{301}1"),
    ])
  func injection(text: String, expected: String) {
    #expect(cell(text) == expected)
  }

  @Test(
    "Plain numbers and words stay as they are",
    arguments: ["-12.50", "+5", "-3%", "唐海镇", "a=b", ""])
  func plain(text: String) {
    #expect(cell(text) == text)
  }

  @Test("Commas, quotes and line breaks are quoted, lines end in CRLF")
  func quoting() {
    let text = CSVWriter().write(
      header: ["a", "b"], rows: [["x,y", "q\"r\u{301}"], ["1\n2", ""]])
    #expect(text == "a,b\r\n\"x,y\",\"q\"\"r\u{301}\"\r\n\"1\n2\",\r\n")
  }

  @Test("The byte-order mark is written on wish only")
  func byteOrderMark() {
    let with = CSVWriter(byteOrderMark: true).write(header: ["a"], rows: [])
    #expect(Array(with.utf8.prefix(3)) == [0xEF, 0xBB, 0xBF])
    #expect(CSVWriter().write(header: ["a"], rows: []).utf8.first == UInt8(ascii: "a"))
  }
}
