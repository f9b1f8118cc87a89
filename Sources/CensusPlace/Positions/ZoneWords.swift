import CensusDomain

/// What a text says of the zone in words, beside its coordinates.
struct ZoneWords: Equatable {
  var number: Int?
  var centralMeridian: Int?
  var isSixDegrees = false

  var isEmpty: Bool { self == ZoneWords() }

  /// Takes the words and their numbers, as in `zone=39`, `39带` and `CM=117`, out of the tokens.
  static func take(
    from tokens: inout [PositionToken], _ refusal: PositionRefusal
  ) throws(CensusError) -> ZoneWords {
    var words = ZoneWords()
    var kept: [PositionToken] = []
    var index = 0
    while index < tokens.count {
      let token = tokens[index]
      index += 1
      guard token == .zone || token == .meridian || token == .sixDegrees else {
        kept.append(token)
        continue
      }
      if token == .sixDegrees {
        words.isSixDegrees = true
        continue
      }
      let value: Int
      if index < tokens.count, let following = whole(tokens[index]) {
        value = following
        index += 1
        // The degree sign of a meridian.
        if index < tokens.count, tokens[index] == .mark(0) { index += 1 }
      } else if token == .zone, let before = kept.last.flatMap(whole) {
        value = before
        kept.removeLast()
      } else {
        throw refusal(
          zh: "带号或中央经线后面没有整数", en: "no whole number stands beside the zone or meridian")
      }
      if token == .zone { words.number = value } else { words.centralMeridian = value }
    }
    tokens = kept
    return words
  }

  private static func whole(_ token: PositionToken) -> Int? {
    guard case .number(let number) = token, !number.hasFraction else { return nil }
    return (0..<1000).contains(number.value) ? Int(number.value) : nil
  }
}
