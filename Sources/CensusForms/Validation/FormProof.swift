import CensusDomain
import CensusJSON

/// Tries a form on its own example: that must be valid, and each rule must notice what breaks it.
///
/// A rule that never speaks looks like one that is always kept; this tells them apart.
public struct FormProof: Sendable {
  /// What contradicts the form's author, with its place in the file.
  public private(set) var problems: [Diagnostic] = []
  /// The rules without a counterexample.
  public private(set) var unprovenRules: [String] = []
  /// Whether the form has an example.
  public let hasExample: Bool

  /// Tries `form` as on the day `today`.
  public init(_ form: Form, today: CivilDate) {
    unprovenRules = form.rules.filter { $0.counterexample == nil }.map(\.name)
    hasExample = form.example != nil
    guard let example = form.example else { return }
    let validator = FormValidator(
      form: form, today: today, regions: ExampleRegions(around: example))
    for finding in findings(of: example, by: validator) {
      problems.append(
        Diagnostic(
          pointer: "/hc:example" + finding.pointer,
          message: LocalizedText(
            zh: "示例违反 \(finding.rule)：\(finding.message.zh)",
            en: "The example breaks \(finding.rule): \(finding.message.en)")))
    }
    guard problems.isEmpty else { return }
    for (index, rule) in form.rules.enumerated() {
      guard let counterexample = rule.counterexample else { continue }
      attempt(rule, counterexample, on: example, by: validator, at: "/hc:rules/\(index)")
    }
  }

  private mutating func attempt(
    _ rule: Rule, _ counterexample: Counterexample, on example: JSONValue,
    by validator: FormValidator, at place: String
  ) {
    let found = findings(of: example.patched(counterexample.patch), by: validator)
    let broken = Set(found.map(\.rule))
    guard broken.contains(rule.name) else {
      problems.append(
        Diagnostic(
          pointer: place + "/counterexample",
          message: LocalizedText(
            zh: "按此修改示例，规则 \(rule.name) 并未被违反。",
            en: "The example so changed does not break the rule \(rule.name).")))
      return
    }
    let surplus = broken.subtracting(counterexample.breaksAlso + [rule.name]).sorted()
    guard !surplus.isEmpty else { return }
    let list = surplus.joined(separator: ", ")
    problems.append(
      Diagnostic(
        pointer: place + "/counterexample",
        message: LocalizedText(
          zh: "按此修改示例还会违反：\(list)；无法避免的列入 breaksAlso。",
          en:
            "The example so changed breaks these as well: \(list); name in breaksAlso what cannot be avoided."
        )))
  }

  private func findings(of content: JSONValue, by validator: FormValidator) -> [Finding] {
    let parser = JSONParser()
    do {
      let node = try parser.parse(content.encodedBytes)
      return withExtendedLifetime(parser) { validator.validate(node) }
    } catch {
      return [Finding(pointer: "", rule: "json", level: .error, message: error.message)]
    }
  }
}

/// Boundaries around a form's example: a degree for a county, a twentieth for a township, a hundredth
/// for a village.
private struct ExampleRegions: RegionOutlines {
  private let longitude: Double
  private let latitude: Double

  init(around example: JSONValue) {
    longitude = example[member: "lon"]?.double ?? 0
    latitude = example[member: "lat"]?.double ?? 0
  }

  func contains(longitude: Double, latitude: Double, code: String) -> Bool? {
    let reach = code.utf8.count <= 6 ? 1 : code.utf8.count <= 9 ? 0.05 : 0.01
    return abs(longitude - self.longitude) <= reach && abs(latitude - self.latitude) <= reach
  }
}
