import CensusDomain
import CensusForms

/// A form for programs: its fields, its rules, and its rules across records.
struct FormDocument: Encodable {
  let code: String
  let version: Int
  let hazard: FormSubject
  let title: LocalizedText
  let status: String
  let source: String
  let fields: [FieldRow]
  let rules: [RuleRow]
  let rulesAcrossRecords: [RuleRow]

  init(_ form: Form) {
    code = form.code
    version = form.version
    hazard = form.subject
    title = form.title
    status = form.status
    source = form.source
    fields = form.fields.map { FieldRow($0, of: form) }
    rules = form.rules.map { RuleRow($0) }
    rulesAcrossRecords = form.distinctRules.map { RuleRow($0) }
  }
}

/// A rule in the list.
struct RuleRow: Encodable {
  let name: String
  let level: String
  /// The rule applies only where this is true; empty where it always does.
  let when: String
  /// Must not be false; of a rule across records, the fields in which no two entries agree.
  let check: String
  let message: LocalizedText
  let isUnverified: Bool

  init(_ rule: Rule) {
    name = rule.name
    level = rule.level.rawValue
    when = rule.condition?.source ?? ""
    check = rule.check.source
    message = rule.message
    isUnverified = rule.isUnverified
  }

  init(_ rule: DistinctRule) {
    let span = rule.span.map { " [\($0.from) … \($0.to)]" } ?? ""
    name = rule.name
    level = rule.level.rawValue
    when = ""
    check = "distinct: " + rule.fields.joined(separator: ", ") + span
    message = rule.message
    isUnverified = rule.isUnverified
  }
}
