import CensusJSON

/// A JSON Schema laid out for checking: nodes by index, so that `$ref` may point anywhere.
struct CompiledSchema: Sendable {
  var nodes: [SchemaNode] = []
  var root = 0
  /// The root's properties by name, in the order in which the form lists them.
  var rootProperties: [String] = []
}

/// JSON types as a set.
struct TypeSet: OptionSet, Sendable {
  let rawValue: UInt8

  static let null = TypeSet(rawValue: 1)
  static let boolean = TypeSet(rawValue: 2)
  static let integer = TypeSet(rawValue: 4)
  static let number = TypeSet(rawValue: 8)
  static let string = TypeSet(rawValue: 16)
  static let array = TypeSet(rawValue: 32)
  static let object = TypeSet(rawValue: 64)

  static let named: [String: TypeSet] = [
    "null": .null, "boolean": .boolean, "integer": .integer, "number": .number,
    "string": .string, "array": .array, "object": .object,
  ]
}

/// A constant of a schema, kept both for comparing and for quoting.
struct SchemaConstant: Sendable {
  let value: JSONValue
  /// The UTF-8 of a string constant: the common case is compared without building a value.
  let utf8: [UInt8]?

  init(_ value: JSONValue) {
    self.value = value
    if case .string(let text) = value { utf8 = Array(text.utf8) } else { utf8 = nil }
  }

  func equals(_ node: JSONNode) -> Bool {
    if let utf8 { return node.kind == .string && node.utf8.elementsEqual(utf8) }
    return JSONEquality.equal(value, node)
  }
}

/// A bound with its own text, so that messages quote what the form's author wrote.
struct SchemaBound: Sendable {
  let text: String
  let mantissa: Int128
  let scale: Int
  let double: Double
  let isExact: Bool

  init?(_ value: JSONValue) {
    guard case .number(let text) = value, let double = Double(text) else { return nil }
    self.text = text
    self.double = double
    var copy = text
    let number = copy.withUTF8 { ExactNumber(text: $0, approximation: double) }
    switch number {
    case .exact(let mantissa, let scale):
      self.mantissa = mantissa
      self.scale = scale
      isExact = true
    case .approximate:
      mantissa = 0
      scale = 0
      isExact = false
    }
  }

  var number: ExactNumber {
    isExact ? .exact(mantissa: mantissa, scale: scale) : .approximate(double)
  }
}

/// One schema object or boolean schema; nil and empty mean that the keyword is absent.
struct SchemaNode: Sendable {
  /// Set for the boolean schemas `true` and `false`.
  var verdict: Bool?
  var types: TypeSet = []
  var enumeration: [SchemaConstant] = []
  var constant: SchemaConstant?
  var minimum: SchemaBound?
  var maximum: SchemaBound?
  var exclusiveMinimum: SchemaBound?
  var exclusiveMaximum: SchemaBound?
  var multipleOf: SchemaBound?
  /// The most decimal places (`hc:decimals`), which the standard's verdict does not ask for.
  var decimals: Int?
  var minLength: Int?
  var maxLength: Int?
  var pattern: Pattern?
  /// Whether `format` calls for a date or a time, whose day the calendar must have.
  var isDay = false
  var properties = PropertyTable()
  /// Names that must be present, as (name, index in `properties` if it is listed there).
  var required: [RequiredName] = []
  var additionalProperties: Int?
  var prefixItems: [Int] = []
  var items: Int?
  var minItems: Int?
  var maxItems: Int?
  var uniqueItems = false
  var allOf: [Int] = []
  var anyOf: [Int] = []
  var oneOf: [Int] = []
  var not: Int?
  var condition: Int?
  var consequence: Int?
  var alternative: Int?
  var dependentRequired: [(name: String, needs: [String])] = []
  var reference: Int?
  /// The root's property number of each of `properties` and of `required`; nil where one of them is
  /// not a root property or another keyword needs the members themselves.
  var rootSlots: RootSlots?

  struct RequiredName: Sendable {
    let name: String
    let index: Int?
  }

  /// Where the root's own properties lie that a schema beside the root, as under `if`, speaks of.
  struct RootSlots: Sendable {
    let properties: [(slot: Int, schema: Int)]
    let required: [(slot: Int, name: String)]
  }

  var hasObjectKeywords: Bool {
    !properties.isEmpty || !required.isEmpty || additionalProperties != nil
      || !dependentRequired.isEmpty
  }

  var hasNumberKeywords: Bool {
    minimum != nil || maximum != nil || exclusiveMinimum != nil || exclusiveMaximum != nil
      || multipleOf != nil
  }
}
