/// A start tag: its local name and attributes, valid only while it is told of.
struct XMLTag {
  private let name: UnsafePointer<UInt8>
  private let count: Int
  private let attributes: UnsafeMutablePointer<UnsafePointer<UInt8>?>?

  /// - Parameter attributes: five pointers each, as libxml2's `startElementNsSAX2Func` states: local
  ///   name, prefix, namespace, begin and end of the value.
  init(
    name: UnsafePointer<UInt8>, count: Int,
    attributes: UnsafeMutablePointer<UnsafePointer<UInt8>?>?
  ) {
    self.name = name
    self.count = count
    self.attributes = attributes
  }

  /// Whether this is the local name.
  func isNamed(_ text: StaticString) -> Bool { XMLTag.equal(name, text) }

  /// The value of an attribute without a namespace; nil where there is none.
  subscript(_ key: StaticString) -> UnsafeBufferPointer<UInt8>? {
    guard let attributes else { return nil }
    for index in 0..<count {
      let attribute = attributes + index * 5
      guard let local = attribute[0], attribute[1] == nil, XMLTag.equal(local, key) else {
        continue
      }
      return value(attribute)
    }
    return nil
  }

  /// The value of an attribute without a namespace, where it is a number without sign.
  func number(_ key: StaticString) -> Int? { self[key].flatMap(Digits.number) }

  /// The value of an attribute without a namespace, as text.
  func text(_ key: StaticString) -> String? { self[key].map(XMLTag.decoded) }

  /// The value of an attribute in one of these namespaces, as text.
  func text(_ key: StaticString, in namespaces: [StaticString]) -> String? {
    guard let attributes else { return nil }
    for index in 0..<count {
      let attribute = attributes + index * 5
      guard let local = attribute[0], let namespace = attribute[2], XMLTag.equal(local, key),
        namespaces.contains(where: { XMLTag.equal(namespace, $0) })
      else { continue }
      return value(attribute).map(XMLTag.decoded)
    }
    return nil
  }

  /// Whether a C string is this text.
  static func equal(_ string: UnsafePointer<UInt8>, _ text: StaticString) -> Bool {
    let expected = text.utf8Start
    for index in 0...text.utf8CodeUnitCount where string[index] != expected[index] { return false }
    return true
  }

  private func value(
    _ attribute: UnsafeMutablePointer<UnsafePointer<UInt8>?>
  ) -> UnsafeBufferPointer<UInt8>? {
    guard let begin = attribute[3], let end = attribute[4] else { return nil }
    return UnsafeBufferPointer(start: begin, count: end - begin)
  }

  /// Without entity substitution libxml2 leaves `&` in attributes as `&#38;` (its SAX2.c decodes it).
  private static func decoded(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    let text = String(decoding: bytes, as: UTF8.self)
    return bytes.contains(UInt8(ascii: "&")) ? text.replacing("&#38;", with: "&") : text
  }
}
