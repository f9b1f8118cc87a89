import CensusDomain
import CensusReports
import Testing

@Suite("The quality check as a paper")
struct QualityPaperTests {
  @Test("Tables are whole, and formulas give the values beside them", arguments: 0..<200)
  func formulas(seed: UInt64) throws {
    let sections = QualityReport(try QualitySamples.random(seed: seed)).sections
    #expect(Set(sections.map(\.id)).count == sections.count)
    for section in sections {
      #expect(section.grid.isWhole, "\(section.id)")
      #expect(FormulaCheck(section.grid).contradictions.isEmpty, "\(section.id)")
      for title in [section.title.zh, section.title.en] { #expect(title.count <= 31) }
    }
  }

  @Test("Each figure tells its sample or follows by a formula", arguments: 0..<50)
  func sources(seed: UInt64) throws {
    for section in QualityReport(try QualitySamples.random(seed: seed)).sections {
      for (place, cell) in section.grid.placed {
        switch cell.value {
        case .count, .rate:
          // The limit is a setting and counts nothing.
          let isSetting = section.id == "draw" && cell.source == nil
          #expect(cell.source != nil || cell.formula != nil || isSetting, "\(section.id) \(place)")
        default: continue
        }
      }
    }
  }

  @Test("The published table has its seven columns, for townships and for forms")
  func columns() throws {
    let report = QualityReport(
      try QualitySamples.input([(QualitySamples.unit(1), QualitySamples.finding(1, of: 50))]))
    for id in ["townships", "forms"] {
      let section = try #require(report.sections.first { $0.id == id })
      #expect(
        section.grid.rows[0].map { $0.value.text(.zh) } == [
          "名称", "调查总量", "抽样数量", "核查调查指标总数", "错误调查指标总数", "差错率", "核查结果",
        ])
      let name = id == "forms" ? "甲表" : "唐海镇"
      for (row, name) in [(1, name), (2, "合计")] {
        #expect(
          section.grid.rows[row].map { $0.value.text(.zh) }
            == [name, "1", "1", "50", "1", "2.00%", "通过"])
      }
    }
  }

  @Test("The limit is marked as unconfirmed, and typed words stay typed")
  func marks() throws {
    let report = QualityReport(
      try QualitySamples.input([(QualitySamples.unit(1), QualitySamples.finding(1, of: 50))]))
    #expect(report.notes.contains { $0.zh.contains("未经") && $0.en.contains("not confirmed") })
    let faults = try #require(report.sections.first { $0.id == "faults" })
    #expect(faults.grid.rows[1][1].value == .typed("=对象"))
  }

  @Test("Text, CSV and JSON say the same counts, and the verdict waits for the last object")
  func renderings() throws {
    let input = try QualitySamples.input([
      (QualitySamples.unit(1), QualitySamples.finding(1, of: 50)),
      (QualitySamples.unit(2, form: "B"), nil),
    ])
    let report = QualityReport(input)
    #expect(report.text(language: .zh).contains("核查尚未完成"))
    let lines = report.csv(language: .en).split(separator: "\r\n")
    #expect(lines.count == 7)
    #expect(
      lines[1].hasPrefix("total,,,Total,2,2,1,50,1,2.00%,2.00%,1,0,0,0,incomplete,pooled,5%,3,"))
    let json = try JSONOutput.encode(report)
    #expect(json.contains("\"verdict\" : \"incomplete\""))
    #expect(json.contains("\"pooledRate\" : null"))
  }
}
