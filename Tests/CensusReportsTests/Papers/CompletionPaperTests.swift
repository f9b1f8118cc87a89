import CensusDomain
import CensusReports
import Testing

@Suite("Completion and cost as papers")
struct CompletionPaperTests {
  @Test("In each table the formulas give the values beside them", arguments: 0..<200)
  func formulas(seed: UInt64) {
    for section in CompletionReport(Samples.randomInput(seed: seed)).sections {
      #expect(section.grid.isWhole)
      #expect(FormulaCheck(section.grid).contradictions.isEmpty)
    }
  }

  @Test("Spending adds up, month by month")
  func cost() {
    let input = Samples.cost(
      Samples.day(11, 30),
      [
        (Samples.day(3, 2), 500_00, true), (Samples.day(3, 9), -20_00, false),
        (Samples.day(10, 9), 70_000_00, false),
      ])
    for section in CostReport(input).sections(plan: input.paymentPlan) {
      #expect(section.grid.isWhole)
      #expect(FormulaCheck(section.grid).contradictions.isEmpty)
    }
  }

  @Test("A rate just below the target never reads like it")
  func threshold() throws {
    let report = CompletionReport(Samples.input([(.rainstorm, 59_999, 100_000)]))
    let section = try #require(report.sections.first { $0.id == "hazards" })
    let rates = section.grid.placed.map { $0.cell.value.text(.zh) }.filter { $0.hasSuffix("%") }
    #expect(rates == ["59.999%", "59.999%"])
  }

  @Test("Each count tells which objects it counts, and each sum which cells")
  func sources() throws {
    let report = CompletionReport(Samples.input([(.rainstorm, 3, 9), (.earthquake, 0, 2)]))
    let section = try #require(report.sections.first { $0.id == "hazards" })
    for (place, cell) in section.grid.placed {
      guard case .count(let count) = cell.value else { continue }
      #expect(cell.source != nil || cell.formula != nil, "\(place) \(count)")
    }
  }
}
