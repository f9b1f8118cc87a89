/// A JSON value that stands on its own.
///
/// Numbers keep the text they were written with, so that nothing is lost on the way through.
/// Equality goes by meaning: `1` equals `1.0`, and the order of an object's members does not count.
public indirect enum JSONValue: Sendable {
  case null
  case bool(Bool)
  /// A number's own text, which must obey the JSON grammar for numbers.
  case number(String)
  case string(String)
  case array([JSONValue])
  case object(JSONObject)

  /// Copies a parsed value with all that it holds.
  public init(_ node: JSONNode) {
    switch node.kind {
    case .null: self = .null
    case .false: self = .bool(false)
    case .true: self = .bool(true)
    case .integer, .number: self = .number(String(decoding: node.utf8, as: UTF8.self))
    case .string: self = .string(String(decoding: node.utf8, as: UTF8.self))
    case .array:
      var values: [JSONValue] = []
      values.reserveCapacity(node.count)
      for element in node.elements { values.append(JSONValue(element)) }
      self = .array(values)
    case .object: self = .object(JSONObject(node))
    }
  }

  /// Makes a number from an integer.
  public init(integer: some BinaryInteger) {
    self = .number(String(integer))
  }

  /// Makes a number from a double; nil when it is infinite or not a number, which JSON cannot say.
  public init?(double: Double) {
    guard double.isFinite else { return nil }
    self = .number("\(double)")
  }

  /// Reads one document with the usual limits.
  public static func parse(_ bytes: [UInt8]) throws(JSONFailure) -> JSONValue {
    let parser = JSONParser()
    let node = try parser.parse(bytes)
    return withExtendedLifetime(parser) { JSONValue(node) }
  }

  /// Reads one document with the usual limits.
  public static func parse(_ text: String) throws(JSONFailure) -> JSONValue {
    try parse(Array(text.utf8))
  }
}

extension JSONValue: Hashable {
  /// Whether both values mean the same.
  public static func == (left: JSONValue, right: JSONValue) -> Bool {
    switch (left, right) {
    case (.null, .null): true
    case (.bool(let mine), .bool(let theirs)): mine == theirs
    case (.number(let mine), .number(let theirs)):
      mine == theirs || DecimalText(mine.utf8) == DecimalText(theirs.utf8)
    case (.string(let mine), .string(let theirs)): mine.utf8.elementsEqual(theirs.utf8)
    case (.array(let mine), .array(let theirs)): mine == theirs
    case (.object(let mine), .object(let theirs)): mine == theirs
    default: false
    }
  }

  /// Feeds what equal values have in common.
  public func hash(into hasher: inout Hasher) {
    switch self {
    case .null: hasher.combine(0)
    case .bool(let bool): hasher.combine(bool)
    // Equal decimals have one nearest double.
    case .number(let text): hasher.combine(Double(text))
    // String's own hash goes by canonical equivalence, which equal bytes always share.
    case .string(let string): hasher.combine(string)
    case .array(let values): hasher.combine(values)
    case .object(let object): hasher.combine(object)
    }
  }
}
