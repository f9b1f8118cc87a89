import CensusDomain
import CensusForms
import CensusJSON
import CensusStore

/// Asks for an entry's fields one after the other on a terminal; each answer is saved at once.
struct Interview {
  let form: Form
  let language: Language
  /// Saves the state after an answer.
  let save: (JSONObject) throws -> Void

  /// Asks for every field that applies; returns the content when the last is answered or on `.`.
  func run(_ start: JSONObject) throws -> JSONObject {
    var object = start
    Console.say(
      LocalizedText(
        zh: "逐项填写。回车保留现值或跳过，输入 < 返回上一项，输入 . 存为草稿并离开。",
        en: "Field by field. Enter keeps or skips, < goes back, . saves the draft and leaves."),
      language)
    var position = 0
    var direction = 1
    while form.fields.indices.contains(position) {
      let field = form.fields[position]
      guard applies(field, object) else {
        position += direction
        if position < 0 { break }
        continue
      }
      show(field, object)
      guard let answer = readLine(strippingNewline: true) else { break }
      direction = 1
      switch answer {
      case ".": return object
      case "<":
        direction = -1
        position = max(0, position - 1)
        continue
      case "": break
      default:
        ContentBuilder.set(&object, field, to: choice(answer, field))
        try save(object)
      }
      position += 1
    }
    return object
  }

  private func applies(_ field: Field, _ object: JSONObject) -> Bool {
    guard field.relevance != nil else { return true }
    let validator = FormValidator(form: form, today: SystemClock().now().officeDay)
    let hidden = try? JSONParser().withDocument(JSONValue.object(object).encodedBytes) { node in
      validator.irrelevantFields(of: node)
    }
    return hidden?.contains(field.name) != true
  }

  private func show(_ field: Field, _ object: JSONObject) {
    var line = field.isRequired ? "* " : "  "
    line += "\(field.label[language]) (\(field.name))"
    if let unit = field.unit { line += " [\(unit)]" }
    if let value = object[field.name] { line += " = \(value.string ?? value.encoded)" }
    Console.say(LocalizedText(verbatim: line), language)
    // Choices are offered by the form's own codes: a second numbering would be mistaken for them.
    for choice in field.choices {
      Console.say(
        LocalizedText(verbatim: "    \(choice.value)) \(choice.label[language])"), language)
    }
    if let hint = field.hint {
      Console.say(LocalizedText(verbatim: "    " + hint[language]), language)
    }
  }

  /// Several choices are separated by commas or semicolons of either width.
  private func choice(_ answer: String, _ field: Field) -> String {
    guard field.kind == .multiChoice else { return answer }
    return answer.split(whereSeparator: { ",;，；、".contains($0) }).joined(separator: ";")
  }
}
