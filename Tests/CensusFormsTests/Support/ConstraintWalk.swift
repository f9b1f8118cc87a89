import CensusForms
import CensusJSON

/// What is wrong with an entry that breaks one keyword of a form's schema.
struct BrokenKeyword {
  let content: JSONValue
  let pointer: String
  let keyword: String
}

/// Goes through a form's schema and breaks each constraint once, beginning from the form's example.
struct ConstraintWalk {
  private let document: JSONValue
  private let example: JSONValue
  private(set) var broken: [BrokenKeyword] = []

  init(document: JSONValue, example: JSONValue) {
    self.document = document
    self.example = example
    let root = Place(pointer: "", value: example) { $0 }
    object(document, at: root)
  }

  /// Somewhere in the example: what is there, and the example with something else there.
  private struct Place {
    let pointer: String
    let value: JSONValue?
    let replacing: (JSONValue?) -> JSONValue?

    init(pointer: String, value: JSONValue?, replacing: @escaping (JSONValue?) -> JSONValue?) {
      self.pointer = pointer
      self.value = value
      self.replacing = replacing
    }

    func member(_ name: String) -> Place {
      Place(pointer: "\(pointer)/\(name)", value: value?[member: name]) { new in
        var object = value?.object ?? JSONObject()
        object[name] = new
        return replacing(.object(object))
      }
    }

    func item(_ index: Int) -> Place {
      var items = value?.array ?? []
      let present = index < items.count ? items[index] : nil
      return Place(pointer: "\(pointer)/\(index)", value: present) { new in
        guard let new else { return replacing(.array(items)) }
        if index < items.count { items[index] = new } else { items = [new] }
        return replacing(.array(items))
      }
    }
  }

  private mutating func add(
    _ place: Place, _ value: JSONValue?, _ keyword: String, at: String? = nil
  ) {
    guard let content = place.replacing(value) else { return }
    broken.append(
      BrokenKeyword(content: content, pointer: at ?? place.pointer, keyword: keyword))
  }

  private func resolved(_ schema: JSONValue) -> JSONValue {
    guard let reference = schema[member: "$ref"]?.string else { return schema }
    var found: JSONValue? = document
    for step in reference.split(separator: "/").dropFirst() { found = found?[member: String(step)] }
    return resolved(found ?? .null)
  }

  private mutating func schema(_ unresolved: JSONValue, at place: Place) {
    let schema = resolved(unresolved)
    guard case .object(let keywords) = schema else { return }
    if let constant = keywords["const"] {
      return add(place, .string((constant.string ?? "") + "§"), "const")
    }
    switch keywords["type"]?.string {
    case "string": text(keywords, at: place)
    case "integer", "number": number(keywords, at: place)
    case "boolean": add(place, "§", "type")
    case "array":
      add(place, "§", "type")
      list(keywords, at: place)
    case "object":
      add(place, "§", "type")
      object(schema, at: place)
    default: break
    }
  }

  private mutating func text(_ keywords: JSONObject, at place: Place) {
    add(place, 1, "type")
    if keywords["enum"] != nil { return add(place, "§", "enum") }
    if let pattern = keywords["pattern"]?.string {
      add(place, .string(pattern.hasPrefix("^") ? "§" : " "), "pattern")
    }
    if keywords["minLength"] != nil { add(place, "", "minLength") }
    if let most = keywords["maxLength"]?.int64 {
      add(place, .string(String(repeating: "测", count: Int(most) + 1)), "maxLength")
    }
    switch keywords["format"]?.string {
    case "date": add(place, "2021-02-30", "realDate")
    case "date-time": add(place, "2021-02-30T08:00:00+08:00", "realDate")
    default: break
    }
  }

  private mutating func number(_ keywords: JSONObject, at place: Place) {
    add(place, "§", "type")
    if keywords["type"]?.string == "integer" { add(place, .number("1.5"), "type") }
    if let bound = keywords["minimum"]?.double {
      add(place, JSONValue(double: bound - 1), "minimum")
    }
    if let bound = keywords["maximum"]?.double {
      add(place, JSONValue(double: bound + 1), "maximum")
    }
    if let bound = keywords["exclusiveMinimum"] { add(place, bound, "exclusiveMinimum") }
    if let most = keywords["hc:decimals"]?.int64 {
      add(place, .number("118." + String(repeating: "1", count: Int(most) + 1)), "hc:decimals")
    }
  }

