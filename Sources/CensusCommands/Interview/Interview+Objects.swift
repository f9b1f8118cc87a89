import CensusDomain
import CensusForms
import CensusJSON

extension Interview {
  /// Shows what an object says so far and asks for its members one by one where that is wanted.
  mutating func askObject(_ field: Field) throws -> Step {
    screen.say(FieldPrompt.heading(field, mark(of: field, in: .entry), nil))
    if let hint = field.hint {
      screen.say(LocalizedText(zh: "    \(hint.zh)", en: "    \(hint.en)"))
    }
    showMembers(of: field)
    while let line = screen.read() {
      let command = AnswerCommand(line)
      switch command {
      case .keep: return .answered
      case .clear:
        if try take(nil, for: field, in: .entry) { return .answered }
      case .answer(let answer):
        if RowCommand(answer) == .add {
          switch try walk(
            field.members, in: .object(field), from: .beginning, onlyWhatApplies: true)
          {
          case .left: return .left
          case .jump(let target): return .jump(target)
          case .out: break
          case .complete:
            if isGood(try check.findings(on: field, in: content)) { return .answered }
          }
        } else if let value = try? JSONValue.parse(answer), value.object != nil {
          if try take(value, for: field, in: .entry) { return .answered }
        } else {
          screen.say(
            LocalizedText(zh: "  不明白“\(answer)”。", en: "  “\(answer)” was not understood."))
        }
        showMembers(of: field)
      default:
        if let step = try obey(command, on: field, in: .entry) { return step }
      }
    }
    return .left
  }

  private func showMembers(of field: Field) {
    let part = AnswerScope.object(field).part(of: content)
    for member in field.members {
      guard let value = part[member.name] else { continue }
      let zh = FieldText.value(value, of: member, .zh)
      let en = FieldText.value(value, of: member, .en)
      screen.say(
        LocalizedText(zh: "    \(member.label.zh)：\(zh)", en: "    \(member.label.en): \(en)"),
        hanging: 6)
    }
    screen.say(
      LocalizedText(
        zh: "    + 逐项填写；- 清空；回车继续", en: "    + asks field by field; - clears; Enter goes on"))
  }
}
