import CensusDomain

/// What a rendered file says of itself, so that the paper can be fetched and rendered again to compare bytes.
public struct PaperMark: Sendable, Hashable {
  /// The number under which the paper is kept; nil for a draft.
  public var number: String?
  /// The language; a JSON file holds both languages and is given ``Language/zh``.
  public var language: Language
  /// The file's format.
  public var format: PaperFormat
  /// How a CSV file writes its characters; ``CSVEncoding/utf8`` for all others.
  public var encoding: CSVEncoding

  /// Makes a mark.
  public init(
    number: String?, language: Language, format: PaperFormat, encoding: CSVEncoding = .utf8
  ) {
    self.number = number
    self.language = language
    self.format = format
    self.encoding = encoding
  }

  /// The word that marks begin with, and the name of the property that holds one.
  static let name = "hazcensus-paper"

  /// The mark as a line of ASCII letters, digits and `-._~%;=`, which no format needs to escape.
  var text: String {
    [
      PaperMark.name, "number=" + PaperMark.escaped(number ?? ""), "language=" + language.rawValue,
      "format=" + format.rawValue, "encoding=" + encoding.rawValue,
    ].joined(separator: ";")
  }

  /// Reads what ``text`` writes; nil for anything else.
  init?(text: some StringProtocol) {
    let parts = text.split(separator: ";", omittingEmptySubsequences: false)
    guard parts.count == 5, parts[0] == PaperMark.name else { return nil }
    let keys = ["number=", "language=", "format=", "encoding="]
    var values: [String] = []
    for (key, part) in zip(keys, parts.dropFirst()) {
      guard part.hasPrefix(key) else { return nil }
      values.append(String(part.dropFirst(key.count)))
    }
    guard let number = PaperMark.unescaped(values[0]), let language = Language(rawValue: values[1]),
      let format = PaperFormat(rawValue: values[2]), let encoding = CSVEncoding(rawValue: values[3])
    else { return nil }
    self.init(
      number: number.isEmpty ? nil : number, language: language, format: format,
      encoding: encoding)
  }

  /// Percent-encoding of all but the unreserved characters (RFC 3986, section 2).
  private static func escaped(_ text: String) -> String {
    var escaped: [UInt8] = []
    for byte in text.utf8 {
      if unreserved.contains(byte) {
        escaped.append(byte)
      } else {
        escaped += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: escaped, as: UTF8.self)
  }

  private static func unescaped(_ text: String) -> String? {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        guard unreserved.contains(byte) else { return nil }
        bytes.append(byte)
        continue
      }
      guard let high = rest.popFirst().flatMap(digits.firstIndex),
        let low = rest.popFirst().flatMap(digits.firstIndex)
      else { return nil }
      bytes.append(UInt8(high * 16 + low))
    }
    return String(validating: bytes, as: UTF8.self)
  }

  private static let digits = Array("0123456789ABCDEF".utf8)
  private static let unreserved = Set(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~".utf8)
}
