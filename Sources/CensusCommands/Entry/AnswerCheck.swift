import CensusDomain
import CensusForms
import CensusJSON

/// Asks the form about the answers so far.
struct AnswerCheck {
  private let validator: FormValidator

  init(form: Form) {
    validator = FormValidator(form: form, today: SystemClock().now().officeDay)
  }

  /// What is wrong with the answer to `field`, as far as the answers so far can tell.
  func findings(on field: Field, in object: JSONObject) throws -> [Finding] {
    try JSONParser().withDocument(JSONValue.object(object).encodedBytes) { node in
      validator.findings(on: field, in: node)
    }
  }

  /// Whether `field` applies, given the answers so far.
  func applies(_ field: Field, in object: JSONObject) throws -> Bool {
    guard field.relevance != nil else { return true }
    return try JSONParser().withDocument(JSONValue.object(object).encodedBytes) { node in
      !validator.irrelevantFields(of: node).contains(field.name)
    }
  }
}
