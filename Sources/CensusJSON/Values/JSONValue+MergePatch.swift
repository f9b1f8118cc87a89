extension JSONValue {
  /// This value changed by a JSON Merge Patch (RFC 7396): members replace, `null` removes.
  public func patched(_ patch: JSONValue) -> JSONValue {
    guard case .object(let changes) = patch else { return patch }
    var result = object ?? JSONObject()
    for (name, change) in changes {
      // A bare nil would be taken for the JSON value.
      let removed: JSONValue? = .none
      result[name] = change.isNull ? removed : (result[name] ?? .null).patched(change)
    }
    return .object(result)
  }
}
