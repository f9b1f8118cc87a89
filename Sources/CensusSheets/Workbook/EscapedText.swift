/// Text in which `_x000D_` stands for a character that XML cannot hold (ECMA-376 Part 1, 22.9.2.19).
enum EscapedText {
  /// The text with each `_xHHHH_` made into the UTF-16 unit that it names.
  static func decode(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.contains(UInt8(ascii: "_")) else { return bytes }
    var decoded: [UInt8] = []
    var index = 0
    while index < bytes.count {
      // Two escapes side by side may be one character beyond U+FFFF.
      var units: [UInt16] = []
      while let unit = unit(bytes[index...]) {
        units.append(unit)
        index += length
      }
      if !units.isEmpty { decoded += String(decoding: units, as: UTF16.self).utf8 }
      guard index < bytes.count else { break }
      decoded.append(bytes[index])
      index += 1
    }
    return decoded
  }

  private static let length = 7

  private static func unit(_ bytes: ArraySlice<UInt8>) -> UInt16? {
    guard bytes.first == UInt8(ascii: "_"), bytes.count >= length else { return nil }
    let escape = String(decoding: bytes.prefix(length), as: UTF8.self)
    guard let found = escape.wholeMatch(of: /_x([0-9A-Fa-f]{4})_/) else { return nil }
    return UInt16(found.1, radix: 16)
  }
}
