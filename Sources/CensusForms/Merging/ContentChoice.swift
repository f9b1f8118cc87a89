import CensusJSON

/// Puts a decided value in the place of a field in conflict.
public enum ContentChoice {
  /// Sets the value at `pointer` in `content`; nil removes it.
  public static func set(_ value: JSONValue?, at pointer: String, in content: inout JSONObject) {
    set(value, at: JSONPointer.tokens(of: pointer)[...], in: &content)
  }

  private static func set(
    _ value: JSONValue?, at tokens: ArraySlice<String>, in object: inout JSONObject
  ) {
    guard let name = tokens.first else { return }
    guard tokens.count > 1 else {
      object[name] = value
      return
    }
    var inner = object[name]?.object ?? [:]
    set(value, at: tokens.dropFirst(), in: &inner)
    object[name] = .object(inner)
  }
}
