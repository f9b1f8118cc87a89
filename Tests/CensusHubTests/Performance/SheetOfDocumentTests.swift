import CensusDomain
import CensusHub
import CensusReports
import Foundation
import Testing

/// The sheets that are printed beside the text of the document of 2021 whose targets they state.
@Suite struct SheetOfDocumentTests {
  static let projects = ["work-safety", "vehicles", "appraisal", "disaster-relief", "census"]

  private static func bare(_ text: some StringProtocol) -> String {
    String(text.filter { !$0.isWhitespace })
  }

  /// The sheet of a project in the document, from below its heading on, without blanks.
  private static func sheet(_ project: PerformanceProject) throws -> String {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../Fixtures/targets-2021.txt")
    let text = try String(contentsOf: file, encoding: .utf8)
    let part = try #require(text.components(separatedBy: "第二部分").last)
    let lines = part.components(separatedBy: "\n")
    let isHeading = { (line: String) in bare(line).hasSuffix("项目绩效目标表") }
    let first = try #require(
      lines.firstIndex { isHeading($0) && bare($0).hasSuffix(project.title) })
    let rest = lines[(first + 1)...]
    return bare(rest[..<(rest.firstIndex(where: isHeading) ?? rest.endIndex)].joined())
  }

  @Test(arguments: projects)
  func `a target sheet says the document's cells and nothing else`(name: String) throws {
    let project = try ProjectFiles.project(name)
    let cells = project.targetSection.grid.placed.map { Self.bare($0.cell.value.text(.zh)) }
    let sheet = try Self.sheet(project)
    var rest = sheet[...]
    for cell in cells {
      #expect(rest.hasPrefix(cell), "“\(cell)” is not what follows: \(rest.prefix(30))")
      rest = rest.dropFirst(cell.count)
    }
    #expect(rest.isEmpty)
    #expect(!sheet.isEmpty)
  }

  @Test func `the same levels stand in one merged cell`() throws {
    let section = try ProjectFiles.project("census").targetSection
    #expect(section.grid.isWhole)
    let labels = section.grid.placed.map(\.cell).filter { $0.rowSpan > 1 }
    #expect(labels.contains { $0.value == .typed("产出指标") && $0.rowSpan == 5 })
    #expect(labels.contains { $0.value == .typed("数量指标") && $0.rowSpan == 2 })
  }

  @Test func `what the document leaves out or misspells is read as meant, and said`() throws {
    let all = try Self.projects.map { try ProjectFiles.project($0) }
    #expect(
      all.map(\.budget.total.fen.value) == [
        60_000_000, 9_200_000, 10_000_000, 25_000_000, 30_000_000,
      ])
    let census = all[4]
    let readings = census.readings.map(\.zh).joined()
    for trap in ["没有单位；按 30 万元读", "人次", "制灾", "10 月底"] {
      #expect(readings.contains(trap), "\(trap)")
    }
    #expect(census.paymentSteps == PaymentStep.plan(year: 2021))
    #expect(all[1].paymentSteps.map(\.percent) == [100])
    #expect(all[1].plan.map(\.percent) == [100, nil, nil, nil])
    let drills = try #require(all[3].indicators.first { $0.id == "drills" })
    #expect(drills.target.text == "1次")
    #expect(drills.target.rule == .atLeast(ScoringRules.percent(1)))
    #expect(census.weights.map(\.text) == ["10", "10", "15", "10", "5", "30", "10"])
    #expect(all[0].weights.map(\.text) == ["10", "10", "10", "10", "10", "30", "10"])
  }
}
