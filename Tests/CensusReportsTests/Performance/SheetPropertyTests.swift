import CensusDomain
import CensusReports
import Testing

@Suite("Performance sheets of random projects")
struct SheetPropertyTests {
  @Test("The scores make the total, and each lies between none and its points", arguments: 0..<200)
  func scores(seed: UInt64) {
    let evaluation = Evaluation(Projects.random(seed: seed))
    let points = evaluation.rows.map(\.score.points)
    for (row, points) in zip(evaluation.rows, points) {
      guard let points else { continue }
      #expect(points >= .zero && points <= row.weight)
    }
    let sum = points.compactMap { $0 }.reduce(evaluation.budget.points ?? .zero, +)
    #expect(evaluation.total == sum)
    let all = evaluation.rows.map(\.weight).reduce(Points(10), +)
    #expect(all == Points(100))
    #expect(evaluation.total + evaluation.unscored <= Points(100))
    #expect((evaluation.grade == nil) == (evaluation.unscored > .zero))
  }

  @Test("A better value never has fewer points", arguments: 0..<100)
  func monotone(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let target = Projects.quantity("\(Int.random(in: 1...90, using: &random))")
    let rising = Projects.indicator("x", .atLeast(target))
    let falling = Projects.indicator("x", .atMost(target))
    let values = (0..<40).map { _ in Int64.random(in: 1...200, using: &random) }.sorted()
    func points(_ indicator: ProjectIndicator) -> [Points] {
      values.compactMap {
        ScoringRules().score(
          .measured(Samples.ratio($0, 1)), of: indicator, weight: Points(hundredths: 1667)
        ).points
      }
    }
    let up = points(rising)
    let down = points(falling)
    #expect(up.count == values.count && up == up.sorted())
    #expect(down.count == values.count && down == down.sorted(by: >))
  }

  @Test(
    "Each sheet is whole, its sums hold and each figure tells where it is from", arguments: 0..<60)
  func sheets(seed: UInt64) throws {
    let input = Projects.random(seed: seed)
    let evaluation = Evaluation(input).section
    let sections = [input.project.targetSection, Monitoring(input).section, evaluation]
    for section in sections {
      #expect(section.grid.isWhole)
      for (place, cell) in section.grid.placed {
        switch cell.value {
        case .money, .decimal, .count, .rate:
          #expect(cell.source != nil || cell.formula != nil, "\(section.id) \(place)")
        default: continue
        }
      }
    }
    let sums = PointsCheck(evaluation.grid).sums
    #expect(sums.count == 6 && sums.wrong.isEmpty, "\(sums)")
    let total = try #require(evaluation.grid.rows.last)
    #expect(total[1].value == .decimal("100"))
    #expect(total[2].value == .decimal(Evaluation(input).total.text))
  }

  @Test("What a bureau wrote stays text, even where it looks like a formula")
  func typed() {
    let project = Projects.project([Projects.indicator("x", .qualitative)])
    let cells = project.targetSection.grid.placed.map(\.cell)
    #expect(cells.contains { $0.value == .typed("=1+1") && $0.formula == nil })
  }

  @Test("Rates of a sheet are worked out from the money beside them")
  func rates() {
    var input = Projects.random(seed: 1)
    input.executed = Fen(7_500_000)
    for grid in [Evaluation(input).section.grid, Monitoring(input).section.grid] {
      let rates = grid.placed.filter { _, cell in
        if case .quotient = cell.formula { true } else { false }
      }
      #expect(!rates.isEmpty)
      for (_, cell) in rates {
        guard case .quotient(let top, let bottom) = cell.formula,
          case .money(let first, _)? = grid.cell(at: top)?.value,
          case .money(let second, _)? = grid.cell(at: bottom)?.value,
          case .rate(let numerator, let denominator, _) = cell.value
        else {
          Issue.record("\(cell)")
          continue
        }
        #expect(numerator * second.value == denominator * first.value)
      }
    }
  }
}
