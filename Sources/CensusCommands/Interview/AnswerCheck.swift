import CensusDomain
import CensusForms
import CensusJSON

/// Asks the form about the answers so far.
struct AnswerCheck {
  private let validator: FormValidator

  init(form: Form, regions: (any RegionOutlines)?) {
    validator = FormValidator(form: form, today: SystemClock().now().officeDay, regions: regions)
  }

  /// What is wrong with the answer to `field`, as far as the answers so far can tell.
  func findings(on field: Field, in content: JSONObject) throws -> [Finding] {
    try read(content) { validator.findings(on: field, in: $0) }
  }

  /// What is wrong with the answer to `field` where it stands, as far as the answers so far can tell.
  func findings(
    on field: Field, in scope: AnswerScope, of content: JSONObject
  ) throws -> [Finding] {
    guard let holder = scope.field else { return try findings(on: field, in: content) }
    let place = scope.pointer(to: field.name)
    return try findings(on: holder, in: content).filter {
      $0.pointer == place || $0.pointer.hasPrefix(place + "/")
    }
  }

  /// Everything that is wrong with the answers so far.
  func findings(in content: JSONObject) throws -> [Finding] {
    try read(content) { validator.validate($0) }
  }

  /// Whether `field` applies, given the answers so far.
  func applies(_ field: Field, in scope: AnswerScope, of content: JSONObject) throws -> Bool {
    guard field.relevance != nil else { return true }
    return try read(content) { node in
      let others =
        scope.field.map { validator.irrelevantMembers(of: $0, row: scope.row, in: node) }
        ?? validator.irrelevantFields(of: node)
      return !others.contains(field.name)
    }
  }

  private func read<Result>(
    _ content: JSONObject, _ body: (JSONNode) -> Result
  ) throws -> Result {
    try JSONParser().withDocument(JSONValue.object(content).encodedBytes) { body($0) }
  }
}
