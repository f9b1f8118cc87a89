import CensusJSON

/// The names that an expression of a form may use.
struct ExpressionNames {
  /// Whose fields an expression speaks of.
  enum Scope {
    case form
    /// A row of a list: its fields, nil where the list's schema does not tell, and whether the row
    /// after it can be named.
    case row(fields: Set<String>?, hasNext: Bool)
  }

  /// The form's numbering of its top-level properties.
  let slots: [String: Int]
  /// The values of the form's settings.
  let settings: [String: Expression.ExactNumberLiteral]
  private let document: JSONValue

  init(
    document: JSONValue, slots: [String: Int],
    settings: [String: Expression.ExactNumberLiteral]
  ) {
    self.document = document
    self.slots = slots
    self.settings = settings
  }

  /// The names of the fields that the rows of the list at `path` have.
  func rows(_ path: [String]) -> Set<String>? {
    var schema: JSONValue? = document
    for step in path { schema = schema?[member: "properties"]?[member: step].map(resolved) }
    let row = schema?[member: "items"].map(resolved)
    return row?[member: "properties"]?.object.map { Set($0.names) }
  }

  private func resolved(_ schema: JSONValue) -> JSONValue {
    guard let reference = schema[member: "$ref"]?.string, reference.hasPrefix("#") else {
      return schema
    }
    return JSONPointer.target(of: reference, in: document) ?? schema
  }
}
