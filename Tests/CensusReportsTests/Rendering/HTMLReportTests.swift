import CensusDomain
import CensusReports
import Foundation
import Testing

@Suite("HTML reports")
struct HTMLReportTests {
  private func page(
    _ input: CompletionInput, cost: CostReport? = nil, language: Language = .zh
  ) throws -> String {
    try HTMLReport.page(completion: CompletionReport(input), cost: cost, language: language)
  }

  @Test("Hostile names are escaped wherever they appear")
  func escaping() throws {
    let hostile = "<script>alert('x')</script>&\"{{title}}"
    var input = Samples.input([(.wave, 1, 2)])
    input.districtName = hostile
    input.snapshot = hostile
    input.townNames = ["130209001": hostile]
    input.cells.append(
      CompletionCell(hazard: .wave, town: hostile, surveyor: hostile, stage: .received, count: 1))
    input.notApplicable = [
      NotApplicableHazard(hazard: .snow, reason: LocalizedText(verbatim: hostile))
    ]
    let html = try page(input)
    #expect(!html.contains("<script"))
    #expect(html.contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;&quot;{{title}}"))
  }

  @Test("A quote with a combining mark, which the engine lets through, stands in no attribute")
  func combiningQuote() throws {
    var input = Samples.input([(.wave, 1, 2)])
    input.townNames = ["130209001": "\"\u{301} onload=x"]
    let html = try page(input)
    let before = try #require(html.components(separatedBy: "\u{301} onload").first)
    let opened = before.lastIndex(of: "<") ?? before.startIndex
    #expect(before[opened...].contains(">"))
  }

  @Test("The page needs nothing from outside and forbids it", arguments: Language.allCases)
  func selfContained(language: Language) throws {
    let cost = CostReport(Samples.cost(Samples.day(6, 30), [(Samples.day(6, 1), 5, true)]))
    let html = try page(Samples.input([(.wave, 1, 2)]), cost: cost, language: language)
    #expect(html.contains("content=\"default-src 'none'; style-src 'unsafe-inline'\""))
    for word in ["http://", "https://", "<script", "<link", "<img", "url(", "@import"] {
      #expect(!html.contains(word), "\(word)")
    }
    #expect(!html.contains("{{"))
    #expect(html.contains("A4 portrait"))
    #expect(html.contains("table-header-group"))
  }

  @Test("The header has the blanks of the offices' forms, the footer names what was counted")
  func form() throws {
    var input = Samples.input([(.wave, 1, 2)])
    input.inventoryVersion = 7
    let html = try page(input)
    for word in ["填报单位（盖章）", "填报日期", "单位负责人", "填表人", "联系电话"] {
      #expect(html.contains("<li>\(word)<span></span></li>"), "\(word)")
    }
    #expect(html.contains("清查底册版本：v7；数据快照：audit:1"))
  }

  @Test("The cost block is there only where costs are given")
  func costBlock() throws {
    let input = Samples.input([(.wave, 1, 2)])
    let cost = CostReport(Samples.cost(Samples.day(6, 30), [(Samples.day(6, 1), 5, true)]))
    #expect(try !page(input).contains("普查费用"))
    let with = try page(input, cost: cost)
    #expect(with.contains("普查费用"))
    #expect(with.contains(CostAlarm.forecastOverLimit.name.zh))
    let alone = try HTMLReport.page(cost: cost, language: .zh)
    #expect(!alone.contains("<svg"))
    #expect(alone.contains("100.00%"))
  }

  @Test("Bars are as long as rates, and unmet ones look different")
  func chart() throws {
    let html = try page(Samples.input([(.wave, 3, 4), (.heat, 1, 3), (.snow, 0, 0)]))
    #expect(html.contains("class=\"met\" x=\"170\" y=\"65\" width=\"315.00\""))
    #expect(html.contains("class=\"unmet\" x=\"170\" y=\"25\" width=\"140.00\""))
    #expect(html.contains("width=\"0.00\""))
    #expect(html.contains("d=\"M422.00 "))
  }

  @Test("The same input gives the same bytes", arguments: 0..<10)
  func determinism(seed: Int) throws {
    let input = Samples.randomInput(seed: UInt64(seed))
    #expect(try page(input) == page(input))
    var shuffled = input
    var random = SeededGenerator(seed: 5)
    shuffled.cells.shuffle(using: &random)
    #expect(try page(input) == page(shuffled))
  }
}
