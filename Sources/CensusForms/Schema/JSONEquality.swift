import CensusJSON

/// Equality of a constant and an instance by JSON Schema's rules (core, section 4.2.2).
enum JSONEquality {
  static func equal(_ value: JSONValue, _ node: JSONNode) -> Bool {
    switch value {
    case .null: return node.kind == .null
    case .bool(let flag): return node.boolean == flag
    case .number(let text):
      guard node.kind == .integer || node.kind == .number, let bound = SchemaBound(.number(text))
      else { return false }
      return ExactNumber.compare(bound.number, ExactNumber(node)) == 0
    case .string(let text): return node.kind == .string && node.string == text
    case .array(let values):
      guard node.kind == .array, node.count == values.count else { return false }
      return zip(values, node.elements).allSatisfy { equal($0, $1) }
    case .object(let object):
      guard node.kind == .object, node.count == object.count else { return false }
      return node.members.allSatisfy { member in
        guard let name = member.key.string, let expected = object[name] else { return false }
        return equal(expected, member.value)
      }
    }
  }
}
