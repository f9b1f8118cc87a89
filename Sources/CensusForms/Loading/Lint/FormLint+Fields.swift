import CensusJSON

/// The fields: what each needs at the top, inside an object and inside a list item.
extension FormLint {
  /// Names of the envelope around the content, which are no fields.
  private static let envelope: Set<String> = ["recordId", "formCode", "formVersion"]

  mutating func checkFields() {
    guard case .object(let properties)? = root["properties"] else { return }
    for (name, schema) in properties {
      guard case .object(let field) = schema else { continue }
      let place = "/properties/" + JSONPointer.escape(name)
      if !isName(name) || FormLint.envelope.contains(name) {
        add(
          place, zh: "字段名须以小写字母开头，由字母和数字组成，且不得为信封上的名称。",
          en: "A field's name is of letters and digits, a small letter first, and none of the "
            + "envelope's.")
      }
      if !isKey(field["hc:group"]) {
        add(
          place + "/hc:group", zh: "字段须写明所属分组（hc:group）。",
          en: "A field must name its group (hc:group).")
      }
      checkField(field, at: place)
    }
    checkLabels(of: properties)
  }

  /// Tables name their columns by labels, so no two fields may share one.
  private mutating func checkLabels(of properties: JSONObject) {
    for language in ["zh", "en"] {
      var seen = Set<String>()
      for (name, field) in properties {
        guard let label = field[member: "hc:label"]?[member: language]?.string else { continue }
        guard !seen.insert(label.lowercased()).inserted else { continue }
        add(
          "/properties/\(JSONPointer.escape(name))/hc:label/\(language)",
          zh: "另有字段也叫“\(label)”。", en: "Another field is called “\(label)” as well.")
      }
    }
  }

  /// What holds for fields at the top and inside others alike.
  private mutating func checkField(_ field: JSONObject, at place: String) {
    if field["hc:label"] == nil {
      add(
        place + "/hc:label", zh: "字段须有中英文名称（hc:label）。",
        en: "A field needs a label in Chinese and English (hc:label).")
    }
    checkEnumeration(field, at: place)
    checkMembers(of: field, at: place)
    guard case .object(let item)? = field["items"] else { return }
    checkEnumeration(item, at: place + "/items")
    checkMembers(of: item, at: place + "/items")
  }

  private mutating func checkMembers(of schema: JSONObject, at place: String) {
    guard case .object(let members)? = schema["properties"] else { return }
    for (name, member) in members {
      // `false` forbids a member and needs no label.
      guard case .object(let field) = member else { continue }
      let inner = place + "/properties/" + JSONPointer.escape(name)
      if field["hc:group"] != nil {
        add(
          inner + "/hc:group", zh: "只有顶层字段才属于分组。",
          en: "Only a field at the top belongs to a group.")
      }
      checkField(field, at: inner)
    }
  }

  private mutating func checkEnumeration(_ schema: JSONObject, at place: String) {
    guard case .array(let allowed)? = schema["enum"], !allowed.isEmpty else { return }
    if allowed.contains(where: { $0.string == nil }) {
      add(
        place + "/enum", zh: "选项的代码须为文本，即使看上去像数字。",
        en: "Codes of choices are strings, even where they look like numbers.")
    }
    if schema["hc:choices"] == nil {
      add(
        place + "/hc:choices", zh: "enum 的各个取值须有名称（hc:choices）。",
        en: "The values of the enum need names (hc:choices).")
    }
  }
}
