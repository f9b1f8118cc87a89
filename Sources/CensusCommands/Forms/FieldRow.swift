import CensusDomain
import CensusForms

/// A field in the list of a form's fields.
struct FieldRow: Encodable {
  struct ChoiceRow: Encodable {
    let value: String
    let label: LocalizedText
  }

  let name: String
  let label: LocalizedText
  let group: String
  let groupTitle: LocalizedText
  let kind: String
  let unit: String
  let isRequired: Bool
  /// When the field applies; empty where it always does.
  let relevance: String
  let isUnverified: Bool
  /// What its plain keywords allow, by the keyword.
  let limits: LimitRow
  let hint: LocalizedText
  let choices: [ChoiceRow]

  init(_ field: Field, of form: Form) {
    let empty = LocalizedText(verbatim: "")
    name = field.name
    label = field.label
    group = field.group ?? ""
    groupTitle = form.groups.first { $0.key == field.group }?.title ?? empty
    kind = field.kind.rawValue
    unit = field.unit ?? ""
    isRequired = field.isRequired
    relevance = field.relevance?.source ?? ""
    isUnverified = field.isUnverified
    limits = LimitRow(form.limits(of: field))
    hint = field.hint ?? empty
    choices = field.choices.map { ChoiceRow(value: $0.value, label: $0.label) }
  }
}

/// The limits of a field; a keyword that the form does not use is left out.
struct LimitRow: Encodable {
  let minimum: Double?
  let maximum: Double?
  let exclusiveMinimum: Double?
  let exclusiveMaximum: Double?
  let multipleOf: Double?
  let minLength: Int?
  let maxLength: Int?
  let pattern: String?
  let minItems: Int?
  let maxItems: Int?
  /// The limits in a few signs, the numbers as the form's author wrote them.
  private let words: [LocalizedText]

  private enum CodingKeys: String, CodingKey {
    case minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf, minLength, maxLength
    case pattern, minItems, maxItems
  }

  init(_ limits: FieldLimits?) {
    minimum = limits?.minimum.flatMap { Double($0) }
    maximum = limits?.maximum.flatMap { Double($0) }
    exclusiveMinimum = limits?.exclusiveMinimum.flatMap { Double($0) }
    exclusiveMaximum = limits?.exclusiveMaximum.flatMap { Double($0) }
    multipleOf = limits?.multipleOf.flatMap { Double($0) }
    minLength = limits?.minLength
    maxLength = limits?.maxLength
    pattern = limits?.pattern
    minItems = limits?.minItems
    maxItems = limits?.maxItems
    words = limits.map { LimitRow.describe($0) } ?? []
  }

  /// The limits in a few signs.
  func text(_ language: Language) -> String { words.map { $0[language] }.joined(separator: "; ") }

  private static func describe(_ limits: FieldLimits) -> [LocalizedText] {
    var words: [LocalizedText] = []
    if let span = range(limits.minimum, limits.maximum) {
      words.append(LocalizedText(verbatim: span))
    }
    if let bound = limits.exclusiveMinimum { words.append(LocalizedText(verbatim: "> \(bound)")) }
    if let bound = limits.exclusiveMaximum { words.append(LocalizedText(verbatim: "< \(bound)")) }
    if let step = limits.multipleOf {
      words.append(LocalizedText(zh: "最小单位 \(step)", en: "step \(step)"))
    }
    if let span = range(limits.minLength, limits.maxLength) {
      words.append(LocalizedText(zh: "\(span) 字", en: "\(span) characters"))
    }
    if let span = range(limits.minItems, limits.maxItems) {
      words.append(LocalizedText(zh: "\(span) 项", en: "\(span) items"))
    }
    if let pattern = limits.pattern { words.append(LocalizedText(verbatim: pattern)) }
    return words
  }

  private static func range<Bound>(_ least: Bound?, _ most: Bound?) -> String? {
    switch (least, most) {
    case (let least?, let most?): "\(least)…\(most)"
    case (let least?, nil): "≥ \(least)"
    case (nil, let most?): "≤ \(most)"
    case (nil, nil): nil
    }
  }
}
