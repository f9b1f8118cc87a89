import CensusJSON

/// Every schema in the file, also those of conditions and of `$defs`.
extension FormLint {
  /// Where a schema stands.
  private struct Scope {
    /// Whether it is only tried, as under `if`: what it finds is reported nowhere.
    var isTried = false
    /// The members that the instance may have, where another schema has listed them.
    var names: Set<String>?
  }

  mutating func checkSchemas() {
    checkSchema(document, at: "", Scope(names: Set(fields)))
  }

  private mutating func checkSchema(_ value: JSONValue, at place: String, _ scope: Scope) {
    guard case .object(let schema) = value else { return }
    if !place.isEmpty { checkAnnotations(of: schema, at: place) }
    checkKeywords(of: schema, at: place, isTried: scope.isTried)
    var same = scope
    same.names = scope.names ?? closedNames(of: schema)
    if let names = same.names { checkNames(in: schema, at: place, known: names) }
    var tried = same
    tried.isTried = true
    let inner = Scope(isTried: scope.isTried)
    for (keyword, value) in schema {
      let there = place + "/" + keyword
      switch keyword {
      case "properties": checkEach(value, at: there, inner)
      case "$defs": checkEach(value, at: there, Scope())
      case "prefixItems": checkEach(value, at: there, inner)
      case "items", "additionalProperties": checkSchema(value, at: there, inner)
      case "allOf": checkEach(value, at: there, same)
      case "then", "else": checkSchema(value, at: there, same)
      case "anyOf", "oneOf": checkEach(value, at: there, tried)
      case "if", "not": checkSchema(value, at: there, tried)
      default: continue
      }
    }
  }

  private mutating func checkEach(_ value: JSONValue, at place: String, _ scope: Scope) {
    switch value {
    case .object(let parts):
      for (name, part) in parts {
        checkSchema(part, at: place + "/" + JSONPointer.escape(name), scope)
      }
    case .array(let parts):
      for (index, part) in parts.enumerated() { checkSchema(part, at: "\(place)/\(index)", scope) }
    default: return
    }
  }

  /// The members that `schema` allows, where it allows no other.
  private func closedNames(of schema: JSONObject) -> Set<String>? {
    guard schema["additionalProperties"]?.boolean == false,
      case .object(let properties)? = schema["properties"]
    else { return nil }
    return Set(properties.names)
  }

  /// Refuses names of members that the instance cannot have.
  private mutating func checkNames(
    in schema: JSONObject, at place: String, known: Set<String>
  ) {
    if case .object(let properties)? = schema["properties"] {
      for name in properties.names where !known.contains(name) {
        refuse(name, at: place + "/properties/" + JSONPointer.escape(name))
      }
    }
    checkList(schema["required"], at: place + "/required", known: known)
    guard case .object(let table)? = schema["dependentRequired"] else { return }
    for (name, needs) in table {
      let there = place + "/dependentRequired/" + JSONPointer.escape(name)
      if !known.contains(name) { refuse(name, at: there) }
      checkList(needs, at: there, known: known)
    }
  }

  private mutating func checkList(_ list: JSONValue?, at place: String, known: Set<String>) {
    guard case .array(let names)? = list else { return }
    for (index, value) in names.enumerated() {
      guard let name = value.string, known.contains(name) else {
        refuse(value.string ?? value.encoded, at: "\(place)/\(index)")
        continue
      }
    }
  }

  private mutating func refuse(_ name: String, at place: String) {
    add(place, zh: "没有字段“\(name)”。", en: "There is no field “\(name)”.")
  }
}
