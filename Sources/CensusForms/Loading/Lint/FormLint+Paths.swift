import CensusJSON

/// Ways from an entry to a field inside it.
extension FormLint {
  /// Whether `path` leads to a field, through objects by their names and lists by a number.
  func isField(_ path: [String]) -> Bool {
    guard let first = path.first, fields.contains(first) else { return false }
    var schema = document
    for step in path {
      schema = resolved(schema)
      if let member = schema[member: "properties"]?[member: step] {
        schema = member
      } else if let item = schema[member: "items"], Int(step) != nil {
        schema = item
      } else {
        return false
      }
    }
    return true
  }

  /// The schema that `schema` refers to, or itself.
  private func resolved(_ schema: JSONValue) -> JSONValue {
    var found = schema
    // A circle of references is refused by the compiler; here it only has to end.
    for _ in 0..<16 {
      guard let reference = found[member: "$ref"]?.string, reference.hasPrefix("#"),
        let target = JSONPointer.target(of: reference, in: document)
      else { break }
      found = target
    }
    return found
  }
}
