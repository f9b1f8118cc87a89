import CensusDomain
import CensusForms
import CensusJSON

extension Interview {
  /// What came of asking for one field.
  enum Step {
    case answered, back, left
    case jump(Field)
  }

  /// How a row of questions ended.
  enum Path {
    case complete, left
    /// Back to what came before the first of them.
    case out
    /// To another field of the form, from within a row or an object.
    case jump(Field)
  }

  /// Asks for `fields` in turn.
  mutating func walk(
    _ fields: [Field], in scope: AnswerScope, from start: Start, onlyWhatApplies: Bool
  ) throws -> Path {
    var position = start == .firstGap ? try firstGap(in: fields) : 0
    while position < fields.count {
      let field = fields[position]
      guard try !onlyWhatApplies || applies(field, in: scope) else {
        position += 1
        continue
      }
      switch try ask(field, in: scope) {
      case .answered: position += 1
      case .left: return .left
      case .back:
        let earlier = try (0..<position).last {
          try !onlyWhatApplies || applies(fields[$0], in: scope)
        }
        guard let earlier else {
          // Before the first field of the entry there is nothing; a row has its list before it.
          if case .entry = scope { continue }
          return .out
        }
        position = earlier
      case .jump(let target):
        guard case .entry = scope else { return .jump(target) }
        if let index = fields.firstIndex(where: { $0.name == target.name }) {
          position = index
        } else {
          // While some fields are mended, another is only looked in at.
          guard
            case .complete = try walk([target], in: .entry, from: .beginning, onlyWhatApplies: true)
          else { return .left }
        }
      }
    }
    return .complete
  }

  /// Whether `field` applies to the answers so far.
  func applies(_ field: Field, in scope: AnswerScope) throws -> Bool {
    try check.applies(field, in: scope, of: content)
  }

  private func firstGap(in fields: [Field]) throws -> Int {
    let gap = try fields.firstIndex { field in
      try content[field.name] == nil && applies(field, in: .entry)
    }
    guard let gap, gap > 0 else { return 0 }
    screen.say(
      LocalizedText(
        zh: "从第一个未填项“\(fields[gap].label.zh)”接着填；输入 < 返回前面各项。",
        en: "Going on at the first field without an answer, “\(fields[gap].label.en)”; < goes back."
      ),
      hanging: 0)
    return gap
  }

  /// Where the interview is: of the form's fields this one, in its section; or which row.
  func mark(of field: Field, in scope: AnswerScope) -> LocalizedText {
    switch scope {
    case .entry:
      let number = (form.fields.firstIndex { $0.name == field.name } ?? 0) + 1
      let group = form.groups.first { $0.key == field.group }?.title
      let place = "\(number)/\(form.fields.count)"
      return LocalizedText(zh: "[\(place) \(group?.zh ?? "")]", en: "[\(place) \(group?.en ?? "")]")
    case .object(let holder):
      return LocalizedText(zh: "[\(holder.label.zh)]", en: "[\(holder.label.en)]")
    case .row(let holder, let row):
      return LocalizedText(
        zh: "[\(holder.label.zh) 第\(row + 1)行]", en: "[\(holder.label.en), row \(row + 1)]")
    }
  }
}
