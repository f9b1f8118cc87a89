import CensusDomain
import CensusPapers
import CensusReports
import Testing

@Suite("Papers as PDF")
struct PrintedPaperTests {
  private func pages(_ paper: Paper) throws -> [String] {
    try Rendered.pages(PaperRenderer(language: .zh).render(paper, as: .pdf))
  }

  @Test("A list of 3,000 rows has its headings, number and page on each page, and each row once")
  func longList() throws {
    let pages = try pages(PaperSamples.list(rows: 3_000))
    #expect(pages.count > 60)
    for (index, page) in pages.enumerated() where index < pages.count - 1 {
      #expect(page.contains("区划代码") && page.contains("对象数"))
      #expect(page.contains("第 \(index + 1) 页，共 \(pages.count) 页"))
      #expect(page.contains("编号 2021-0007"))
    }
    let rows = pages.joined().matches(of: /第 (\d+) 号：/).compactMap { Int($0.output.1) }
    #expect(rows == Array(1...3_000))
  }

  @Test("All that a table says can be searched")
  func text() throws {
    for paper in [PaperSamples.completion, PaperSamples.target, PaperSamples.cost] {
      let text = try pages(paper).joined().filter { !$0.isWhitespace }
      let cells = paper.sections.flatMap { $0.grid.placed.map { $0.cell.value.text(.zh) } }
      var missing = Dictionary(
        cells.joined().filter { !$0.isWhitespace }.map { ($0, 1) }, uniquingKeysWith: +)
      for character in text { missing[character]? -= 1 }
      #expect(missing.filter { $0.value > 0 }.isEmpty)
      #expect(paper.sections.allSatisfy { text.contains($0.title.zh) })
    }
  }

  @Test("A text that is higher than a page goes on on the next, and nothing of it is lost")
  func longText() throws {
    let sentences = (1...900).map { "第\($0)句说明情况。" }
    let table = PaperTable.facts([
      (PaperSamples.text("说明", "Text"), .typed(sentences.joined(separator: "\n")), nil),
      (PaperSamples.text("末行", "Last"), .count(1), nil),
    ])
    let pages = try pages(
      PaperSamples.paper([PaperSection(id: "t", title: PaperSamples.text("说明", "T"), grid: table)]))
    #expect(pages.count > 2)
    let text = pages.joined().filter { !$0.isWhitespace }
    for number in 1...900 { #expect(text.contains("第\(number)句")) }
    #expect(text.contains("末行"))
  }

  @Test(
    "However long its texts and however tall its labels are, a table loses none", arguments: 0..<12)
  func random(seed: UInt64) throws {
    let paper = PaperSamples.paper([RandomTable.section(seed: seed)])
    let texts = paper.sections[0].grid.placed.map { $0.cell.value.text(.zh) }
    func count(_ text: String) -> Int { text.unicodeScalars.count { $0 == "普" } }
    // What goes on on a further page may be said there again.
    #expect(try count(pages(paper).joined()) >= count(texts.joined()))
  }

  @Test("A label over more rows than a page holds is said on each page")
  func tallLabel() throws {
    let rows = (1...80).map { row -> [PaperCell] in
      let cell = PaperCell(.count(row))
      return row == 1
        ? [PaperCell(.text(PaperSamples.text("产出指标", "Output")), style: .label, rowSpan: 80), cell]
        : [cell]
    }
    let grid = PaperGrid(
      columns: [.init(width: 12), .init(width: 60)], headingRows: 1,
      rows: [[.heading(PaperSamples.text("指标", "I")), .heading(PaperSamples.text("值", "V"))]] + rows
    )
    let pages = try pages(
      PaperSamples.paper([PaperSection(id: "t", title: PaperSamples.text("表", "T"), grid: grid)]))
    #expect(pages.count >= 3)
    #expect(pages.filter { $0.contains("产出指标") }.count >= pages.count - 1)
  }

  @Test("A character that no font has is a clear error, and no box")
  func missingGlyph() {
    let table = PaperTable.facts([(PaperSamples.text("甲", "A"), .typed("张\u{30000}三"), nil)])
    let paper = PaperSamples.paper([
      PaperSection(id: "t", title: PaperSamples.text("表", "T"), grid: table)
    ])
    let error = #expect(throws: CensusError.self) {
      try PaperRenderer(language: .zh).render(paper, as: .pdf)
    }
    #expect(error?.code == .configuration)
    #expect(error?.message.zh.contains("张\u{30000}三") == true)
  }
}
