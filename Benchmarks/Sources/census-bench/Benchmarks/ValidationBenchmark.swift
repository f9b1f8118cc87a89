import CensusDomain
import CensusForms
import CensusJSON
import CensusStore
import Foundation

/// Validation of entries from their text with the list of what is wrong, cross-field rules included,
/// against jsonschema-rs with its error list on the same schema and text.
struct ValidationBenchmark {
  private let setting: Setting

  init(_ setting: Setting) { self.setting = setting }

  func run() throws -> [Figure] {
    let contents = SampleEntries.contents(setting.entries, invalidPercent: 2)
    let file = try setting.workplace.fresh("contents.ndjson")
    try Data(contents.joined(separator: [UInt8(ascii: "\n")])).write(to: URL(fileURLWithPath: file))
    let form = try SampleEntries.builtInForm()
    var ours = Times()
    var baseline = Times()
    for round in 0..<setting.rounds {
      try alternate(round) {
        let invalid = try ours.measure { try validate(contents, form) }
        let share = Double(invalid) / Double(contents.count)
        guard (0.01..<0.03).contains(share) else {
          throw BenchError("\(invalid) of \(contents.count) are invalid, not about 2 %.")
        }
      } _: {
        if let seconds = try setting.peer.validate(file) { baseline.add(seconds) }
      }
    }
    let rate = Wording.rate(contents.count, in: ours.median)
    let mean = contents.reduce(0) { $0 + $1.count } / contents.count
    let name = "validation with error list (\(mean) bytes)"
    if let why = setting.peer.absence {
      return [Figure.notMeasured(name, ours: rate, target: "-", why: why)]
    }
    return [
      Figure(
        name: name, ours: rate,
        baseline: "jsonschema-rs " + Wording.rate(contents.count, in: baseline.median),
        ratio: baseline.median / ours.median, target: "-", verdict: .informative)
    ]
  }

  private func validate(_ contents: [[UInt8]], _ form: Form) throws -> Int {
    let parser = JSONParser()
    let validator = FormValidator(form: form, today: SystemClock().now().officeDay)
    var invalid = 0
    for content in contents {
      if !validator.validate(try parser.parse(content)).isEmpty { invalid += 1 }
    }
    return invalid
  }
}
