import CensusDomain
import CensusPapers
import CensusReports
import CensusSheets
import Testing

@Suite("Papers as comma-separated values")
struct PaperCSVTests {
  @Test("What somebody typed is never evaluated, and numbers stay numbers")
  func armed() throws {
    let lines = try Rendered.text(PaperSamples.target, as: .csv).split(separator: "\r\n")
    #expect(lines.contains("产出指标,数量指标,宣传次数,≥2 次,3,10,'@SUM(1+1)"))
    #expect(lines.contains(",,培训人次,≥7 人次,23,9.75,'-1+2 未签到者补签"))
    #expect(lines.contains("填表人,'=王芳"))
    let money = try Rendered.text(PaperSamples.cost, as: .csv)
    #expect(money.contains("\r\n2021-04,-20.01,0.00,12479.99\r\n"))
  }

  @Test("A row has a cell for each column, and a heading says where its table begins")
  func shape() throws {
    let lines = try Rendered.text(PaperSamples.target, as: .csv)
      .split(separator: "\r\n", omittingEmptySubsequences: false)
    let start = try #require(lines.firstIndex(of: "绩效目标,target!A5"))
    #expect(lines[start + 2] == "（开平区）\",,,填报日期,2021-11-01" || lines[start + 1].hasPrefix("项目名称,,"))
    #expect(lines.contains("合计,,,,0,34.74,00130205104"))
  }

  @Test("GB 18030 keeps the characters of township names that GB 2312 lacks")
  func gb18030() throws {
    let bytes = try PaperRenderer(language: .zh, encoding: .gb18030)
      .render(PaperSamples.completion, as: .csv)
    var decoder = TextDecoder(sniffing: bytes)
    #expect(decoder.encoding == .gb18030)
    var text: [UInt8] = []
    try decoder.feed(bytes) { text += $0 }
    try decoder.finish()
    let utf8 = try Rendered.text(PaperSamples.completion, as: .csv)
    #expect(utf8.hasPrefix("\u{FEFF}"))
    #expect(utf8.contains("柳树酄·浭阳"))
    let expected = utf8.dropFirst().replacing("encoding=utf8", with: "encoding=gb18030")
    #expect(String(decoding: text, as: UTF8.self) == expected)
  }
}
