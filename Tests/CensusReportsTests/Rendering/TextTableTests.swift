import CensusDomain
import CensusReports
import Testing

@Suite("Text tables")
struct TextTableTests {
  private let table = TextTable(
    columns: [
      .init(LocalizedText(zh: "灾种", en: "Hazard")),
      .init(LocalizedText(zh: "数", en: "N"), alignment: .trailing),
      .init(LocalizedText(verbatim: "x")),
    ], rows: [["地震", "5", ""], ["a", "1234", "（b）"]], footer: ["合计", "1239"])

  @Test("Wide characters take two columns")
  func wide() {
    #expect(
      table.render(language: .zh) == """
        灾种    数  x
        ----  ----  -----
        地震     5
        a     1234  （b）
        ----  ----  -----
        合计  1239

        """)
  }

  @Test("Combining marks take no column, and lines do not end in spaces")
  func combining() {
    let table = TextTable(
      columns: [.init(LocalizedText(verbatim: "n")), .init(LocalizedText(verbatim: "m"))],
      rows: [["e\u{301}", "1"], ["ab", ""]])
    let lines = table.render(language: .en).split(separator: "\n")
    #expect(lines[2] == "e\u{301}   1")
    #expect(lines[3] == "ab")
  }

  @Test("A name cannot break the table, drive the terminal or turn its direction")
  func hostile() {
    let table = TextTable(
      columns: [.init(LocalizedText(verbatim: "n"))],
      rows: [["a\nb\u{1B}[31m\u{202E}c\u{9B}\u{2028}d"]])
    let text = table.render(language: .en)
    #expect(text.split(separator: "\n").count == 3)
    #expect(!text.unicodeScalars.contains { [0x1B, 0x202E, 0x9B, 0x2028].contains($0.value) })
  }

  @Test("Short rows are filled and long ones cut")
  func ragged() {
    let table = TextTable(
      columns: [.init(LocalizedText(verbatim: "a")), .init(LocalizedText(verbatim: "b"))],
      rows: [["1"], ["1", "2", "3"], []])
    #expect(table.render(language: .en) == "a  b\n-  -\n1\n1  2\n\n")
  }
}
