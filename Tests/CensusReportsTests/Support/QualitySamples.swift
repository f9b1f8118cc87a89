import CensusDomain
import CensusReports

/// Quality inputs that several suites start from.
enum QualitySamples {
  static let day = Samples.day(11, 20)

  /// A check of `indicators`, of which the first `wrong` fields are wrong.
  static func finding(
    _ wrong: Int, of indicators: Int, position: SiteMark = .right, geometry: SiteMark = .unchecked
  ) -> QualityFinding {
    QualityFinding(
      position: position, geometry: geometry, indicators: indicators,
      faults: (0..<wrong).map { .init(field: "f\($0)", recorded: "1", correct: "2") },
      checker: "王强", day: day, note: "")
  }

  /// Sampled units with what was found, and units of the frame that were not drawn.
  static func input(
    _ sampled: [(unit: SampleUnit, finding: QualityFinding?)], others: [SampleUnit] = [],
    method: QualityMethod = .pooled, limit: Ratio = Samples.ratio(5, 100)
  ) throws -> QualityInput {
    QualityInput(
      draw: 3, level: .city, day: day, seed: "2021", share: .usual, follows: nil,
      inventoryVersion: 1, frameHash: .zero, frame: try SampleFrame(sampled.map(\.unit) + others),
      objects: sampled.map { .init(unit: $0.unit, name: "=对象", finding: $0.finding) },
      formTitles: ["A": LocalizedText(zh: "甲表", en: "Form A")], townNames: ["130209001": "唐海镇"],
      method: method, limit: limit)
  }

  static func unit(_ object: Int, form: String = "A", town: String = "130209001") -> SampleUnit {
    SampleUnit(form: form, town: town, object: "O-\(object)")
  }

  /// A random frame with a random sample, of which some objects are not checked.
  static func random(seed: UInt64) throws -> QualityInput {
    var random = SeededGenerator(seed: seed)
    let forms = ["A", "B", "C"]
    let towns = ["130209001", "130209002"]
    var sampled: [(unit: SampleUnit, finding: QualityFinding?)] = []
    var others: [SampleUnit] = []
    for number in 0..<Int.random(in: 1...60, using: &random) {
      let unit = unit(
        number, form: forms[Int.random(in: 0..<3, using: &random)],
        town: towns[Int.random(in: 0..<2, using: &random)])
      guard sampled.isEmpty || Bool.random(using: &random) else {
        others.append(unit)
        continue
      }
      let indicators = Int.random(in: 1...40, using: &random)
      let found = finding(
        Int.random(in: 0...min(indicators, 3), using: &random), of: indicators,
        position: SiteMark.allCases[Int.random(in: 0..<3, using: &random)],
        geometry: SiteMark.allCases[Int.random(in: 0..<3, using: &random)])
      let isChecked = seed % 3 > 0 || Bool.random(using: &random)
      sampled.append((unit, isChecked ? found : nil))
    }
    return try input(
      sampled, others: others, method: Bool.random(using: &random) ? .pooled : .perObjectMean,
      limit: Samples.ratio(Int64.random(in: 1...20, using: &random), 100))
  }
}
