internal import CSimdJSON

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// One value of a parsed document: two pointers into the parser that read it.
///
/// A node is valid until the parser's next parse, and only while the parser lives. Copy what has to
/// stay: a ``string``, or the whole value as a ``JSONValue``.
public struct JSONNode {
  /// What a value can be; the raw values are those of the C interface below.
  public enum Kind: UInt8, Sendable {
    case null
    case `false`
    case `true`
    /// A number without fraction and exponent that fits 64 bits.
    case integer
    /// Any other number.
    case number
    case string
    case array
    case object
  }

  let place: UnsafePointer<json_tape_node>
  let tape: UnsafePointer<json_tape_node>

  /// What this value is.
  public var kind: Kind { Kind(rawValue: place.pointee.kind) ?? .null }

  /// Whether this is `null`.
  public var isNull: Bool { kind == .null }

  /// The truth value; nil for any other kind.
  public var boolean: Bool? {
    switch kind {
    case .true: true
    case .false: false
    default: nil
    }
  }

  /// The integer; nil for other kinds and for numbers with a fraction or an exponent.
  public var int64: Int64? { kind == .integer ? place.pointee.integer : nil }

  /// The nearest double to the number; nil for other kinds.
  public var double: Double? {
    kind == .integer || kind == .number ? place.pointee.real : nil
  }

  /// A string's unescaped bytes or a number's own text; empty for other kinds.
  public var utf8: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: place.pointee.text, count: Int(place.pointee.text_length))
  }

  /// The string; nil for any other kind.
  public var string: String? { kind == .string ? String(decoding: utf8, as: UTF8.self) : nil }

  /// The number as it was written; nil for any other kind.
  public var numberText: String? {
    kind == .integer || kind == .number ? String(decoding: utf8, as: UTF8.self) : nil
  }

  /// The value's exact bytes in the document, a string's quotes included.
  public var raw: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: place.pointee.raw, count: Int(place.pointee.raw_length))
  }

  /// How many elements an array or members an object has; zero for other kinds.
  public var count: Int { Int(place.pointee.count) }

  /// The value of the member `name`; nil when there is none or this is not an object.
  ///
  /// Names are compared byte by byte, without Unicode normalisation.
  public subscript(member name: String) -> JSONNode? {
    guard kind == .object else { return nil }
    var name = name
    return name.withUTF8 { bytes in
      members.first { $0.key.hasBytes(bytes) }?.value
    }
  }

  func hasBytes(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard Int(place.pointee.text_length) == bytes.count else { return false }
    guard let other = bytes.baseAddress, let own = place.pointee.text else { return true }
    return memcmp(own, other, bytes.count) == 0
  }

  var following: UnsafePointer<json_tape_node> { tape + Int(place.pointee.next) }
}

@available(*, unavailable, message: "A node points into its parser; copy it into a JSONValue.")
extension JSONNode: Sendable {}