  private mutating func list(_ keywords: JSONObject, at place: Place) {
    let items = place.value?.array ?? []
    if keywords["minItems"] != nil { add(place, [], "minItems") }
    if let most = keywords["maxItems"]?.int64 {
      let filler = items.first ?? 0
      add(place, .array(Array(repeating: filler, count: Int(most) + 1)), "maxItems")
    }
    if keywords["uniqueItems"]?.boolean == true, let first = items.first {
      add(place, .array([first, first]), "uniqueItems")
    }
    for (index, item) in (keywords["prefixItems"]?.array ?? []).enumerated() where !items.isEmpty {
      schema(item, at: place.item(index))
    }
    if let inner = keywords["items"], keywords["prefixItems"] == nil {
      schema(inner, at: place.item(0))
    }
  }

  private mutating func object(_ schema: JSONValue, at place: Place) {
    for (name, member) in schema[member: "properties"]?.object ?? JSONObject() {
      self.schema(member, at: place.member(name))
    }
    for name in schema[member: "required"]?.array?.compactMap(\.string) ?? [] {
      add(place.member(name), nil, "required")
    }
    if schema[member: "additionalProperties"]?.boolean == false {
      add(place.member("unknownMember"), 1, "additionalProperties")
    }
    for (name, needs) in schema[member: "dependentRequired"]?.object ?? JSONObject() {
      guard let other = needs.array?.first?.string else { continue }
      let present = place.member(name).value ?? 1
      var content = place.value?.object ?? JSONObject()
      content[name] = present
      let without: JSONValue? = .none
      content[other] = without
      add(place, .object(content), "dependentRequired", at: "\(place.pointer)/\(other)")
    }
    for condition in schema[member: "allOf"]?.array ?? [] { conditional(condition, at: place) }
  }

  /// A conditional requirement: what must be there where the condition holds, and must not be there
  /// where it does not.
  private mutating func conditional(_ member: JSONValue, at place: Place) {
    guard let condition = member[member: "if"] else { return }
    let present = place.value ?? [:]
    let holding = present.patched(Condition.satisfying(condition))
    let failing = present.patched(Condition.failing(condition))
    for name in member[member: "then"]?[member: "required"]?.array?.compactMap(\.string) ?? [] {
      add(place, holding.patched([name: nil]), "required", at: "\(place.pointer)/\(name)")
    }
    for (name, schema) in member[member: "else"]?[member: "properties"]?.object ?? JSONObject()
    where schema.boolean == false {
      let value = present[member: name] ?? "§"
      add(place, failing.patched([name: value]), "false", at: "\(place.pointer)/\(name)")
    }
  }
}

/// Merge patches that make a condition of the vocabulary hold or fail.
private enum Condition {
  static func satisfying(_ condition: JSONValue) -> JSONValue {
    var patch: JSONValue = [:]
    for (name, schema) in condition[member: "properties"]?.object ?? JSONObject() {
      if let value = value(under: schema) { patch = patch.patched([name: value]) }
    }
    for name in condition[member: "required"]?.array?.compactMap(\.string) ?? []
    where condition[member: "properties"]?[member: name] == nil {
      patch = patch.patched([name: 1])
    }
    for part in condition[member: "allOf"]?.array ?? [] { patch = patch.patched(satisfying(part)) }
    if let first = condition[member: "anyOf"]?.array?.first {
      patch = patch.patched(satisfying(first))
    }
    return patch
  }

  /// Without the fields that it speaks of no condition holds; the patch says so for each.
  static func failing(_ condition: JSONValue) -> JSONValue {
    var members = JSONObject()
    for name in condition[member: "required"]?.array?.compactMap(\.string) ?? [] {
      members[name] = JSONValue.null
    }
    var patch = JSONValue.object(members)
    for key in ["allOf", "anyOf"] {
      for part in condition[member: key]?.array ?? [] {
        for (name, value) in failing(part).object ?? JSONObject() {
          var object = patch.object ?? JSONObject()
          object[name] = value
          patch = .object(object)
        }
      }
    }
    return patch
  }

  private static func value(under schema: JSONValue) -> JSONValue? {
    if let constant = schema[member: "const"] { return constant }
    if let first = schema[member: "enum"]?.array?.first { return first }
    if let inner = schema[member: "not"]?[member: "items"]?[member: "not"]?[member: "const"] {
      return [inner]
    }
    if let bound = schema[member: "minimum"] { return bound }
    if let bound = schema[member: "exclusiveMinimum"]?.double {
      return JSONValue(double: bound + 1)
    }
    return nil
  }
}
