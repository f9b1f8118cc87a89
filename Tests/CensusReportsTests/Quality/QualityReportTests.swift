import CensusDomain
import CensusReports
import Testing

@Suite("Quality reports")
struct QualityReportTests {
  @Test("A provincial check's figures come out as they were published")
  func published() throws {
    // 25 wrong of 649 indicators of 19 objects were published as 3.85 % (domain notes, section 3.3).
    let sampled = (0..<19).map { number in
      (
        QualitySamples.unit(number),
        QualitySamples.finding(number < 6 ? 2 : 1, of: number < 3 ? 35 : 34) as QualityFinding?
      )
    }
    let report = QualityReport(try QualitySamples.input(sampled))
    #expect([report.total.tally.indicators, report.total.tally.wrong] == [649, 25])
    #expect(report.total.tally.pooled?.percent() == "3.85%")
    #expect(report.total.verdict == .passed)
  }

  @Test("The two methods give the rates that they state, and each its verdict")
  func methods() throws {
    let sampled: [(SampleUnit, QualityFinding?)] = [
      (QualitySamples.unit(1), QualitySamples.finding(1, of: 10)),
      (QualitySamples.unit(2), QualitySamples.finding(0, of: 90)),
    ]
    let pooled = QualityReport(
      try QualitySamples.input(sampled, limit: Samples.ratio(2, 100)))
    #expect(pooled.total.tally.pooled?.percent() == "1.00%")
    #expect(pooled.total.tally.perObjectMean(limit: pooled.input.limit)?.percent() == "5.00%")
    #expect(pooled.total.verdict == .passed)
    let mean = QualityReport(
      try QualitySamples.input(
        sampled, method: .perObjectMean, limit: Samples.ratio(2, 100)))
    #expect(mean.total.verdict == .failed)
  }

  @Test("A mean that equals the limit passes, though its parts have no finite decimals")
  func equality() throws {
    let sampled = [1, 1, 7].enumerated().map { number, wrong in
      (QualitySamples.unit(number), QualitySamples.finding(wrong, of: 60) as QualityFinding?)
    }
    let report = QualityReport(try QualitySamples.input(sampled, method: .perObjectMean))
    #expect(report.total.verdict == .passed)
    #expect(
      report.total.tally.perObjectMean(limit: report.input.limit)?
        .percent() == "5.00%")
    let over = QualityReport(
      try QualitySamples.input(
        sampled + [(QualitySamples.unit(9), QualitySamples.finding(5_001, of: 100_000))],
        method: .perObjectMean))
    #expect(over.total.verdict == .failed)
  }

  @Test("A pooled rate that equals the limit passes, and one wrong indicator more does not")
  func limit() throws {
    for (wrong, verdict) in [(5, QualityVerdict.passed), (6, .failed)] {
      let report = QualityReport(
        try QualitySamples.input([
          (QualitySamples.unit(1), QualitySamples.finding(wrong, of: 100))
        ]))
      #expect(report.total.verdict == verdict)
    }
  }

  @Test("Nothing is concluded before every sampled object is checked, and 0/0 is no rate")
  func incomplete() throws {
    let report = QualityReport(
      try QualitySamples.input([
        (QualitySamples.unit(1), QualitySamples.finding(9, of: 10)),
        (QualitySamples.unit(2, form: "B"), nil),
      ]))
    #expect(report.total.verdict == .incomplete)
    #expect(report.forms.map(\.verdict) == [.failed, .incomplete])
    #expect(report.forms[1].tally.pooled == nil)
    #expect(report.pending.map(\.unit.object) == ["O-2"])
    #expect(report.failing.isEmpty && report.rework.isEmpty)
  }

  @Test("What did not pass is looked at again whole: the form's and the township's objects")
  func rework() throws {
    let other = "130209002"
    let sampled: [(SampleUnit, QualityFinding?)] = [
      (QualitySamples.unit(1), QualitySamples.finding(0, of: 100)),
      (QualitySamples.unit(2, form: "B"), QualitySamples.finding(8, of: 100)),
      (QualitySamples.unit(3, town: other), QualitySamples.finding(2, of: 100)),
      (QualitySamples.unit(4, form: "B", town: other), QualitySamples.finding(4, of: 100)),
    ]
    let rest = [
      QualitySamples.unit(5), QualitySamples.unit(6, form: "B"),
      QualitySamples.unit(7, form: "B", town: other),
    ]
    let report = QualityReport(try QualitySamples.input(sampled, others: rest))
    #expect(report.total.verdict == .passed)
    #expect(report.rework == ReworkScope(forms: ["B"], towns: []))
    #expect(
      report.input.frame.units.filter(report.rework.contains).map(\.object).sorted()
        == ["O-2", "O-4", "O-6", "O-7"])
  }

  @Test(
    "Parts add up to the whole, and no whole fails while all its parts pass", arguments: 0..<300)
  func parts(seed: UInt64) throws {
    let report = QualityReport(try QualitySamples.random(seed: seed))
    let whole = Self.counts(report.total)
    for rows in [report.townships, report.forms, report.strata] {
      let sum = rows.map(Self.counts).reduce(Array(repeating: 0, count: whole.count)) {
        zip($0, $1).map(+)
      }
      #expect(sum == whole)
      if rows.allSatisfy({ $0.verdict == .passed }) { #expect(report.total.verdict == .passed) }
    }
    if report.total.verdict == .failed { #expect(!report.rework.isEmpty) }
    #expect(report.total.tally.total == report.input.frame.units.count)
  }

  @Test("A shown rate is on the side of the limit that the verdict says", arguments: 0..<300)
  func sides(seed: UInt64) throws {
    let report = QualityReport(try QualitySamples.random(seed: seed))
    for row in [report.total] + report.forms + report.townships where row.verdict != .incomplete {
      let rate = try #require(
        row.tally.rate(report.input.method, limit: report.input.limit))
      #expect(report.input.limit.isAtLeast(rate) == (row.verdict == .passed))
    }
  }

  private static func counts(_ row: QualityReport.Row) -> [Int] {
    let tally = row.tally
    return [
      tally.total, tally.sampled, tally.checked, tally.indicators, tally.wrong, tally.positions,
      tally.wrongPositions, tally.geometries, tally.wrongGeometries,
    ]
  }
}
