import CensusDomain
import CensusForms
import CensusJSON

extension Interview {
  /// What `answer` means as a value of `field`; nil where that was asked about.
  func value(
    of answer: String, for field: Field, in scope: AnswerScope, _ choices: ChoiceFinder
  ) -> JSONValue? {
    switch field.kind {
    case .choice: return choice(choices.meaning(of: answer), for: answer).map { .string($0.value) }
    case .multiChoice:
      var chosen: [JSONValue] = []
      for (part, meaning) in choices.meanings(of: answer) {
        guard let choice = choice(meaning, for: part) else { return nil }
        if !chosen.contains(.string(choice.value)) { chosen.append(.string(choice.value)) }
      }
      return chosen.isEmpty ? nil : .array(chosen)
    default:
      // The file of a plan or a section is given by its path, as a photo is.
      if takesFile(field, in: scope), let hash = desk.keep(answer) {
        return .string(hash)
      }
      return FieldAnswer.value(answer, for: field)
    }
  }

  /// The one choice that is meant, which is told; nil where none is or several are, which is told too.
  private func choice(_ meaning: ChoiceFinder.Meaning, for answer: String) -> Choice? {
    switch meaning {
    case .one(let choice):
      let code = choice.label[screen.language] == choice.value ? "" : " [\(choice.value)]"
      screen.say(
        LocalizedText(zh: "  → \(choice.label.zh)\(code)", en: "  → \(choice.label.en)\(code)"))
      return choice
    case .several(let options):
      screen.say(
        LocalizedText(zh: "  “\(answer)”可指以下几项，请再选：", en: "  “\(answer)” may mean one of these:"))
      screen.show(
        ColumnLayout.lines(
          options.map { $0.text(screen.language) }, width: screen.columns, indent: 4))
    case .none:
      screen.say(
        LocalizedText(
          zh: "  没有“\(answer)”这一选项；可输入编号、名称的一部分或拼音。",
          en: "  No choice is “\(answer)”; give a number, part of a name, or pinyin."))
    }
    return nil
  }

  /// Lists what is wrong so far, and what still has to be answered.
  func tellFaults() throws {
    let findings = try check.findings(in: content)
    let faults = findings.filter { !isGap($0) }
    tell(faults)
    let gaps = form.fields.filter { field in
      content[field.name] == nil
        && findings.contains { isGap($0) && form.field(at: $0.pointer)?.name == field.name }
    }
    if faults.isEmpty {
      screen.say(
        LocalizedText(zh: "  已填各项没有问题。", en: "  Nothing is wrong with the answers so far."))
    }
    guard !gaps.isEmpty else { return }
    screen.say(
      LocalizedText(
        zh: "  还有 \(gaps.count) 项必填：\(gaps.map(\.label.zh).joined(separator: "、"))",
        en: "  \(gaps.count) still to be answered: \(gaps.map(\.label.en).joined(separator: ", "))")
    )
  }

  /// Whether a finding says only that a field of the form has no answer.
  private func isGap(_ finding: Finding) -> Bool {
    guard finding.rule == "required", let field = form.field(at: finding.pointer) else {
      return false
    }
    return content[field.name] == nil
  }
}
