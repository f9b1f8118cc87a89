import CensusDomain
import CensusForms
import CensusJSON
import CensusStore
import Foundation

/// Validation of a plain survey from its text with the list of all errors, against fastjsonschema, which gives
/// the first of each entry, on the same text and schema.
struct SurveyBenchmark {
  private let setting: Setting

  init(_ setting: Setting) { self.setting = setting }

  func run() throws -> [Figure] {
    let name = "validation of a survey"
    if let why = setting.peer.absence {
      return [Figure.notMeasured(name, ours: "-", target: "≥ 1.5", why: why)]
    }
    let folder = try setting.workplace.fresh("survey")
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try setting.peer.makeSurvey(setting.entries, in: folder)
    let form = try form(Array(read(folder + "/form.json")))
    let lines = try read(folder + "/survey.ndjson").split(separator: UInt8(ascii: "\n")).map {
      Array($0)
    }
    var ours = Times()
    var baseline = Times()
    var refused = Set<Int>()
    for round in 0..<setting.rounds {
      try alternate(round) {
        refused.insert(try ours.measure { try invalid(lines, form) })
      } _: {
        guard let answer = try setting.peer.validateFast(folder) else { return }
        baseline.add(answer.seconds)
        refused.insert(answer.invalid)
      }
    }
    guard refused.count == 1, refused != [0] else {
      throw BenchError("The validators refuse different numbers: \(refused).")
    }
    let mean = lines.reduce(0) { $0 + $1.count } / lines.count
    let ratio = baseline.median / ours.median
    return [
      Figure(
        name: "\(name) (\(mean) bytes)", ours: Wording.rate(lines.count, in: ours.median),
        baseline: "fastjsonschema " + Wording.rate(lines.count, in: baseline.median), ratio: ratio,
        target: "≥ 1.5", verdict: ratio >= 1.5 ? .reached : .short)
    ]
  }

  private func read(_ path: String) throws -> Data {
    try Data(contentsOf: URL(fileURLWithPath: path))
  }

  private func form(_ bytes: [UInt8]) throws -> Form {
    let (form, diagnostics) = FormLoader.load(bytes)
    guard let form else {
      throw BenchError(
        "The survey's form is wrong: \(diagnostics.map { $0.pointer + " " + $0.message.en })")
    }
    return form
  }

  private func invalid(_ lines: [[UInt8]], _ form: Form) throws -> Int {
    let parser = JSONParser()
    let validator = FormValidator(form: form, today: SystemClock().now().officeDay)
    var invalid = 0
    for line in lines {
      if !validator.validate(try parser.parse(line)).isEmpty { invalid += 1 }
    }
    return invalid
  }
}
