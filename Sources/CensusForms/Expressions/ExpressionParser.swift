import CensusDomain

/// Compiles the text of an expression by precedence climbing.
struct ExpressionParser {
  /// What is wrong with an expression, and at which character (counted from 1).
  struct Failure: Error {
    let message: LocalizedText
  }

  private let tokens: [ExpressionLexer.Token]
  private var position = 0
  private let slots: [String: Int]
  /// Whether unknown names are allowed, as they are for the fields of a list's items.
  private let isItemScope: Bool

  /// Compiles `source`; `slots` numbers the form's top-level properties.
  static func compile(
    _ source: String, slots: [String: Int], isItemScope: Bool = false
  ) throws(Failure) -> Expression {
    var parser = ExpressionParser(
      tokens: try ExpressionLexer.tokens(of: source), slots: slots, isItemScope: isItemScope)
    let root = try parser.implication()
    guard parser.current == .end else { throw parser.unexpected() }
    return Expression(source: source, root: root)
  }

  private init(tokens: [ExpressionLexer.Token], slots: [String: Int], isItemScope: Bool) {
    self.tokens = tokens
    self.slots = slots
    self.isItemScope = isItemScope
  }

  private var current: ExpressionLexer.Token.Kind { tokens[position].kind }

  private mutating func accept(_ kind: ExpressionLexer.Token.Kind) -> Bool {
    guard current == kind else { return false }
    position += 1
    return true
  }

  private mutating func expect(_ kind: ExpressionLexer.Token.Kind) throws(Failure) {
    guard accept(kind) else { throw unexpected() }
  }

  private func unexpected() -> Failure {
    let token = tokens[position]
    return Failure(
      message: LocalizedText(
        zh: "表达式第 \(token.offset + 1) 个字符处不应出现“\(token.kind.text)”。",
        en: "“\(token.kind.text)” is not expected at character \(token.offset + 1)."))
  }

  private mutating func implication() throws(Failure) -> Expression.Node {
    let left = try disjunction()
    guard accept(.symbol("=>")) else { return left }
    return .implies(left, try implication())
  }

  private mutating func disjunction() throws(Failure) -> Expression.Node {
    var left = try conjunction()
    while accept(.word("or")) { left = .or(left, try conjunction()) }
    return left
  }

  private mutating func conjunction() throws(Failure) -> Expression.Node {
    var left = try comparison()
    while accept(.word("and")) { left = .and(left, try comparison()) }
    return left
  }

  private static let comparisons: [String: Expression.ComparisonOperator] = [
    "<": .less, "<=": .lessOrEqual, ">": .greater, ">=": .greaterOrEqual, "==": .equal,
    "!=": .notEqual,
  ]

  private mutating func comparison() throws(Failure) -> Expression.Node {
    let left = try sum()
    if accept(.word("in")) {
      guard case .list(let members) = try list() else { throw unexpected() }
      return .member(left, members)
    }
    if case .symbol(let symbol) = current, let sign = ExpressionParser.comparisons[symbol] {
      position += 1
      return .compare(sign, left, try sum())
    }
    return left
  }

  private mutating func sum() throws(Failure) -> Expression.Node {
    var left = try product()
    while true {
      if accept(.symbol("+")) {
        left = .arithmetic(.add, left, try product())
      } else if accept(.symbol("-")) {
        left = .arithmetic(.subtract, left, try product())
      } else {
        return left
      }
    }
  }

  private mutating func product() throws(Failure) -> Expression.Node {
    var left = try unary()
    while true {
      if accept(.symbol("*")) {
        left = .arithmetic(.multiply, left, try unary())
      } else if accept(.symbol("/")) {
        left = .arithmetic(.divide, left, try unary())
      } else {
        return left
      }
    }
  }

  private mutating func unary() throws(Failure) -> Expression.Node {
    if accept(.symbol("-")) { return .negate(try unary()) }
    if accept(.word("not")) { return .not(try unary()) }
    return try primary()
  }

  private mutating func list() throws(Failure) -> Expression.Node {
    try expect(.symbol("["))
    var members: [Expression.Node] = []
    repeat { members.append(try implication()) } while accept(.symbol(","))
    try expect(.symbol("]"))
    return .list(members)
  }

  private mutating func primary() throws(Failure) -> Expression.Node {
    let token = tokens[position]
    switch token.kind {
    case .number(let mantissa, let scale):
      position += 1
      return .number(Expression.ExactNumberLiteral(mantissa: mantissa, scale: scale))
    case .text(let text):
      position += 1
      return .text(Expression.TextLiteral(text))
    case .symbol("("):
      position += 1
      let inner = try implication()
      try expect(.symbol(")"))
      return inner
    case .symbol("["):
      return try list()
    case .word("true"), .word("false"):
      position += 1
      return .boolean(token.kind == .word("true"))
    case .word(let name):
      position += 1
      return accept(.symbol("(")) ? try call(name, at: token) : try field(name, at: token)
    default:
      throw unexpected()
    }
  }

  private mutating func call(
    _ name: String, at token: ExpressionLexer.Token
  ) throws(Failure) -> Expression.Node {
    var arguments: [Expression.Node] = []
    if !accept(.symbol(")")) {
      repeat { arguments.append(try implication()) } while accept(.symbol(","))
      try expect(.symbol(")"))
    }
    if name == "every" {
      guard arguments.count == 2, case .text(let inner) = arguments[1] else {
        throw arity(name, at: token)
      }
      let body = try ExpressionParser.compile(
        String(decoding: inner.view, as: UTF8.self), slots: slots, isItemScope: true)
      return .every(arguments[0], body.root)
    }
    guard let function = Expression.Function(rawValue: name) else {
      throw Failure(
        message: LocalizedText(
          zh: "第 \(token.offset + 1) 个字符处：没有函数“\(name)”。",
          en: "There is no function “\(name)” (character \(token.offset + 1))."))
    }
    guard function.arity.contains(arguments.count) else { throw arity(name, at: token) }
    return .call(function, arguments)
  }

  private func arity(_ name: String, at token: ExpressionLexer.Token) -> Failure {
    Failure(
      message: LocalizedText(
        zh: "第 \(token.offset + 1) 个字符处：函数“\(name)”的参数不对。",
        en: "The function “\(name)” was given wrong arguments (character \(token.offset + 1))."))
  }

  private mutating func field(
    _ name: String, at token: ExpressionLexer.Token
  ) throws(Failure) -> Expression.Node {
    var path = [name]
    while accept(.symbol(".")) {
      guard case .word(let step) = current else { throw unexpected() }
      position += 1
      path.append(step)
    }
    let slot = slots[name]
    guard slot != nil || isItemScope else {
      throw Failure(
        message: LocalizedText(
          zh: "第 \(token.offset + 1) 个字符处：表中没有字段“\(name)”。",
          en: "The form has no field “\(name)” (character \(token.offset + 1))."))
    }
    return .field(Expression.FieldReference(path: path, slot: slot))
  }
}
