import CensusDomain
import CensusJSON

/// What a district changes in a form without touching anything else: thresholds and ranges.
///
/// The result is the form's next version, so that entries keep the thresholds by which they were judged.
public struct FormAdjustment: Sendable {
  /// New values of settings, by name.
  public var settings: [String: String] = [:]
  /// New ranges of number fields, by the field's name; nil leaves a bound as it is.
  public var ranges: [String: (minimum: String?, maximum: String?)] = [:]

  /// Makes an adjustment that changes nothing.
  public init() {}

  /// The adjusted form's file.
  ///
  /// - Throws: ``CensusError``: `usage` for a setting or a field that the form lacks, `invalidData`
  ///   where the adjusted form would not be sound.
  public func applied(to form: Form) throws(CensusError) -> JSONValue {
    guard case .object(var document) = form.document else {
      throw CensusError(.software, zh: "调查表没有内容。", en: "The form has no document.")
    }
    var changes: [LocalizedText] = []
    try adjustSettings(of: form, in: &document, &changes)
    try adjustRanges(of: form, in: &document, &changes)
    guard !changes.isEmpty else {
      throw CensusError(
        .usage, zh: "没有给出任何改动。", en: "No change was given.",
        remedy: LocalizedText(
          zh: "用 --set 设置=值 或 --range 字段=下限..上限。",
          en: "Give --set setting=value or --range field=least..most."))
    }
    raiseVersion(of: form, in: &document, changes)
    return try sound(.object(document))
  }

  private func adjustSettings(
    of form: Form, in document: inout JSONObject, _ changes: inout [LocalizedText]
  ) throws(CensusError) {
    var list = document["hc:settings"]?.array ?? []
    for (name, value) in settings.sorted(by: { $0.key < $1.key }) {
      guard let index = list.firstIndex(where: { $0[member: "name"]?.string == name }),
        case .object(var setting) = list[index]
      else {
        let known = form.settings.map(\.name).joined(separator: ", ")
        throw CensusError(
          .usage, zh: "\(form.code) 没有设置“\(name)”；已有：\(known)。",
          en: "\(form.code) has no setting “\(name)”; it has: \(known).")
      }
      guard Expression.ExactNumberLiteral(value) != nil else { throw notNumber(value) }
      let before = setting["value"]?.numberText ?? ""
      setting["value"] = .number(value)
      list[index] = .object(setting)
      changes.append(
        LocalizedText(
          zh: "设置 \(name) 由 \(before) 改为 \(value)",
          en: "the setting \(name) is \(value), was \(before)"))
    }
    if !list.isEmpty { document["hc:settings"] = .array(list) }
  }

  private func adjustRanges(
    of form: Form, in document: inout JSONObject, _ changes: inout [LocalizedText]
  ) throws(CensusError) {
    guard case .object(var properties)? = document["properties"] else { return }
    for (name, range) in ranges.sorted(by: { $0.key < $1.key }) {
      guard case .object(var field)? = properties[name],
        ["number", "integer"].contains(field["type"]?.string)
      else {
        throw CensusError(
          .usage, zh: "\(form.code) 没有数字字段“\(name)”。",
          en: "\(form.code) has no number field “\(name)”.")
      }
      for (keyword, bound) in [("minimum", range.minimum), ("maximum", range.maximum)] {
        guard let bound else { continue }
        guard Expression.ExactNumberLiteral(bound) != nil else { throw notNumber(bound) }
        let before = field[keyword]?.numberText ?? "–"
        field[keyword] = .number(bound)
        changes.append(
          LocalizedText(
            zh: "\(name) 的\(keyword == "minimum" ? "下限" : "上限")由 \(before) 改为 \(bound)",
            en: "\(keyword) of \(name) is \(bound), was \(before)"))
      }
      properties[name] = .object(field)
    }
    document["properties"] = .object(properties)
  }

  private func notNumber(_ text: String) -> CensusError {
    CensusError(
      .usage, zh: "“\(text)”不是数字。", en: "“\(text)” is not a number.")
  }

  private func raiseVersion(
    of form: Form, in document: inout JSONObject, _ changes: [LocalizedText]
  ) {
    let version = form.version + 1
    document["$id"] = .string("urn:hazardcensus:form:\(form.code):\(version)")
    if case .object(var heading)? = document["hc:form"] {
      heading["version"] = JSONValue(integer: version)
      document["hc:form"] = .object(heading)
    }
    let zh = changes.map(\.zh).joined(separator: "；")
    let en = changes.map(\.en).joined(separator: "; ")
    // Narrower ranges may refuse what stood; wider ones and settings leave it valid.
    let standing: EarlierVersion.Standing = ranges.isEmpty ? .valid : .attention
    let note: JSONValue = [
      "version": JSONValue(integer: form.version), "standing": .string(standing.rawValue),
      "zh": .string(zh), "en": .string(en),
    ]
    document["hc:earlier"] = .array((document["hc:earlier"]?.array ?? []) + [note])
  }

  /// The document, if it makes a sound form; without the counterexamples, or the example, that hold no longer.
  private func sound(_ document: JSONValue) throws(CensusError) -> JSONValue {
    let (form, diagnostics) = FormLoader.load(document)
    guard let form else {
      let lines = diagnostics.lines
      throw CensusError(
        .invalidData, zh: "改动后的调查表有误：\n\(lines.zh)",
        en: "The adjusted form has mistakes:\n\(lines.en)")
    }
    // Examples are of the census's years; a day long after them breaks none of their dates.
    let proof = FormProof(form, today: CivilDate(dayNumber: 55_000))
    guard !proof.problems.isEmpty, case .object(var object) = document else { return document }
    let places = proof.problems.map(\.pointer)
    let isExampleBroken = places.contains { $0.hasPrefix("/hc:example") }
    var rules = object["hc:rules"]?.array ?? []
    for index in rules.indices {
      guard isExampleBroken || places.contains("/hc:rules/\(index)/counterexample"),
        case .object(var rule) = rules[index]
      else { continue }
      rule.remove("counterexample")
      rule.remove("breaksAlso")
      rules[index] = .object(rule)
    }
    object["hc:rules"] = .array(rules)
    if isExampleBroken { object.remove("hc:example") }
    return .object(object)
  }
}
