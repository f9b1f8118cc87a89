import CensusDomain
import CensusJSON

/// Validates entries of one form: standard keywords and our own beside them, then the cross-field
/// rules.
///
/// Keeps working memory between entries, so one validator serves one thread.
public final class FormValidator {
  /// The form that entries are judged by.
  public let form: Form
  private var checker: SchemaChecker
  private let today: Expression.TextLiteral
  private let regions: (any RegionOutlines)?
  private let place: (longitude: Int?, latitude: Int?, photos: Int?)

  /// Makes a validator for which `today` is the present day and `regions` knows the boundaries.
  public init(form: Form, today: CivilDate, regions: (any RegionOutlines)? = nil) {
    self.form = form
    self.regions = regions
    self.today = Expression.TextLiteral(today.description)
    checker = SchemaChecker(schema: form.schema, scratch: PatternScratch())
    let names = form.schema.rootProperties
    place = (
      names.firstIndex(of: "lon"), names.firstIndex(of: "lat"), names.firstIndex(of: "photos")
    )
  }

  /// Everything that is wrong with `content`, errors and warnings; empty where all is well.
  public func validate(_ content: JSONNode) -> [Finding] {
    checker.check(content, root: form.schema.root)
    var findings = checker.findings
    for index in findings.indices { label(&findings[index]) }
    let slots = checker.slots
    slots.withUnsafeBufferPointer { checkRules($0, into: &findings) }
    return findings
  }

  /// The verdict on standard keywords alone, which any JSON Schema validator shares.
  public func satisfiesSchema(_ content: JSONNode) -> Bool {
    checker.check(content, root: form.schema.root)
  }

  /// The names of the fields that do not apply to `content` by their relevance.
  public func irrelevantFields(of content: JSONNode) -> [String] {
    checker.check(content, root: form.schema.root)
    let slots = checker.slots
    return slots.withUnsafeBufferPointer { buffer in
      let evaluator = ExpressionEvaluator(
        slots: buffer, today: today, place: place, regions: regions)
      return form.fields.compactMap { field in
        guard let relevance = field.relevance, evaluator.truth(relevance) != true else {
          return nil
        }
        return field.name
      }
    }
  }

  /// The names of the members that do not apply to an object, or to one row of a list, by their
  /// relevance; none where nothing of the kind stands in `content`.
  ///
  /// - Parameters:
  ///   - field: the list or the object.
  ///   - row: the row, counted from 0; nil for an object.
  ///   - content: the entry, of which the relevance may speak as well.
  public func irrelevantMembers(of field: Field, row: Int?, in content: JSONNode) -> [String] {
    checker.check(content, root: form.schema.root)
    guard let value = content[member: field.name] else { return [] }
    guard let row else { return irrelevantMembers(of: value, field) }
    let element = value.elements.enumerated().first { $0.offset == row }?.element
    return element.map { irrelevantMembers(of: $0, field) } ?? []
  }

  /// The names of the members that do not apply to one row of `field`.
  func irrelevantMembers(of row: JSONNode, _ field: Field) -> [String] {
    let slots = checker.slots
    return slots.withUnsafeBufferPointer { buffer in
      let evaluator = ExpressionEvaluator(
        slots: buffer, today: today, place: place, regions: regions)
      return field.members.compactMap { member in
        guard let relevance = member.relevance,
          evaluator.truth(relevance, row: ExpressionEvaluator.Row(item: row)) != true
        else { return nil }
        return member.name
      }
    }
  }

  /// Puts the field's label before the message, since a pointer alone tells a surveyor little.
  private func label(_ finding: inout Finding) {
    guard let token = finding.pointer.split(separator: "/").first,
      let field = form.field(JSONPointer.unescape(token))
    else { return }
    finding.message = LocalizedText(
      zh: "\(field.label.zh)：\(finding.message.zh)", en: "\(field.label.en): \(finding.message.en)")
  }

  private func checkRules(
    _ slots: UnsafeBufferPointer<JSONNode?>, into findings: inout [Finding]
  ) {
    let evaluator = ExpressionEvaluator(
      slots: slots, today: today, place: place, regions: regions)
    for rule in form.rules {
      if let condition = rule.condition, evaluator.truth(condition) != true { continue }
      guard evaluator.truth(rule.check) == false else { continue }
      findings.append(
        Finding(
          pointer: rule.places.first ?? "", rule: rule.name, level: rule.level,
          message: fill(rule.message, slots)))
    }
  }

  private func fill(
    _ message: LocalizedText, _ slots: UnsafeBufferPointer<JSONNode?>
  ) -> LocalizedText {
    MessageTemplate.fill(message) { path in
      form.schema.rootProperties.firstIndex(of: path[0]).map { MessageTemplate.Value(slots[$0]) }
    }
  }
}

@available(*, unavailable)
extension FormValidator: Sendable {}
