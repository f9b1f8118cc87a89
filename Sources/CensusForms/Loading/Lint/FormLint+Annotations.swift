import CensusJSON

/// The annotations of one schema inside the form.
extension FormLint {
  mutating func checkAnnotations(of schema: JSONObject, at place: String) {
    for name in [
      "hc:form", "hc:groups", "hc:settings", "hc:rules", "hc:distinct", "hc:earlier", "hc:example",
    ] where schema[name] != nil {
      add(
        place + "/" + name, zh: "\(name) 只能写在表的顶层。",
        en: "\(name) stands at the top of the form only.")
    }
    checkLabel(of: schema, at: place)
    if let unit = schema["hc:unit"],
      !isFilled(unit) || (unit.string?.unicodeScalars.count ?? 0) > 20
    {
      add(
        place + "/hc:unit", zh: "单位须为 1 至 20 个字的文本。",
        en: "A unit is a text of 1 to 20 characters.")
    }
    if let relevance = schema["hc:relevance"], !isFilled(relevance) {
      add(
        place + "/hc:relevance", zh: "hc:relevance 须为表达式，写成文本。",
        en: "hc:relevance must be an expression, written as a text.")
    }
    if let status = schema["hc:status"], status.string != "unverified" {
      add(
        place + "/hc:status", zh: "字段的 hc:status 只能为 unverified；已核实的字段不写。",
        en: "A field's hc:status can only be unverified; a confirmed field has none.")
    }
    checkChoices(of: schema, at: place)
  }

  private mutating func checkLabel(of schema: JSONObject, at place: String) {
    if let hint = schema["hc:hint"] { requireText(hint, at: place + "/hc:hint") }
    if let label = schema["hc:label"] { return requireText(label, at: place + "/hc:label") }
    for name in ["hc:group", "hc:unit", "hc:hint", "hc:relevance"] where schema[name] != nil {
      add(
        place + "/hc:label", zh: "有 \(name) 的字段须有名称（hc:label）。",
        en: "What has \(name) needs a label (hc:label).")
    }
  }
}
