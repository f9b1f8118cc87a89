import CensusDomain
import CensusForms
import CensusJSON

/// Turns `field=value` words into a form's content.
public enum ContentBuilder {
  /// Sets one field of a content from what a person typed; an empty text removes the field.
  public static func set(_ object: inout JSONObject, _ field: Field, to text: String) {
    let typed = text.trimmed
    guard !typed.isEmpty else {
      object[field.name] = nil
      return
    }
    var writer = JSONWriter()
    // What does not fit the field stays text, so that validation names it.
    _ = CellReader().write(Cell(typed), as: field, to: &writer)
    object[field.name] = (try? JSONValue.parse(writer.bytes)) ?? .string(typed)
  }

}

extension String {
  /// The text without white space at its ends.
  var trimmed: String {
    guard first?.isWhitespace == true || last?.isWhitespace == true else { return self }
    let head = drop(while: \.isWhitespace)
    return String(head.reversed().drop(while: \.isWhitespace).reversed())
  }
}
