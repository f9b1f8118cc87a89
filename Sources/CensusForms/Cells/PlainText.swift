/// The text of a cell as people write it: full-width digits and signs, blanks around it.
enum PlainText {
  /// A character's half-width form (Unicode block FF00–FFEF), where it has one that data are written in.
  private static func narrow(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
    case 0x3000: " "
    case 0x2212, 0x2013, 0x2014: "-"
    default: scalar
    }
  }

  /// `text` with full-width ASCII, ideographic blanks and typographic minus signs made plain.
  static func narrowed(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 >= 0x80 }) else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { result.append(narrow(scalar)) }
    return String(result)
  }

  /// Without white space at the ends.
  static func trimmed(_ bytes: [UInt8]) -> String {
    var slice = bytes[...]
    while let first = slice.first, first <= 0x20 { slice.removeFirst() }
    while let last = slice.last, last <= 0x20 { slice.removeLast() }
    let text = String(decoding: slice, as: UTF8.self)
    guard
      text.utf8.first.map({ $0 >= 0x80 }) ?? false || text.utf8.last.map({ $0 >= 0x80 }) ?? false
    else { return text }
    let head = text.drop(while: \.isWhitespace)
    return String(head.reversed().drop(while: \.isWhitespace).reversed())
  }

  /// Whether the bytes are a number by the grammar of JSON (RFC 8259, section 6).
  static func isJSONNumber(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { isJSONNumber($0) }
  }

  /// Whether the bytes are a number by the grammar of JSON (RFC 8259, section 6).
  static func isJSONNumber(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var position = 0
    func digit(_ index: Int) -> Bool {
      index < bytes.count && (0x30...0x39).contains(bytes[index])
    }
    if position < bytes.count, bytes[position] == 0x2D { position += 1 }
    guard digit(position) else { return false }
    if bytes[position] == 0x30 {
      position += 1
    } else {
      while digit(position) { position += 1 }
    }
    if position < bytes.count, bytes[position] == 0x2E {
      position += 1
      guard digit(position) else { return false }
      while digit(position) { position += 1 }
    }
    if position < bytes.count, bytes[position] | 0x20 == 0x65 {
      position += 1
      if position < bytes.count, bytes[position] == 0x2B || bytes[position] == 0x2D {
        position += 1
      }
      guard digit(position) else { return false }
      while digit(position) { position += 1 }
    }
    return position == bytes.count
  }

  /// Whether a spreadsheet wrote a long number in its scientific form, as `1.30E+11`.
  static func isScientific(_ text: String) -> Bool {
    // Asked of each text cell, so the common case must cost next to nothing.
    guard text.utf8.count <= 24, text.utf8.contains(0x2B),
      text.utf8.first.map({ (0x30...0x39).contains($0) }) == true
    else { return false }
    return text.wholeMatch(of: /[0-9](\.[0-9]+)?[eE]\+[0-9]{1,3}/) != nil
  }
}

/// Numbers by the grammar of JSON.
public enum PlainNumber {
  /// Whether `text` is a JSON number (RFC 8259, section 6).
  public static func isJSON(_ text: String) -> Bool { PlainText.isJSONNumber(Array(text.utf8)) }
}
