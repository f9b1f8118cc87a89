import CensusForms
import CensusJSON
import CensusStore
import Foundation

/// What a person types for a field that is no choice.
enum FieldAnswer {
  /// The answer as a value; what is not understood stays as it was typed, so that validation names it.
  static func value(_ answer: String, for field: Field) -> JSONValue? {
    var holder = JSONObject()
    ContentBuilder.set(&holder, field, to: field.kind == .boolean ? boolean(answer) : answer)
    return holder[field.name]
  }

  private static func boolean(_ answer: String) -> String {
    switch NameSearch.plain(answer) {
    case "y", "yes", "是", "shi", "s", "有", "对": "true"
    case "n", "no", "否", "fou", "f", "无", "不": "false"
    default: answer
    }
  }
}
