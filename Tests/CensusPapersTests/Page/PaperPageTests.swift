import CensusDomain
import CensusPapers
import CensusReports
import Testing

@Suite("Papers as pages")
struct PaperPageTests {
  @Test("A page loads nothing and runs nothing")
  func policy() throws {
    let page = try Rendered.text(PaperSamples.completion, as: .html)
    #expect(page.contains("default-src 'none'; style-src 'unsafe-inline'"))
    for word in ["<script", "src=", "href=", "url(", "@import"] { #expect(!page.contains(word)) }
  }

  @Test("What somebody typed stands only between tags")
  func escaped() throws {
    let typed = "\"\u{301} onclick=alert(1) <b>'\u{301}&amp;"
    let table = PaperTable.facts([(PaperSamples.text("甲", "A"), .typed(typed), nil)])
    var paper = PaperSamples.paper([
      PaperSection(id: "t", title: LocalizedText(verbatim: typed), grid: table)
    ])
    paper.office.unit = typed
    paper.number = "\"}</style><b>"
    let page = try Rendered.text(paper, as: .html)
    #expect(!page.contains("<b>"))
    // Outside of all tags there is the text; within them it must not be.
    let inside = page.split(separator: "<").map { $0.prefix { $0 != ">" } }
    #expect(!inside.contains { $0.contains("onclick") })
    #expect(page.contains("onclick"))
  }

  @Test("Each figure tells its address, and spans cover what they cover in the table")
  func addresses() throws {
    let page = try Rendered.text(PaperSamples.target, as: .html)
    for (place, cell) in PaperSamples.target.sections[0].grid.placed {
      guard case .count = cell.value else { continue }
      let address = PaperAddress(section: "target", place: place)
      #expect(page.contains("title=\"\(address)\">\(cell.value.text(.zh))</td>"))
    }
    #expect(page.contains("<th class=\"label center\" scope=\"rowgroup\" rowspan=\"4\">产出指标</th>"))
    #expect(page.contains("<th class=\"label center\" scope=\"row\" colspan=\"4\">合计</th>"))
  }
}
