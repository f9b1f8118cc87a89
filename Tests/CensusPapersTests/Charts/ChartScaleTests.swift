import Testing

@testable import CensusPapers

@Suite("Axes of charts")
struct ChartScaleTests {
  @Test(
    "An axis holds zero and all values in at most six round steps",
    arguments: [
      [], [0], [1], [-1], [7, 3], [10_000, 6_000], [-250, 975], [22_940_000, 30_000_000],
      [.max, .min], [123_456_789_012_345_678],
    ] as [[Int64]])
  func steps(values: [Int64]) {
    let scale = ChartScale(values)
    #expect(scale.lowest <= 0 && scale.highest >= 0 && scale.lowest < scale.highest)
    #expect((2...7).contains(scale.ticks.count))
    #expect(scale.ticks.contains(0))
    var unit = scale.step
    while unit.isMultiple(of: 10) { unit /= 10 }
    #expect([1, 2, 5].contains(unit))
    for value in values where value.magnitude <= 100_000_000_000_000_000 {
      #expect((scale.lowest...scale.highest).contains(value))
    }
  }

  @Test("A greater value never lies before a smaller one, and none beyond the frame")
  func positions() {
    let scale = ChartScale([-37, 1_204])
    let positions = (-600...1_600).map { scale.position(Int64($0), of: 50_000) }
    #expect(zip(positions, positions.dropFirst()).allSatisfy { $0 <= $1 })
    #expect(positions.first == 0 && positions.last == 50_000)
    #expect(scale.position(.max, of: 50_000) == 50_000)
  }
}
