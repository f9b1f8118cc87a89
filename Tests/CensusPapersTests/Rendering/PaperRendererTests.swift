import CensusDomain
import CensusPapers
import CensusReports
import CensusSheets
import Testing

@Suite("Rendering papers")
struct PaperRendererTests {
  @Test("Equal papers give equal bytes", arguments: PaperFormat.allCases)
  func determinism(format: PaperFormat) throws {
    for language in Language.allCases {
      let renderer = PaperRenderer(language: language)
      let first = try renderer.render(PaperSamples.completion, as: format)
      #expect(try renderer.render(PaperSamples.completion, as: format) == first)
      var other = PaperSamples.completion
      other.number = "2021-0008"
      #expect(try renderer.render(other, as: format) != first)
    }
  }

  @Test("A draft says so", arguments: [PaperFormat.html, .csv, .pdf])
  func draft(format: PaperFormat) throws {
    let bytes = try PaperRenderer(language: .zh).render(PaperSamples.cost, as: format)
    let text =
      format == .pdf ? try Rendered.pages(bytes).joined() : String(decoding: bytes, as: UTF8.self)
    #expect(text.contains("草稿"))
    #expect(
      try Rendered.cells(PaperSamples.cost)["宣传费用比例!A1"]?.text.starts(with: "（草稿）".utf8) == true)
  }

  @Test("A paper that contradicts itself is not written")
  func broken() {
    let sound = PaperSamples.target.sections[0]
    var breakages: [PaperSection] = []
    var section = sound
    section.grid.rows[5].removeLast()
    breakages.append(section)
    section = sound
    section.grid.headingRows = 3
    section.grid.rows[2][0].rowSpan = 3
    breakages.append(section)
    section = sound
    section.id = "a\"b"
    breakages.append(section)
    section = sound
    section.charts[0].labels.removeLast()
    breakages.append(section)
    section = sound
    section.grid.rows[9][2].formula = .sum([CellPlace(row: 99, column: 0)])
    breakages.append(section)
    for section in breakages {
      for format in PaperFormat.allCases {
        #expect(throws: CensusError.self) {
          try PaperRenderer(language: .en).render(PaperSamples.paper([section]), as: format)
        }
      }
    }
    #expect(throws: CensusError.self) {
      try PaperRenderer(language: .en).render(PaperSamples.paper([sound, sound]), as: .csv)
    }
  }
}
