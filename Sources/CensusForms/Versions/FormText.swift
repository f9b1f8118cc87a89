import CensusJSON

/// Writes a form's file with a line for each field, rule and value of the example, so that a change shows.
public enum FormText {
  private static let byMember: Set<String> = ["properties", "$defs", "hc:example"]
  private static let byItem: Set<String> = [
    "hc:groups", "hc:settings", "hc:rules", "hc:distinct", "hc:earlier", "allOf",
  ]

  /// The file's text.
  public static func render(_ document: JSONValue) -> String {
    guard case .object(let object) = document else { return document.encoded + "\n" }
    let parts = object.map { name, value -> String in
      let key = JSONValue.string(name).encoded
      if byMember.contains(name), case .object(let members) = value, !members.isEmpty {
        let lines = members.map { "    \(JSONValue.string($0.name).encoded): \($0.value.encoded)" }
        return "  \(key): {\n" + lines.joined(separator: ",\n") + "\n  }"
      }
      if byItem.contains(name), case .array(let items) = value, !items.isEmpty {
        return "  \(key): [\n" + items.map { "    " + $0.encoded }.joined(separator: ",\n")
          + "\n  ]"
      }
      return "  \(key): \(value.encoded)"
    }
    return "{\n" + parts.joined(separator: ",\n") + "\n}\n"
  }
}
