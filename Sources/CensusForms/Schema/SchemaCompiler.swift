import CensusDomain
import CensusJSON

/// Turns a JSON Schema (2020-12) into a ``CompiledSchema``, refusing what the engine could not assert.
struct SchemaCompiler {
  private(set) var schema = CompiledSchema()
  var collector = DiagnosticCollector()
  private let document: JSONValue
  private var references: [String: Int] = [:]

  /// Keywords that assert nothing (JSON Schema core and validation, annotations) and are passed over.
  private static let annotations: Set<String> = [
    "$schema", "$id", "$comment", "title", "description", "default", "examples",
  ]

  /// The annotations of our own vocabulary, specified in `Docs/Form-vocabulary.md`.
  private static let ownAnnotations: Set<String> = [
    "hc:form", "hc:groups", "hc:rules", "hc:distinct", "hc:settings", "hc:earlier", "hc:example",
    "hc:label", "hc:group", "hc:unit", "hc:hint",
    "hc:relevance", "hc:status", "hc:choices", "hc:decimals",
  ]

  init(document: JSONValue) { self.document = document }

  mutating func compile() {
    schema.root = compile(document, at: "")
    schema.rootProperties = schema.nodes[schema.root].properties.names
    schema.bindToRoot()
    if SchemaCycle.exists(in: schema.nodes) {
      collector.add(
        "", zh: "$ref 绕回自身而不进入更深一层，校验永远不会结束。",
        en: "A $ref leads back to itself without going deeper, so a validation would never end.")
    }
  }

  private mutating func reserve() -> Int {
    schema.nodes.append(SchemaNode())
    return schema.nodes.count - 1
  }

  private mutating func compile(_ value: JSONValue, at pointer: String) -> Int {
    // The place is entered before the parts are compiled, so that a recursive $ref ends.
    if let known = references[pointer] { return known }
    let index = reserve()
    references[pointer] = index
    switch value {
    case .bool(let verdict): schema.nodes[index].verdict = verdict
    case .object(let object):
      let node = node(object, at: pointer)
      schema.nodes[index] = node
    default:
      collector.add(
        pointer, zh: "模式必须是对象或布尔值。", en: "A schema must be an object or a boolean.")
    }
    return index
  }

  private mutating func node(_ object: JSONObject, at pointer: String) -> SchemaNode {
    var node = SchemaNode()
    // `required` is bound to the properties' numbering, so these come first.
    if let properties = object["properties"] {
      node.properties = propertyTable(properties, at: pointer + "/properties")
    }
    for (keyword, value) in object where keyword != "properties" {
      let place = pointer + "/" + JSONPointer.escape(keyword)
      if SchemaCompiler.annotations.contains(keyword) { continue }
      if keyword.hasPrefix("hc:") {
        if !SchemaCompiler.ownAnnotations.contains(keyword) {
          collector.add(
            place, zh: "标注“\(keyword)”不在本软件的词汇中。",
            en: "The annotation “\(keyword)” is not in the vocabulary.")
        }
        if keyword == "hc:decimals" { node.decimals = decimals(value, at: place) }
        continue
      }
      apply(keyword, value, to: &node, at: place)
    }
    return node
  }

  private mutating func apply(
    _ keyword: String, _ value: JSONValue, to node: inout SchemaNode, at place: String
  ) {
    switch keyword {
    case "type": node.types = types(value, at: place)
    case "enum": node.enumeration = list(value, at: place).map(SchemaConstant.init)
    case "const": node.constant = SchemaConstant(value)
    case "minimum": node.minimum = bound(value, at: place)
    case "maximum": node.maximum = bound(value, at: place)
    case "exclusiveMinimum": node.exclusiveMinimum = bound(value, at: place)
    case "exclusiveMaximum": node.exclusiveMaximum = bound(value, at: place)
    case "multipleOf": node.multipleOf = bound(value, at: place)
    case "minLength": node.minLength = size(value, at: place)
    case "maxLength": node.maxLength = size(value, at: place)
    case "pattern": node.pattern = pattern(value, at: place)
    case "format": node.isDay = value == .string("date") || value == .string("date-time")
    case "required":
      node.required = names(value, at: place).map { name in
        SchemaNode.RequiredName(name: name, index: node.properties.names.firstIndex(of: name))
      }
    case "additionalProperties": node.additionalProperties = compile(value, at: place)
    case "prefixItems": node.prefixItems = schemas(value, at: place)
    case "items": node.items = compile(value, at: place)
    case "minItems": node.minItems = size(value, at: place)
    case "maxItems": node.maxItems = size(value, at: place)
    case "uniqueItems": node.uniqueItems = value == .bool(true)
    case "allOf": node.allOf = schemas(value, at: place)
    case "anyOf": node.anyOf = schemas(value, at: place)
    case "oneOf": node.oneOf = schemas(value, at: place)
    case "not": node.not = compile(value, at: place)
    case "if": node.condition = compile(value, at: place)
    case "then": node.consequence = compile(value, at: place)
    case "else": node.alternative = compile(value, at: place)
    case "dependentRequired":
      guard case .object(let table) = value else { return wrongShape(place) }
      for (name, needs) in table {
        let needed = names(needs, at: place + "/" + JSONPointer.escape(name))
        node.dependentRequired.append((name: name, needs: needed))
      }
    case "$ref": node.reference = reference(value, at: place)
    // Also what nothing refers to, so that no mistake hides in it.
    case "$defs": _ = propertyTable(value, at: place)
    default:
      collector.add(
        place, zh: "本软件不认识关键字“\(keyword)”，因此不能判断该表；请改用受支持的关键字。",
        en:
          "The keyword “\(keyword)” is not known here, so entries could not be judged; use a supported one."
      )
    }
  }

