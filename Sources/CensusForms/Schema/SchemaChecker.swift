import CensusDomain
import CensusJSON

/// Judges one instance by a compiled schema; allocates only when something is wrong.
struct SchemaChecker {
  /// Which instance a schema is applied to.
  private enum Place {
    /// The root by the root schema, which fills the slots.
    case root
    /// The root again, by a schema beside it; the slots are filled.
    case rootAgain
    case inner

    /// The place of a schema that is applied to the same instance.
    var again: Place { self == .inner ? .inner : .rootAgain }
  }

  private enum Step {
    case member(UnsafeBufferPointer<UInt8>)
    case slot(Int)
    case name(String)
    case index(Int)
  }

  private let nodes: [SchemaNode]
  /// The root's properties.
  private let names: [String]
  private let scratch: PatternScratch
  private var path: [Step] = []
  /// Above zero while a subschema is only tried, as under `if` or `anyOf`: nothing is reported.
  private var trials = 0
  private(set) var findings: [Finding] = []
  /// The root object's values by property number, for the cross-field rules.
  private(set) var slots: [JSONNode?]

  init(schema: CompiledSchema, scratch: PatternScratch) {
    nodes = schema.nodes
    names = schema.rootProperties
    self.scratch = scratch
    slots = Array(repeating: nil, count: schema.nodes[schema.root].properties.count)
    path.reserveCapacity(16)
  }

  /// Judges `instance` as the root; earlier findings and slots are forgotten.
  ///
  /// - Returns: the verdict of the standard's keywords. What our own annotations find is among the
  ///   findings and leaves the verdict as it is.
  @discardableResult
  mutating func check(_ instance: JSONNode, root: Int) -> Bool {
    findings.removeAll(keepingCapacity: true)
    for index in slots.indices { slots[index] = nil }
    return check(instance, by: root, .root)
  }

  private var pointer: String {
    path.reduce(into: "") { text, step in
      switch step {
      case .member(let bytes):
        text += "/" + JSONPointer.escape(String(decoding: bytes, as: UTF8.self))
      case .slot(let slot): text += "/" + JSONPointer.escape(names[slot])
      case .name(let name): text += "/" + JSONPointer.escape(name)
      case .index(let index): text += "/\(index)"
      }
    }
  }

  private mutating func fail(_ keyword: String, _ message: @autoclosure () -> LocalizedText) -> Bool
  {
    report(keyword, message())
    return false
  }

  private mutating func report(_ rule: String, _ message: @autoclosure () -> LocalizedText) {
    guard trials == 0 else { return }
    findings.append(Finding(pointer: pointer, rule: rule, level: .error, message: message()))
  }

  private mutating func tries(_ instance: JSONNode, _ index: Int, _ place: Place) -> Bool {
    trials += 1
    defer { trials -= 1 }
    return check(instance, by: index, place)
  }

