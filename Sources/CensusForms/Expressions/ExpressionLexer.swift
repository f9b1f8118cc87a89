import CensusDomain

/// Cuts an expression's text into tokens.
enum ExpressionLexer {
  struct Token: Sendable {
    enum Kind: Sendable, Equatable {
      case number(mantissa: Int, scale: Int)
      case text(String)
      case word(String)
      /// A setting's name, written with a dollar sign.
      case setting(String)
      case symbol(String)
      case end

      /// The token as it may be quoted in a message.
      var text: String {
        switch self {
        case .number(let mantissa, _): String(mantissa)
        case .text(let text), .word(let text), .symbol(let text): text
        case .setting(let name): "$" + name
        case .end: "end of expression / 表达式末尾"
        }
      }
    }
    let kind: Kind
    let offset: Int
  }

  private static let twoCharacterSymbols: Set<String> = ["<=", ">=", "==", "!=", "=>"]
  private static let oneCharacterSymbols: Set<Character> = Set("+-*/<>()[],.")

  static func tokens(of source: String) throws(ExpressionParser.Failure) -> [Token] {
    let characters = Array(source)
    var tokens: [Token] = []
    var position = 0
    while position < characters.count {
      let start = position
      let character = characters[position]
      if character == " " {
        position += 1
      } else if character.isASCII && character.isNumber {
        tokens.append(Token(kind: try number(characters, &position), offset: start))
      } else if character == "'" {
        tokens.append(Token(kind: try text(characters, &position), offset: start))
      } else if character == "$", start + 1 < characters.count, isWordStart(characters[start + 1]) {
        position += 1
        while position < characters.count, isWordPart(characters[position]) { position += 1 }
        tokens.append(
          Token(kind: .setting(String(characters[start + 1..<position])), offset: start))
      } else if isWordStart(character) {
        while position < characters.count, isWordPart(characters[position]) { position += 1 }
        tokens.append(Token(kind: .word(String(characters[start..<position])), offset: start))
      } else if position + 1 < characters.count,
        twoCharacterSymbols.contains(String(characters[position...position + 1]))
      {
        position += 2
        tokens.append(Token(kind: .symbol(String(characters[start..<position])), offset: start))
      } else if oneCharacterSymbols.contains(character) {
        position += 1
        tokens.append(Token(kind: .symbol(String(character)), offset: start))
      } else {
        throw ExpressionParser.Failure(
          message: LocalizedText(
            zh: "表达式第 \(start + 1) 个字符“\(character)”不属于本语言。",
            en: "Character \(start + 1), “\(character)”, is not part of the language."))
      }
    }
    tokens.append(Token(kind: .end, offset: characters.count))
    return tokens
  }

  private static func isWordStart(_ character: Character) -> Bool {
    character.isASCII && character.isLetter || character == "_"
  }

  private static func isWordPart(_ character: Character) -> Bool {
    isWordStart(character) || character.isASCII && character.isNumber
  }

  private static func number(
    _ characters: [Character], _ position: inout Int
  ) throws(ExpressionParser.Failure) -> Token.Kind {
    let start = position
    var mantissa = 0
    var scale = 0
    var seenPoint = false
    while position < characters.count {
      if let digit = characters[position].wholeNumberValue, characters[position].isASCII {
        let (raised, overflow) = mantissa.multipliedReportingOverflow(by: 10)
        let (sum, overflowInSum) = raised.addingReportingOverflow(digit)
        guard !overflow, !overflowInSum else { throw tooLong(start) }
        mantissa = sum
        if seenPoint { scale += 1 }
      } else if characters[position] == ".", !seenPoint, isDigit(characters, at: position + 1) {
        seenPoint = true
      } else {
        break
      }
      position += 1
    }
    return .number(mantissa: mantissa, scale: scale)
  }

  private static func isDigit(_ characters: [Character], at position: Int) -> Bool {
    guard position < characters.count else { return false }
    return characters[position].isASCII && characters[position].isNumber
  }

  private static func tooLong(_ start: Int) -> ExpressionParser.Failure {
    ExpressionParser.Failure(
      message: LocalizedText(
        zh: "第 \(start + 1) 个字符处的数字过长（最多 18 位）。",
        en: "The number at character \(start + 1) is too long; at most 18 digits are allowed."))
  }

  /// A quoted text; a quote inside it is doubled.
  private static func text(
    _ characters: [Character], _ position: inout Int
  ) throws(ExpressionParser.Failure) -> Token.Kind {
    let start = position
    var content = ""
    position += 1
    while position < characters.count {
      if characters[position] == "'" {
        let isDoubled = position + 1 < characters.count && characters[position + 1] == "'"
        guard isDoubled else {
          position += 1
          return .text(content)
        }
        position += 1
      }
      content.append(characters[position])
      position += 1
    }
    throw ExpressionParser.Failure(
      message: LocalizedText(
        zh: "从第 \(start + 1) 个字符起的文字没有结束引号。",
        en: "The text that begins at character \(start + 1) has no closing quote."))
  }
}
