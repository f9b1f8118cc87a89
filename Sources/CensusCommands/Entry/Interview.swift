import CensusDomain
import CensusForms
import CensusJSON
import CensusStore
import Foundation

/// Asks for an entry's fields one after the other on a terminal; each answer is saved at once.
struct Interview {
  /// How an interview ended.
  enum End { case complete, left }

  private enum Step { case answered, back, left }

  let desk: EntryDesk
  let entry: UniqueID
  let form: Form
  /// Why warnings are accepted, by rule; what the surveyor says is added.
  var reasons: [String: String]
  private var object: JSONObject
  private let check: AnswerCheck

  init(
    _ entry: UniqueID, of form: Form, from start: JSONObject, reasons: [String: String],
    at desk: EntryDesk
  ) {
    self.desk = desk
    self.entry = entry
    self.form = form
    self.reasons = reasons
    object = start
    check = AnswerCheck(form: form)
  }

  /// Asks for every field that applies, then again for what stands in the way of finalising.
  mutating func run() throws -> End {
    Console.say(
      LocalizedText(
        zh: "逐项填写。回车保留现值或跳过，输入 - 清空，输入 < 返回上一项，输入 . 存为草稿并离开。",
        en: """
          Field by field. Enter keeps or skips, - clears, < goes back, . saves the draft and leaves.
          """),
      desk.language)
    guard try ask(form.fields, onlyWhatApplies: true) == .complete else { return .left }
    return try mend()
  }

  /// Asks for `fields` in turn.
  mutating func ask(_ fields: [Field], onlyWhatApplies: Bool) throws -> End {
    var asked: [Int] = []
    var position = fields.startIndex
    while position < fields.endIndex {
      let field = fields[position]
      guard try !onlyWhatApplies || check.applies(field, in: object) else {
        position += 1
        continue
      }
      switch try ask(field) {
      case .answered:
        asked.append(position)
        position += 1
      case .back: position = asked.popLast() ?? position
      case .left: return .left
      }
    }
    return .complete
  }

  private mutating func ask(_ field: Field) throws -> Step {
    let prompt = try FieldPrompt(field, of: form, in: object, check: check)
    prompt.show(desk.language)
    while let line = readLine(strippingNewline: true) {
      let answer = line.trimmingCharacters(in: .whitespaces)
      switch answer {
      case ".": return .left
      case "<": return .back
      case "":
        guard let offer = prompt.offer, object[field.name] == nil else { return .answered }
        if try take(offer, for: field) { return .answered }
      case "-":
        if try take("", for: field) { return .answered }
      default:
        if try take(FieldAnswer.text(answer, for: field), for: field) { return .answered }
      }
    }
    return .left
  }

  /// Saves an answer and says what is wrong with it; false where it has to be asked for again.
  private mutating func take(_ text: String, for field: Field) throws -> Bool {
    var changed = object
    PositionTalk.set(&changed, field, of: form, to: text, desk.language)
    if field.name == "objectCode" {
      do {
        try desk.fillIn(&changed, before: object, entry: entry, form: form)
      } catch {
        guard error.code == .conflict else { throw error }
        Console.say(error.message, desk.language)
        if let remedy = error.remedy { Console.say(remedy, desk.language) }
        return false
      }
    }
    try desk.store.saveDraft(entry, content: try desk.content(changed))
    object = changed
    let findings = try check.findings(on: field, in: object)
    guard !findings.isEmpty else { return true }
    Findings.tell(findings, desk.language)
    Console.say(
      LocalizedText(zh: "  请重填；回车则暂且保留。", en: "  Again, please; Enter leaves it for now."),
      desk.language)
    return false
  }
}