  private mutating func check(
    _ instance: JSONNode, by index: Int, _ place: Place = .inner
  ) -> Bool {
    // A copy of the node would retain each of its arrays; the array itself is held once.
    let nodes = self.nodes
    return nodes.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return true }
      return check(instance, by: base + index, place)
    }
  }

  private mutating func check(
    _ instance: JSONNode, by node: UnsafePointer<SchemaNode>, _ place: Place
  ) -> Bool {
    if let verdict = node.pointee.verdict {
      return verdict || fail("false", SchemaMessages.notAllowedHere)
    }
    var holds = true
    if !node.pointee.types.isEmpty, !matches(instance, node.pointee.types) {
      // What is of the wrong type would only repeat the fault in other words.
      return fail("type", SchemaMessages.type(node.pointee.types, instance))
    }
    if let constant = node.pointee.constant, !constant.equals(instance) {
      holds = fail("const", SchemaMessages.constant(constant, instance))
    }
    if !node.pointee.enumeration.isEmpty,
      !node.pointee.enumeration.contains(where: { $0.equals(instance) })
    {
      holds = fail("enum", SchemaMessages.enumeration(node.pointee.enumeration, instance))
    }
    switch instance.kind {
    case .integer, .number:
      if node.pointee.hasNumberKeywords { holds = checkNumber(instance, node) && holds }
      if instance.kind == .number, let most = node.pointee.decimals {
        checkDecimals(instance, most)
      }
    case .string:
      holds = checkString(instance, node) && holds
      if holds, node.pointee.isDay { checkDay(instance) }
    case .array: holds = checkArray(instance, node) && holds
    case .object:
      if node.pointee.hasObjectKeywords {
        if place == .rootAgain, node.pointee.rootSlots != nil {
          holds = checkSlots(node) && holds
        } else {
          holds = checkObject(instance, node, place) && holds
        }
      }
    case .null, .true, .false: break
    }
    return checkCombinations(instance, node, place.again) && holds
  }

  private func matches(_ instance: JSONNode, _ types: TypeSet) -> Bool {
    switch instance.kind {
    case .null: return types.contains(.null)
    case .true, .false: return types.contains(.boolean)
    case .integer: return !types.isDisjoint(with: [.integer, .number])
    case .number:
      if types.contains(.number) { return true }
      // 1.0 is an integer (JSON Schema validation, section 6.1.1).
      return types.contains(.integer) && ExactNumber(instance).isMultiple(of: ExactNumber(1))
    case .string: return types.contains(.string)
    case .array: return types.contains(.array)
    case .object: return types.contains(.object)
    }
  }

  private mutating func checkNumber(
    _ instance: JSONNode, _ node: UnsafePointer<SchemaNode>
  ) -> Bool {
    let value = ExactNumber(instance)
    var holds = true
    if let bound = node.pointee.minimum, ExactNumber.compare(value, bound.number) < 0 {
      holds = fail("minimum", SchemaMessages.below(bound, instance))
    }
    if let bound = node.pointee.maximum, ExactNumber.compare(value, bound.number) > 0 {
      holds = fail("maximum", SchemaMessages.above(bound, instance))
    }
    if let bound = node.pointee.exclusiveMinimum, ExactNumber.compare(value, bound.number) <= 0 {
      holds = fail("exclusiveMinimum", SchemaMessages.notAbove(bound, instance))
    }
    if let bound = node.pointee.exclusiveMaximum, ExactNumber.compare(value, bound.number) >= 0 {
      holds = fail("exclusiveMaximum", SchemaMessages.notBelow(bound, instance))
    }
    if let unit = node.pointee.multipleOf, !value.isMultiple(of: unit.number) {
      holds = fail("multipleOf", SchemaMessages.multiple(unit, instance))
    }
    return holds
  }

  private mutating func checkDecimals(_ instance: JSONNode, _ most: Int) {
    guard DecimalPlaces.count(in: instance.utf8) > most else { return }
    report("hc:decimals", SchemaMessages.decimals(most, instance))
  }

  /// A pattern lets 2021-02-30 through; the calendar does not.
  private mutating func checkDay(_ instance: JSONNode) {
    guard instance.utf8.count >= 10, CivilDate(utf8: instance.utf8.prefix(10)) == nil else {
      return
    }
    report("realDate", SchemaMessages.noSuchDay(instance))
  }

  private mutating func checkString(
    _ instance: JSONNode, _ node: UnsafePointer<SchemaNode>
  ) -> Bool {
    var holds = true
    if node.pointee.minLength != nil || node.pointee.maxLength != nil {
      var length = 0
      for byte in instance.utf8 where byte & 0xC0 != 0x80 { length += 1 }
      if let least = node.pointee.minLength, length < least {
        holds = fail("minLength", SchemaMessages.shorter(least, length))
      }
      if let most = node.pointee.maxLength, length > most {
        holds = fail("maxLength", SchemaMessages.longer(most, length))
      }
    }
    if let pattern = node.pointee.pattern, !pattern.matches(instance.utf8, scratch: scratch) {
      holds = fail("pattern", SchemaMessages.pattern(pattern, instance))
    }
    return holds
  }

  private mutating func checkArray(
    _ instance: JSONNode, _ node: UnsafePointer<SchemaNode>
  ) -> Bool {
    var holds = true
    if let least = node.pointee.minItems, instance.count < least {
      holds = fail("minItems", SchemaMessages.fewer(least, instance.count))
    }
    if let most = node.pointee.maxItems, instance.count > most {
      holds = fail("maxItems", SchemaMessages.more(most, instance.count))
    }
    if node.pointee.items != nil || !node.pointee.prefixItems.isEmpty {
      var position = 0
      for element in instance.elements {
        let prefix = node.pointee.prefixItems
        let schema = position < prefix.count ? prefix[position] : node.pointee.items
        if let schema {
          path.append(.index(position))
          holds = check(element, by: schema) && holds
          path.removeLast()
        }
        position += 1
      }
    }
    if node.pointee.uniqueItems, instance.count > 1, !areUnique(instance) {
      holds = fail("uniqueItems", SchemaMessages.repeated)
    }
    return holds
  }

  private func areUnique(_ array: JSONNode) -> Bool {
    var earlier: [JSONNode] = []
    for element in array.elements {
      if earlier.contains(where: { $0.equals(element) }) { return false }
      earlier.append(element)
    }
    return true
  }

  private mutating func checkObject(
    _ instance: JSONNode, _ node: UnsafePointer<SchemaNode>, _ place: Place
  ) -> Bool {
    var holds = true
    var seen = FieldSet()
    var expected = 0
    for (key, value) in instance.members {
      let name = key.utf8
      if let index = node.pointee.properties.index(of: name, expected: expected) {
        expected = index + 1
        seen.insert(index)
        if place == .root { slots[index] = value }
        path.append(.member(name))
        holds = check(value, by: node.pointee.properties.schemas[index]) && holds
        path.removeLast()
      } else if let additional = node.pointee.additionalProperties {
        path.append(.member(name))
        if nodes[additional].verdict == false {
          holds = fail("additionalProperties", SchemaMessages.unknownField)
        } else {
          holds = check(value, by: additional) && holds
        }
        path.removeLast()
      }
    }
    for required in node.pointee.required {
      let isThere = required.index.map(seen.contains) ?? (instance[member: required.name] != nil)
      if !isThere { holds = missing(required.name, "required") }
    }
    for (name, needs) in node.pointee.dependentRequired where instance[member: name] != nil {
      for need in needs where instance[member: need] == nil {
        holds = missing(need, "dependentRequired")
      }
    }
    return holds
  }

  /// Reports an absent field at the field's own place, where a form can show it.
  private mutating func missing(_ name: String, _ keyword: String) -> Bool {
    path.append(.name(name))
    defer { path.removeLast() }
    return fail(keyword, SchemaMessages.missing)
  }

  /// Judges the root again by a schema that speaks of its own properties only.
  private mutating func checkSlots(_ node: UnsafePointer<SchemaNode>) -> Bool {
    guard let places = node.pointee.rootSlots else { return true }
    var holds = true
    for place in places.properties {
      guard let value = slots[place.slot] else { continue }
      path.append(.slot(place.slot))
      holds = check(value, by: place.schema) && holds
      path.removeLast()
    }
    for need in places.required where slots[need.slot] == nil {
      holds = missing(need.name, "required")
    }
    return holds
  }

  private mutating func checkCombinations(
    _ instance: JSONNode, _ node: UnsafePointer<SchemaNode>, _ place: Place
  ) -> Bool {
    var holds = true
    if let reference = node.pointee.reference {
      holds = check(instance, by: reference, place) && holds
    }
    for part in node.pointee.allOf { holds = check(instance, by: part, place) && holds }
    if !node.pointee.anyOf.isEmpty {
      var matched = false
      for part in node.pointee.anyOf where tries(instance, part, place) {
        matched = true
        break
      }
      if !matched { holds = fail("anyOf", SchemaMessages.noneOf) }
    }
    if !node.pointee.oneOf.isEmpty {
      var matches = 0
      for part in node.pointee.oneOf where tries(instance, part, place) { matches += 1 }
      if matches != 1 {
        holds = fail("oneOf", matches == 0 ? SchemaMessages.noneOf : SchemaMessages.severalOf)
      }
    }
    if let excluded = node.pointee.not, tries(instance, excluded, place) {
      holds = fail("not", SchemaMessages.notAllowedHere)
    }
    if let condition = node.pointee.condition {
      let branch =
        tries(instance, condition, place) ? node.pointee.consequence : node.pointee.alternative
      if let branch { holds = check(instance, by: branch, place) && holds }
    }
    return holds
  }
}