  private mutating func wrongShape(_ place: String) {
    collector.add(
      place, zh: "该关键字的值类型不对。", en: "The keyword's value is of the wrong type.")
  }

  private mutating func propertyTable(_ value: JSONValue, at place: String) -> PropertyTable {
    guard case .object(let object) = value else {
      wrongShape(place)
      return PropertyTable()
    }
    guard object.count <= FieldSet.capacity else {
      collector.add(
        place, zh: "一个对象最多 \(FieldSet.capacity) 个字段。",
        en: "An object may have at most \(FieldSet.capacity) properties.")
      return PropertyTable()
    }
    var entries: [(name: String, schema: Int)] = []
    for (name, inner) in object {
      let index = compile(inner, at: place + "/" + JSONPointer.escape(name))
      entries.append((name: name, schema: index))
    }
    return PropertyTable(entries)
  }

  private mutating func schemas(_ value: JSONValue, at place: String) -> [Int] {
    let members = list(value, at: place)
    var indexes: [Int] = []
    for (position, member) in members.enumerated() {
      indexes.append(compile(member, at: "\(place)/\(position)"))
    }
    return indexes
  }

  private mutating func list(_ value: JSONValue, at place: String) -> [JSONValue] {
    guard case .array(let members) = value, !members.isEmpty else {
      wrongShape(place)
      return []
    }
    return members
  }

  private mutating func names(_ value: JSONValue, at place: String) -> [String] {
    guard case .array(let members) = value else {
      wrongShape(place)
      return []
    }
    return members.compactMap { member in
      guard case .string(let name) = member else { return nil }
      return name
    }
  }

  private mutating func types(_ value: JSONValue, at place: String) -> TypeSet {
    let words: [JSONValue] = if case .array(let members) = value { members } else { [value] }
    var result: TypeSet = []
    for word in words {
      guard case .string(let name) = word, let type = TypeSet.named[name] else {
        wrongShape(place)
        continue
      }
      result.insert(type)
    }
    return result
  }

  private mutating func bound(_ value: JSONValue, at place: String) -> SchemaBound? {
    guard let bound = SchemaBound(value) else {
      wrongShape(place)
      return nil
    }
    return bound
  }

  private mutating func size(_ value: JSONValue, at place: String) -> Int? {
    guard case .number(let text) = value, let size = Int(text), size >= 0 else {
      wrongShape(place)
      return nil
    }
    return size
  }

  private mutating func decimals(_ value: JSONValue, at place: String) -> Int? {
    guard case .number(let text) = value, let most = Int(text), most >= 0,
      most <= DecimalPlaces.limit
    else {
      collector.add(
        place, zh: "小数位数须为 0 至 \(DecimalPlaces.limit) 的整数。",
        en: "The number of decimals is a whole number from 0 to \(DecimalPlaces.limit).")
      return nil
    }
    return most
  }

  private mutating func pattern(_ value: JSONValue, at place: String) -> Pattern? {
    guard case .string(let source) = value else {
      wrongShape(place)
      return nil
    }
    do {
      return try Pattern(source)
    } catch {
      collector.add(
        place, zh: "正则表达式在第 \(error.offset + 1) 个字节处有误：\(error.detail)。",
        en: "The expression is wrong at byte \(error.offset + 1): \(error.detail).")
      return nil
    }
  }

  /// Follows a local reference; others are refused, so that a form is whole in one file.
  private mutating func reference(_ value: JSONValue, at place: String) -> Int? {
    guard case .string(let text) = value, text.hasPrefix("#") else {
      collector.add(
        place, zh: "$ref 只能指向本文件内部（以 # 开头）。",
        en: "A $ref must point into this file (begin with #).")
      return nil
    }
    guard let found = JSONPointer.target(of: text, in: document) else {
      collector.add(
        place, zh: "$ref 指向的“\(text)”不存在。", en: "The $ref points to “\(text)”, which is not there.")
      return nil
    }
    return compile(found, at: String(text.dropFirst()))
  }
}
