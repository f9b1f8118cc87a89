extension JSONValue {
  /// Whether this is `null`.
  public var isNull: Bool { self == .null }

  /// The truth value; nil for any other kind.
  public var boolean: Bool? {
    if case .bool(let bool) = self { bool } else { nil }
  }

  /// The integer; nil for other kinds and for numbers with a fraction, an exponent or over 64 bits.
  public var int64: Int64? {
    if case .number(let text) = self { Int64(text) } else { nil }
  }

  /// The nearest double to the number; nil for any other kind.
  public var double: Double? {
    if case .number(let text) = self { Double(text) } else { nil }
  }

  /// The number as it was written; nil for any other kind.
  public var numberText: String? {
    if case .number(let text) = self { text } else { nil }
  }

  /// The string; nil for any other kind.
  public var string: String? {
    if case .string(let string) = self { string } else { nil }
  }

  /// The array's values; nil for any other kind.
  public var array: [JSONValue]? {
    if case .array(let values) = self { values } else { nil }
  }

  /// The object; nil for any other kind.
  public var object: JSONObject? {
    if case .object(let object) = self { object } else { nil }
  }

  /// The value of the member `name`; nil when there is none or this is not an object.
  public subscript(member name: String) -> JSONValue? { object?[name] }

  /// The value as compact JSON.
  public var encodedBytes: [UInt8] {
    var writer = JSONWriter()
    writer.value(self)
    return writer.bytes
  }

  /// The value as compact JSON text.
  public var encoded: String { String(decoding: encodedBytes, as: UTF8.self) }
}

extension JSONValue: CustomStringConvertible {
  /// The value as compact JSON text.
  public var description: String { encoded }
}
