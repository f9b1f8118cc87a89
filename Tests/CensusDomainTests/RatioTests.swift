import CensusDomain
import Testing

@Suite("Exact fractions")
struct RatioTests {
  private func ratio(_ numerator: Int64, _ denominator: Int64) throws -> Ratio {
    try #require(Ratio(numerator, over: denominator))
  }

  @Test("A fraction over zero is no rate", arguments: [0, 1, -1, Int64.max])
  func zeroDenominator(_ numerator: Int64) {
    #expect(Ratio(numerator, over: 0) == nil)
  }

  @Test("A negative denominator moves its sign up")
  func sign() throws {
    let half = try ratio(1, -2)
    #expect(half.numerator == -1)
    #expect(half.denominator == 2)
    #expect(half.value == -0.5)
  }

  @Test(
    "The threshold of 60 % is met exactly at the boundary and not one object below it",
    arguments: [
      (3, 5, true), (60, 100, true), (599, 1000, false), (600, 1000, true), (601, 1000, true),
      (5_999_999_999, 10_000_000_000, false), (6_000_000_000, 10_000_000_000, true), (0, 7, false),
    ])
  func boundary(_ numerator: Int64, _ denominator: Int64, _ isMet: Bool) throws {
    #expect(try ratio(numerator, denominator).isAtLeast(ratio(60, 100)) == isMet)
  }

  @Test("Fractions too close for a double are told apart")
  func beyondDouble() throws {
    let below = try ratio(Int64.max - 2, Int64.max - 1)
    let above = try ratio(Int64.max - 1, Int64.max)
    #expect(below.value == above.value)
    #expect(above.isAtLeast(below))
    #expect(!below.isAtLeast(above))
    #expect(above.isAtLeast(above))
  }

  @Test("Negative fractions order as numbers do")
  func negative() throws {
    #expect(try ratio(-1, 3).isAtLeast(ratio(-1, 2)))
    #expect(try !ratio(-1, 2).isAtLeast(ratio(-1, 3)))
    #expect(try ratio(0, 5).isAtLeast(ratio(-1, 100)))
    #expect(try !ratio(-1, 100).isAtLeast(ratio(0, 1)))
  }

  @Test(
    "A percentage is rounded half away from zero",
    arguments: [
      (1, 3, 2, "33.33%"), (2, 3, 2, "66.67%"), (1, 2, 0, "50%"), (1, 8, 1, "12.5%"),
      (1, 8, 0, "13%"), (-1, 8, 0, "-13%"), (1, 200, 0, "1%"), (-1, 200, 0, "-1%"),
      (1, 20_000, 2, "0.01%"), (-1, 20_000, 2, "-0.01%"), (1, 20_001, 2, "0.00%"),
      (-1, 20_001, 2, "0.00%"), (0, 9, 2, "0.00%"), (1, 1, 2, "100.00%"), (821, 1204, 1, "68.2%"),
      (999, 1000, 0, "100%"), (7, 2, 2, "350.00%"), (2_890_440, 22_940_000, 2, "12.60%"),
      (1, 1000, 3, "0.100%"),
    ])
  func percent(_ numerator: Int64, _ denominator: Int64, _ places: Int, _ text: String) throws {
    #expect(try ratio(numerator, denominator).percent(places: places) == text)
  }

  @Test(
    "A percentage of very large numbers is exact",
    arguments: [
      (Int64.max, Int64.max, "100.00%"), (Int64.max - 1, Int64.max, "100.00%"),
      (1, Int64.max, "0.00%"), (Int64.max, 1, "922337203685477580700.00%"),
      (Int64.min, 1, "-922337203685477580800.00%"), (Int64.max, 3, "307445734561825860233.33%"),
    ])
  func large(_ numerator: Int64, _ denominator: Int64, _ text: String) throws {
    #expect(try ratio(numerator, denominator).percent() == text)
  }
}
