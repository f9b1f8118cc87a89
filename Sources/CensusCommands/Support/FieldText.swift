import CensusDomain
import CensusForms
import CensusJSON

/// A form's fields and their values as people read them.
enum FieldText {
  /// The label, with the name by which the field is set.
  static func label(_ field: Field) -> LocalizedText {
    LocalizedText(zh: "\(field.label.zh) (\(field.name))", en: "\(field.label.en) (\(field.name))")
  }

  /// The label of the field called `name`; the name alone where the form is not known or has no such.
  static func label(_ name: String, of form: Form?) -> LocalizedText {
    form?.field(name).map { label($0) } ?? LocalizedText(verbatim: name)
  }

  /// The label of the field that a JSON Pointer leads to or into.
  static func label(at pointer: String, of form: Form?) -> LocalizedText {
    guard let field = form?.field(at: pointer) else { return LocalizedText(verbatim: pointer) }
    guard pointer != "/" + field.name else { return label(field) }
    return LocalizedText(zh: "\(field.label.zh) (\(pointer))", en: "\(field.label.en) (\(pointer))")
  }

  /// A value: choices with their labels, numbers with their unit.
  static func value(_ value: JSONValue, of field: Field?, _ language: Language) -> String {
    switch value {
    case .bool(let isTrue):
      let word = isTrue ? LocalizedText(zh: "是", en: "yes") : LocalizedText(zh: "否", en: "no")
      return word[language]
    case .number(let text): return field?.unit.map { "\(text) \($0)" } ?? text
    case .string(let text): return choice(text, of: field, language)
    case .array(let values) where field?.kind == .multiChoice:
      return values.map { choice($0.string ?? $0.encoded, of: field, language) }
        .joined(separator: "; ")
    case .null, .array, .object: return value.encoded
    }
  }

  /// The names of the members of `contents`, in the form's order and then as they stand.
  static func names(in contents: [JSONObject], of form: Form?) -> [String] {
    let known = form?.fields.map(\.name) ?? []
    var seen = Set<String>()
    let present = Set(contents.flatMap(\.names))
    return (known.filter(present.contains) + contents.flatMap(\.names)).filter {
      seen.insert($0).inserted
    }
  }

  /// A content as label and value.
  static func rows(
    _ content: JSONObject, of form: Form?, _ language: Language
  ) -> [(LocalizedText, String)] {
    names(in: [content], of: form).compactMap { name in
      content[name].map { (label(name, of: form), value($0, of: form?.field(name), language)) }
    }
  }

  /// The reasons for which warnings were accepted, by rule.
  static func rows(reasons: [String: String]) -> [(LocalizedText, String)] {
    reasons.sorted { $0.key < $1.key }.map { rule, reason in
      (LocalizedText(zh: "接受提醒 [\(rule)] 的理由", en: "reason for [\(rule)]"), reason)
    }
  }

  private static func choice(_ text: String, of field: Field?, _ language: Language) -> String {
    let named = field?.choices.first { $0.value == text }
    return named.map { "\(text) \($0.label[language])" } ?? text
  }
}
