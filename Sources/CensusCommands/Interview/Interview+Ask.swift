import CensusDomain
import CensusForms
import CensusJSON

extension Interview {
  /// Asks for one field until it is answered, passed over, or something else is wanted.
  mutating func ask(_ field: Field, in scope: AnswerScope) throws -> Step {
    if case .entry = scope, !field.members.isEmpty {
      return field.kind == .list ? try askRows(of: field) : try askObject(field)
    }
    let choices = ChoiceFinder(field.choices, screen.language)
    let prompt = try prompt(for: field, in: scope, choices)
    prompt.show(on: screen)
    while let line = screen.read() {
      switch command(line, for: field, in: scope) {
      case .keep:
        let held = scope.part(of: content)[field.name]
        guard let offer = prompt.offer, held == nil else { return .answered }
        if try take(offer, for: field, in: scope) { return .answered }
      case .clear:
        if try take(nil, for: field, in: scope) { return .answered }
      case .answer(let answer):
        if try takePosition(answer, for: field, in: scope) { return .answered }
        guard let value = value(of: answer, for: field, in: scope, choices) else { continue }
        if try take(value, for: field, in: scope) { return .answered }
      case let command:
        if let step = try obey(command, on: field, in: scope) { return step }
      }
    }
    return .left
  }

  /// Does what is the same wherever a person is asked; nil where the question stays.
  func obey(_ command: AnswerCommand, on field: Field, in scope: AnswerScope) throws -> Step? {
    switch command {
    case .back: return .back
    case .leave: return .left
    case .help:
      for line in FieldHelp.lines(on: field, in: scope.field, of: form) {
        screen.say(LocalizedText(zh: "  \(line.zh)", en: "  \(line.en)"))
      }
    case .faults: try tellFaults()
    case .jump(let word):
      let found = FieldFinder.find(word, in: form)
      if let target = found.first, found.count == 1 {
        if try applies(target, in: .entry) { return .jump(target) }
        screen.say(
          LocalizedText(
            zh: "  按现有各项，“\(target.label.zh)”不适用。",
            en: "  Given the other answers, “\(target.label.en)” does not apply."))
      } else if found.isEmpty {
        screen.say(
          LocalizedText(zh: "  没有名称含“\(word)”的项。", en: "  No field is called “\(word)”."))
      } else {
        screen.say(LocalizedText(zh: "  有几项，请写得更全：", en: "  Several; give more of the name:"))
        let labels = found.map { FieldText.label($0)[screen.language] }
        screen.show(ColumnLayout.lines(labels, width: screen.columns, indent: 4))
      }
    case .keep, .clear, .answer: break
    }
    return nil
  }

  /// Saves an answer and says what is wrong with it; false where it has to be asked for again.
  mutating func take(
    _ value: JSONValue?, for field: Field, in scope: AnswerScope
  ) throws -> Bool {
    var changed = content
    var part = scope.part(of: changed)
    part[field.name] = value
    scope.put(part, into: &changed)
    if case .entry = scope, field.name == "objectCode" {
      do {
        try desk.fillIn(&changed, before: content, entry: entry, form: form)
      } catch {
        guard error.code == .conflict else { throw error }
        screen.say(error.message)
        if let remedy = error.remedy { screen.say(remedy) }
        return false
      }
    }
    try save(changed)
    return isGood(try check.findings(on: field, in: scope, of: content))
  }

  /// Tells what is wrong with an answer; false where it is asked for again, which a note never does.
  func isGood(_ findings: [Finding]) -> Bool {
    tell(findings)
    guard findings.contains(where: { $0.level != .note }) else { return true }
    screen.say(LocalizedText(zh: "  请重填；回车则暂且保留。", en: "  Again, please; Enter leaves it for now."))
    return false
  }

  private func prompt(
    for field: Field, in scope: AnswerScope, _ choices: ChoiceFinder
  ) throws -> FieldPrompt {
    var isTop = false
    if case .entry = scope { isTop = true }
    return FieldPrompt(
      field, mark: mark(of: field, in: scope), value: scope.part(of: content)[field.name],
      proposal: isTop ? proposals.proposal(for: field, of: form) : nil,
      geometry: isTop && field.kind == .geometry
        ? try GeometryOffer(field, in: content, check: check) : nil,
      shape: isTop && (field.kind == .list || field.kind == .object)
        ? form.shape(of: field) : nil,
      options: choices.options)
  }
}
