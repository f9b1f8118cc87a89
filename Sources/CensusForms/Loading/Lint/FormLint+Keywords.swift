import CensusDomain
import CensusJSON

/// Standard keywords that a form may use in part only, and `hc:decimals`.
extension FormLint {
  /// Whole steps are computed alike by every validator, fractions are not.
  private static func isWhole(_ step: Double) -> Bool {
    step >= 1 && step <= 1_000_000 && step == step.rounded()
  }

  mutating func checkKeywords(of schema: JSONObject, at place: String, isTried: Bool) {
    if let source = schema["pattern"]?.string, let fault = PatternLint.fault(in: source) {
      add(place + "/pattern", zh: fault.zh, en: fault.en)
    }
    if let step = schema["multipleOf"]?.double, !FormLint.isWhole(step) {
      add(
        place + "/multipleOf", zh: "multipleOf 只能为 1 至 1000000 的整数；限制小数位请用 hc:decimals。",
        en: "multipleOf is a whole number from 1 to 1000000; limit decimals by hc:decimals.")
    }
    if let least = schema["minimum"]?.double, let most = schema["maximum"]?.double, least > most {
      add(
        place + "/maximum", zh: "上限小于下限，任何值都不能满足。",
        en: "The maximum is below the minimum, so no value could be right.")
    }
    if let format = schema["format"], !["date", "date-time"].contains(format.string) {
      add(
        place + "/format", zh: "format 只能为 date 或 date-time。",
        en: "format is date or date-time only.")
    }
    if schema["hc:decimals"] != nil, schema["type"]?.string != "number" {
      add(
        place + "/hc:decimals", zh: "hc:decimals 只用于 type 为 number 的字段。",
        en: "hc:decimals is for schemas of type number only.")
    }
    guard isTried else { return }
    for name in ["format", "hc:decimals"] where schema[name] != nil {
      add(
        place + "/" + name, zh: "if、not、anyOf、oneOf 之下的 \(name) 不会报告任何问题，请写在字段上。",
        en: "Under if, not, anyOf and oneOf \(name) would report nothing; put it on the field.")
    }
  }
}
