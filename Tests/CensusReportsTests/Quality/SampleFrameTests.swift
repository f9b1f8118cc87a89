import CensusDomain
import CensusReports
import Testing

@Suite("Sample frames")
struct SampleFrameTests {
  @Test(
    "A sample is the share rounded up, and at least one",
    arguments: [
      (0, 1_000, 0), (1, 1_000, 1), (10, 1_000, 1), (11, 1_000, 2), (8_585, 1_000, 859),
      (3, 1, 1), (7, 10_000, 7), (1_000, 1_250, 125),
    ])
  func size(count: Int, hundredths: Int, expected: Int) throws {
    let share = try #require(SampleShare(hundredths: hundredths))
    #expect(share.size(of: count) == expected)
  }

  @Test(
    "A share is read as a percentage with at most two decimals",
    arguments: [
      ("10", 1_000), ("12.5", 1_250), ("0.01", 1), ("100%", 10_000), ("0", nil), ("100.01", nil),
      ("1.234", nil), ("-1", nil), ("", nil), ("1.", nil), ("１０", nil),
    ] as [(String, Int?)])
  func share(text: String, hundredths: Int?) {
    #expect(SampleShare(percent: text)?.hundredths == hundredths)
  }

  @Test(
    "A share is shown as it was given", arguments: ["10%", "12.5%", "0.01%", "33.33%", "1.05%"])
  func percent(text: String) {
    #expect(SampleShare(percent: text)?.percent == text)
  }

  @Test("A frame is in the order of its lines' bytes, whatever order it was given in")
  func order() throws {
    let units = [
      SampleUnit(form: "B", town: "130209001", object: "1"),
      SampleUnit(form: "A", town: "130209002", object: "Z"),
      SampleUnit(form: "A", town: "130209002", object: "é"),
      SampleUnit(form: "A", town: "130209001", object: "10"),
      SampleUnit(form: "A", town: "130209001", object: "9"),
    ]
    let text = """
      A\t130209001\t10
      A\t130209001\t9
      A\t130209002\tZ
      A\t130209002\té
      B\t130209001\t1

      """
    #expect(try SampleFrame(units).text == text)
    #expect(try SampleFrame(units.reversed() + units).text == text)
    #expect(SampleFrame(text: text)?.units == (try SampleFrame(units).units))
  }

  @Test(
    "A text that a frame would not write is none",
    arguments: [
      "A\t130209001\t2\nA\t130209001\t1\n", "A\t130209001\t1", "A\t130209001\n",
      "A\t130209001\t1\nA\t130209001\t1\n", "A\t130209001\t1\n\n",
    ])
  func foreign(text: String) {
    #expect(SampleFrame(text: text) == nil)
  }

  @Test("A code with a control character is refused")
  func control() {
    let error = #expect(throws: CensusError.self) {
      try SampleFrame([SampleUnit(form: "A", town: "130209001", object: "1\t2")])
    }
    #expect(error?.code == .invalidData)
  }
}
