import CensusDomain

/// Compiles the text of an expression by precedence climbing.
struct ExpressionParser {
  /// What is wrong with an expression, and at which character (counted from 1).
  struct Failure: Error {
    let message: LocalizedText
  }

  /// Deeper expressions are refused, since each level takes room on the stack.
  private static let deepest = 64

  private let tokens: [ExpressionLexer.Token]
  private let names: ExpressionNames
  private let scope: ExpressionNames.Scope
  private var position = 0
  private var depth = 0

  /// Compiles `source`; `names` are those that it may use.
  static func compile(
    _ source: String, names: ExpressionNames, scope: ExpressionNames.Scope = .form
  ) throws(Failure) -> Expression {
    var parser = ExpressionParser(
      tokens: try ExpressionLexer.tokens(of: source), names: names, scope: scope)
    let root = try parser.implication()
    guard parser.current == .end else { throw parser.unexpected() }
    return Expression(source: source, root: root)
  }

  private init(
    tokens: [ExpressionLexer.Token], names: ExpressionNames, scope: ExpressionNames.Scope
  ) {
    self.tokens = tokens
    self.names = names
    self.scope = scope
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
    try descend()
    defer { depth -= 1 }
    let left = try disjunction()
    guard accept(.symbol("=>")) else { return left }
    return .implies(left, try implication())
  }

  private mutating func descend() throws(Failure) {
    depth += 1
    guard depth <= ExpressionParser.deepest else {
      throw Failure(
        message: LocalizedText(
          zh: "表达式嵌套过深（最多 \(ExpressionParser.deepest) 层）。",
          en: "The expression is nested too deep; at most \(ExpressionParser.deepest) levels."))
    }
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
    guard current == .symbol("-") || current == .word("not") else { return try primary() }
    try descend()
    defer { depth -= 1 }
    if accept(.symbol("-")) { return .negate(try unary()) }
    position += 1
    return .not(try unary())
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
    case .setting(let name):
      position += 1
      guard let value = names.settings[name] else {
        throw Failure(
          message: LocalizedText(
            zh: "第 \(token.offset + 1) 个字符处：hc:settings 中没有“\(name)”。",
            en: "hc:settings has no “\(name)” (character \(token.offset + 1))."))
      }
      return .number(value)
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
    if let function = Expression.RowFunction(rawValue: name) {
      return try rows(function, arguments, at: token)
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

  /// A function over the rows of a list, whose second argument is an expression over a row's fields.
  private func rows(
    _ function: Expression.RowFunction, _ arguments: [Expression.Node],
    at token: ExpressionLexer.Token
  ) throws(Failure) -> Expression.Node {
    guard arguments.count == 2, case .text(let inner) = arguments[1] else {
      throw arity(function.rawValue, at: token)
    }
    var fields: Set<String>?
    if case .field(let list) = arguments[0], list.slot != nil { fields = names.rows(list.path) }
    let body = try ExpressionParser.compile(
      String(decoding: inner.view, as: UTF8.self), names: names,
      scope: .row(fields: fields, hasNext: function == .everyPair))
    return switch function {
    case .every: .every(arguments[0], body.root)
    case .everyPair: .everyPair(arguments[0], body.root)
    case .sum: .sum(arguments[0], body.root)
    }
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
    guard case .row(let fields, let hasNext) = scope else {
      guard let slot = names.slots[name] else { throw unknown(name, at: token) }
      return .field(Expression.FieldReference(path: path, holder: .form, slot: slot))
    }
    if hasNext, name == "next", path.count > 1 {
      let rest = Array(path.dropFirst())
      guard fields?.contains(rest[0]) != false else { throw unknown(rest[0], at: token) }
      return .field(Expression.FieldReference(path: rest, holder: .nextRow, slot: nil))
    }
    // A row's own field comes first, so that one that is missing is not taken from the form.
    guard fields?.contains(name) != true, let slot = names.slots[name] else {
      guard fields?.contains(name) != false else { throw unknown(name, at: token) }
      return .field(Expression.FieldReference(path: path, holder: .row, slot: nil))
    }
    // Where the rows' fields are not known, either may be meant.
    return .field(
      Expression.FieldReference(path: path, holder: fields == nil ? .row : .form, slot: slot))
  }

  private func unknown(_ name: String, at token: ExpressionLexer.Token) -> Failure {
    Failure(
      message: LocalizedText(
        zh: "第 \(token.offset + 1) 个字符处：表中没有字段“\(name)”。",
        en: "The form has no field “\(name)” (character \(token.offset + 1))."))
  }
}
