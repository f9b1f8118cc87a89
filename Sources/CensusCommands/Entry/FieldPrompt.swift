import CensusDomain
import CensusForms
import CensusJSON

/// What is said before a field is asked for.
struct FieldPrompt {
  /// What Enter takes for a field that has no value yet.
  let offer: String?
  private let lines: [LocalizedText]

  init(_ field: Field, of form: Form, in object: JSONObject, check: AnswerCheck) throws {
    var offer: String?
    var lines = [FieldPrompt.heading(field, object)]
    // Choices are offered by the form's own codes: a second numbering would be mistaken for them.
    lines += field.choices.map { choice in
      LocalizedText(
        zh: "    \(choice.value)) \(choice.label.zh)", en: "    \(choice.value)) \(choice.label.en)"
      )
    }
    if let hint = field.hint {
      lines.append(LocalizedText(zh: "    \(hint.zh)", en: "    \(hint.en)"))
    }
    switch field.kind {
    case .boolean: lines.append(LocalizedText(zh: "    y 是 / n 否", en: "    y yes / n no"))
    case .date: lines.append(LocalizedText(verbatim: "    YYYY-MM-DD"))
    case .multiChoice:
      lines.append(
        LocalizedText(zh: "    可多选，用逗号分开", en: "    several may be given, with commas between"))
    case .geometry:
      let geometry = try GeometryOffer(field, in: object, check: check)
      if field.isRequired, object[field.name] == nil { offer = geometry.point?.encoded }
      lines += FieldPrompt.words(on: geometry, offer)
    case .list, .object: lines += FieldPrompt.words(on: form.shape(of: field))
    case .text, .integer, .number, .dateTime, .choice: break
    }
    self.offer = offer
    self.lines = lines
  }

  func show(_ language: Language) {
    for line in lines { Console.say(line, language) }
  }

  private static func heading(_ field: Field, _ object: JSONObject) -> LocalizedText {
    let mark = field.isRequired ? "* " : "  "
    let unit = field.unit.map { " [\($0)]" } ?? ""
    let value = object[field.name].map { " = \($0.string ?? $0.encoded)" } ?? ""
    let label = FieldText.label(field)
    return LocalizedText(
      zh: mark + label.zh + unit + value, en: mark + label.en + unit + value)
  }

  private static func words(on geometry: GeometryOffer, _ offer: String?) -> [LocalizedText] {
    if let offer {
      return [LocalizedText(zh: "    回车采用 \(offer)", en: "    Enter takes \(offer)")]
    }
    guard !geometry.samples.isEmpty else { return [] }
    let zh = geometry.samples.joined(separator: " 或 ")
    let en = geometry.samples.joined(separator: " or ")
    return [LocalizedText(zh: "    写法：\(zh)", en: "    written: \(en)")]
  }

  private static func words(on shape: FieldShape?) -> [LocalizedText] {
    guard let shape else { return [] }
    let names = shape.optional.joined(separator: ", ")
    let optional =
      names.isEmpty
      ? LocalizedText(verbatim: "")
      : LocalizedText(zh: "（可不填：\(names)）", en: " (may be left out: \(names))")
    return [
      LocalizedText(
        zh: "    写法：\(shape.json)\(optional.zh)", en: "    written: \(shape.json)\(optional.en)")
    ]
  }
}
