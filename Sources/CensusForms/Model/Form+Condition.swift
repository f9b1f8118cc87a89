import CensusDomain

extension Form {
  /// When a field applies, in words that a surveyor reads; nil where it always does.
  ///
  /// Conditions of the usual kinds are said with the fields' and choices' names, others as they are written.
  public func condition(of field: Field) -> LocalizedText? {
    guard let relevance = field.relevance else { return nil }
    return ConditionWords(form: self).words(relevance.root)
      ?? LocalizedText(verbatim: relevance.source)
  }
}

/// Puts a condition into words.
private struct ConditionWords {
  let form: Form

  func words(_ node: Expression.Node) -> LocalizedText? {
    switch node {
    case .compare(let sign, .field(let reference), let value):
      return field(reference).flatMap { comparison($0, sign, value) }
    case .member(.field(let reference), let values):
      guard let field = field(reference) else { return nil }
      let names = values.compactMap { name(of: $0, field) }
      guard names.count == values.count else { return nil }
      return LocalizedText(
        zh: "“\(field.label.zh)”为\(names.map(\.zh).joined(separator: "或"))",
        en: "“\(field.label.en)” is \(names.map(\.en).joined(separator: " or "))")
    case .call(.contains, let arguments):
      guard case .field(let reference) = arguments[0], let field = field(reference),
        let name = name(of: arguments[1], field)
      else { return nil }
      return LocalizedText(
        zh: "“\(field.label.zh)”含\(name.zh)", en: "“\(field.label.en)” includes \(name.en)")
    case .call(.present, let arguments):
      guard case .field(let reference) = arguments[0], let field = field(reference) else {
        return nil
      }
      return LocalizedText(
        zh: "已填“\(field.label.zh)”", en: "“\(field.label.en)” is filled in")
    case .and(let left, let right): return joined(left, right, zh: "，且", en: ", and ")
    case .or(let left, let right): return joined(left, right, zh: "，或", en: ", or ")
    default: return nil
    }
  }

  private func joined(
    _ left: Expression.Node, _ right: Expression.Node, zh: String, en: String
  ) -> LocalizedText? {
    guard let first = words(left), let second = words(right) else { return nil }
    return LocalizedText(zh: first.zh + zh + second.zh, en: first.en + en + second.en)
  }

  private func comparison(
    _ field: Field, _ sign: Expression.ComparisonOperator, _ value: Expression.Node
  ) -> LocalizedText? {
    guard let name = name(of: value, field) else { return nil }
    let (zh, en): (String, String) =
      switch sign {
      case .equal: ("为", " is ")
      case .notEqual: ("不为", " is not ")
      case .less: ("＜", " < ")
      case .lessOrEqual: ("≤", " ≤ ")
      case .greater: ("＞", " > ")
      case .greaterOrEqual: ("≥", " ≥ ")
      }
    return LocalizedText(
      zh: "“\(field.label.zh)”\(zh)\(name.zh)", en: "“\(field.label.en)”\(en)\(name.en)")
  }

  private func field(_ reference: Expression.FieldReference) -> Field? {
    guard reference.path.count == 1 else { return nil }
    return form.field(reference.path[0])
      ?? form.fields.lazy.flatMap(\.members).first { $0.name == reference.path[0] }
  }

  /// A value as people read it: a choice by its name.
  private func name(of value: Expression.Node, _ field: Field) -> LocalizedText? {
    switch value {
    case .boolean(let flag):
      return flag ? LocalizedText(zh: "是", en: "yes") : LocalizedText(zh: "否", en: "no")
    case .number(let literal): return LocalizedText(verbatim: literal.number.text)
    case .text(let literal):
      let text = String(decoding: literal.view, as: UTF8.self)
      return field.choices.first { $0.value == text }?.label ?? LocalizedText(verbatim: text)
    default: return nil
    }
  }
}
