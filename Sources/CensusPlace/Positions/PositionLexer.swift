/// Takes a typed text apart into numbers, marks and words.
struct PositionLexer {
  /// What stands in the text and means nothing here.
  struct Unknown: Error {
    let text: String
  }

  private var rest: Substring
  private var tokens: [PositionToken] = []
  private var isTouchingNumber = false

  private init(_ text: String) {
    rest = PositionLexer.halfWidth(text)[...]
  }

  /// The tokens of a text.
  static func tokens(of text: String) throws(Unknown) -> [PositionToken] {
    var lexer = PositionLexer(text)
    while let first = lexer.rest.unicodeScalars.first { try lexer.take(first) }
    return lexer.tokens
  }

  /// ASCII for the full-width characters that a Chinese input method types.
  private static func halfWidth(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0xFF01...0xFF5E: scalars.append(Unicode.Scalar(UInt8(scalar.value - 0xFEE0)))
      case 0x3000, 0xA0, 0x2009, 0x202F: scalars.append(" ")
      default: scalars.append(scalar)
      }
    }
    return String(scalars)
  }

  private mutating func take(_ first: Unicode.Scalar) throws(Unknown) {
    // Words first, because some begin with a digit.
    for (word, token) in PositionLexer.words where hasPrefix(word) {
      skip(word.count)
      if let token { tokens.append(token) }
      return
    }
    if isDigit(first) || (isMinus(first) && !isTouchingNumber) { return try takeNumber(first) }
    // A dash right behind a number parts it from the next, as in 118-15-41.
    if isMinus(first) { return skip(1) }
    let isLetter = first.properties.isAlphabetic
    let unknown = isLetter ? rest.prefix { $0.isLetter } : rest.prefix(1)
    throw Unknown(text: String(unknown))
  }

  private mutating func takeNumber(_ first: Unicode.Scalar) throws(Unknown) {
    let scalars = rest.unicodeScalars
    let digits = isMinus(first) ? scalars.dropFirst() : scalars
    let whole = digits.prefix(while: isDigit)
    var fraction = digits[whole.endIndex...]
    fraction =
      fraction.first == "." ? fraction.dropFirst().prefix(while: isDigit) : fraction.prefix(0)
    var text = String(Substring(whole))
    if !fraction.isEmpty { text += "." + String(Substring(fraction)) }
    guard let value = Double(text) else { throw Unknown(text: String(rest.prefix(1))) }
    let end = fraction.isEmpty ? whole.endIndex : fraction.endIndex
    rest = rest[end...]
    isTouchingNumber = true
    tokens.append(
      .number(
        PositionNumber(
          value: isMinus(first) ? -value : value, hasFraction: !fraction.isEmpty, text: text)))
  }

  private func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  private func isMinus(_ scalar: Unicode.Scalar) -> Bool { scalar == "-" || scalar == "−" }

  private mutating func skip(_ count: Int) {
    rest = Substring(rest.unicodeScalars.dropFirst(count))
    isTouchingNumber = false
  }

  /// Whether the text goes on with `word`; a Latin word must end there, though it may touch digits.
  private func hasPrefix(_ word: [Unicode.Scalar]) -> Bool {
    let scalars = rest.unicodeScalars
    guard scalars.prefix(word.count).elementsEqual(word, by: { lowercase($0) == $1 }) else {
      return false
    }
    guard let last = word.last, isLatin(last) else { return true }
    return scalars.dropFirst(word.count).first.map { !isLatin(lowercase($0)) } ?? true
  }

  private func isLatin(_ scalar: Unicode.Scalar) -> Bool { ("a"..."z").contains(scalar) }

  private func lowercase(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    ("A"..."Z").contains(scalar) ? Unicode.Scalar(UInt8(scalar.value) | 0x20) : scalar
  }

  private static let words: [([Unicode.Scalar], PositionToken?)] = {
    let east = PositionToken.axis(.longitude, sign: 1)
    let west = PositionToken.axis(.longitude, sign: -1)
    let north = PositionToken.axis(.latitude, sign: 1)
    let south = PositionToken.axis(.latitude, sign: -1)
    let byToken: [(PositionToken?, [String])] = [
      // X and Y say nothing, because surveyors and computers use them the opposite way.
      (nil, [" ", "\t", ":", "=", "第", "号", "为", "x", "y", "横", "纵", "坐标", "米", "m"]),
      (nil, ["三度带", "3度带", "3°带", "cgcs2000"]),
      (.separator, [",", ";", "，", "；", "、", "\n", "\r", "/"]),
      (.mark(0), ["°", "º", "˚", "度", "deg", "d"]),
      (.mark(1), ["′", "'", "’", "‘", "分"]),
      (.mark(2), ["″", "\"", "”", "“", "''", "′′", "’’", "秒"]),
      (.meridian, ["中央子午线", "中央经线", "cm", "l0"]),
      (.sixDegrees, ["六度带", "6度带", "6°带"]),
      (.zone, ["带", "zone"]),
      (east, ["东经", "东", "east", "e", "经度", "longitude", "long", "lon", "lng"]),
      (west, ["西经", "西", "west", "w"]),
      (north, ["北纬", "北", "north", "n", "纬度", "latitude", "lat"]),
      (south, ["南纬", "南", "south", "s"]),
    ]
    let all = byToken.flatMap { token, words in words.map { (Array($0.unicodeScalars), token) } }
    // Of two words with one beginning the longer one is meant.
    return all.sorted { $0.0.count > $1.0.count }
  }()
}
