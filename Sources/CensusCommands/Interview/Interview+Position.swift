import CensusForms
import CensusJSON

extension Interview {
  /// Takes a longitude or latitude that is written in another way than decimal degrees, also both at once.
  ///
  /// - Returns: false where the answer is no such position; it is then taken as any other.
  mutating func takePosition(
    _ answer: String, for field: Field, in scope: AnswerScope
  ) throws -> Bool {
    guard scope.field == nil, field.kind == .number, field.name == "lon" || field.name == "lat",
      !PlainNumber.isJSON(answer)
    else { return false }
    var changed = content
    PositionTalk.set(&changed, field, of: form, to: answer, desk.language)
    guard changed[field.name]?.numberText != nil else { return false }
    try save(changed)
    return true
  }
}
