import CensusDomain
import CensusJSON

/// Evaluates expressions over one entry with three-valued logic: what is missing is unknown.
struct ExpressionEvaluator {
  /// The entry's top-level values by the form's numbering of its properties.
  let slots: UnsafeBufferPointer<JSONNode?>
  /// The day that `today()` gives.
  let today: Expression.TextLiteral
  /// Slots of the fields that `photoDistance()` reads.
  let place: (longitude: Int?, latitude: Int?, photos: Int?)

  /// Tells whether a position lies within a region; nil where no boundaries are known.
  let regions: (any RegionOutlines)?

  /// A row of a list, and the one after it where that may be named.
  struct Row {
    let item: JSONNode
    var next: JSONNode?
  }

  enum Value {
    case unknown
    case boolean(Bool)
    case number(ExactNumber)
    case text(UnsafeBufferPointer<UInt8>)
    case composite(JSONNode)
  }

  /// True, false, or nil where something needed is missing.
  func truth(_ expression: Expression, row: Row? = nil) -> Bool? {
    truth(expression.root, row: row)
  }

  func truth(_ node: Expression.Node, row: Row?) -> Bool? {
    guard case .boolean(let value) = evaluate(node, row: row) else { return nil }
    return value
  }

  func evaluate(_ node: Expression.Node, row: Row?) -> Value {
    switch node {
    case .boolean(let value): return .boolean(value)
    case .number(let literal): return .number(literal.number)
    case .text(let literal): return .text(literal.view)
    case .list: return .unknown
    case .field(let reference): return value(of: find(reference, row: row))
    case .negate(let inner):
      guard case .number(let number) = evaluate(inner, row: row) else { return .unknown }
      return .number(-number)
    case .not(let inner): return boolean(truth(inner, row: row).map { !$0 })
    case .arithmetic(let sign, let left, let right):
      return arithmetic(sign, evaluate(left, row: row), evaluate(right, row: row))
    case .compare(let sign, let left, let right):
      return boolean(compare(sign, evaluate(left, row: row), evaluate(right, row: row)))
    case .member(let value, let members): return membership(value, members, row: row)
    case .and(let left, let right):
      let first = truth(left, row: row)
      if first == false { return .boolean(false) }
      let second = truth(right, row: row)
      if second == false { return .boolean(false) }
      return boolean(first == nil ? nil : second)
    case .or(let left, let right): return boolean(either(left, right, row: row))
    case .implies(let left, let right):
      return boolean(either(.not(left), right, row: row))
    case .call(let function, let arguments): return call(function, arguments, row: row)
    case .every(let list, let body): return every(list, body, row: row)
    case .everyPair(let list, let body): return everyPair(list, body, row: row)
    case .sum(let list, let body): return sum(list, body, row: row)
    }
  }

  private func either(_ left: Expression.Node, _ right: Expression.Node, row: Row?) -> Bool? {
    let first = truth(left, row: row)
    if first == true { return true }
    let second = truth(right, row: row)
    if second == true { return true }
    return first == nil ? nil : second
  }

  private func boolean(_ truth: Bool?) -> Value { truth.map(Value.boolean) ?? .unknown }

  private func find(_ reference: Expression.FieldReference, row: Row?) -> JSONNode? {
    var found: JSONNode?
    let holder: JSONNode? =
      switch reference.holder {
      case .form: nil
      case .row: row?.item
      case .nextRow: row?.next
      }
    if let holder, holder.kind == .object { found = holder[member: reference.path[0]] }
    if found == nil, let slot = reference.slot { found = slots[slot] }
    for step in reference.path.dropFirst() {
      guard let inner = found, inner.kind == .object else { return nil }
      found = inner[member: step]
    }
    return found
  }

  func value(of node: JSONNode?) -> Value {
    guard let node else { return .unknown }
    switch node.kind {
    case .null: return .unknown
    case .true, .false: return boolean(node.boolean)
    case .integer, .number: return .number(ExactNumber(node))
    case .string: return .text(node.utf8)
    case .array, .object: return .composite(node)
    }
  }

  private func arithmetic(
    _ sign: Expression.ArithmeticOperator, _ left: Value, _ right: Value
  ) -> Value {
    guard case .number(let first) = left, case .number(let second) = right else { return .unknown }
    switch sign {
    case .add: return .number(first + second)
    case .subtract: return .number(first - second)
    case .multiply: return .number(first * second)
    case .divide: return second.double == 0 ? .unknown : .number(first / second)
    }
  }

  func compare(
    _ sign: Expression.ComparisonOperator, _ left: Value, _ right: Value
  ) -> Bool? {
    let order: Int
    switch (left, right) {
    case (.number(let first), .number(let second)): order = ExactNumber.compare(first, second)
    case (.text(let first), .text(let second)):
      order = first.elementsEqual(second) ? 0 : first.lexicographicallyPrecedes(second) ? -1 : 1
    case (.boolean(let first), .boolean(let second)) where sign == .equal || sign == .notEqual:
      order = first == second ? 0 : 1
    default: return nil
    }
    switch sign {
    case .less: return order < 0
    case .lessOrEqual: return order <= 0
    case .greater: return order > 0
    case .greaterOrEqual: return order >= 0
    case .equal: return order == 0
    case .notEqual: return order != 0
    }
  }

  private func membership(
    _ value: Expression.Node, _ members: [Expression.Node], row: Row?
  ) -> Value {
    let subject = evaluate(value, row: row)
    if case .unknown = subject { return .unknown }
    var isKnown = true
    for member in members {
      let candidate = evaluate(member, row: row)
      if compare(.equal, subject, candidate) == true { return .boolean(true) }
      if case .unknown = candidate { isKnown = false }
    }
    return isKnown ? .boolean(false) : .unknown
  }

  private func call(
    _ function: Expression.Function, _ arguments: [Expression.Node], row: Row?
  ) -> Value {
    switch function {
    case .present: return .boolean(isPresent(arguments[0], row: row))
    case .absent: return .boolean(!isPresent(arguments[0], row: row))
    case .today: return .text(today.view)
    case .photoDistance: return photoDistance()
    case .withinRegion: return within(evaluate(arguments[0], row: row))
    default:
      let values = arguments.map { evaluate($0, row: row) }
      return apply(function, values)
    }
  }

  private func isPresent(_ node: Expression.Node, row: Row?) -> Bool {
    if case .unknown = evaluate(node, row: row) { return false }
    return true
  }

  private func apply(_ function: Expression.Function, _ values: [Value]) -> Value {
    switch (function, values[0]) {
    case (.count, .composite(let node)): return .number(ExactNumber(node.count))
    case (.contains, .composite(let node)):
      if case .unknown = values[1] { return .unknown }
      return .boolean(
        node.elements.contains { compare(.equal, value(of: $0), values[1]) == true })
    case (.year, .text(let text)):
      return CivilDate(utf8: text.prefix(10)).map { .number(ExactNumber($0.parts.year)) }
        ?? .unknown
    case (.days, .text(let from)):
      guard case .text(let to) = values[1], let start = CivilDate(utf8: from.prefix(10)),
        let end = CivilDate(utf8: to.prefix(10))
      else { return .unknown }
      return .number(ExactNumber(end.dayNumber - start.dayNumber))
    case (.startsWith, .text(let text)):
      guard case .text(let prefix) = values[1] else { return .unknown }
      return .boolean(text.starts(with: prefix))
    case (.first, .composite(let list)), (.last, .composite(let list)):
      return end(of: list, key: values[1], isLast: function == .last)
    case (.distinct, .composite(let list)): return distinct(list, key: values[1])
    case (.minutes, .text(let from)):
      guard case .text(let to) = values[1] else { return .unknown }
      return ClockTime.minutes(from: from, to: to).map { .number(ExactNumber($0)) } ?? .unknown
    case (.slice, .text(let text)):
      guard case .number(let start) = values[1], case .number(let count) = values[2] else {
        return .unknown
      }
      return TextPart.slice(text, from: start.double, count: count.double).map(Value.text)
        ?? .unknown
    case (.number, .text(let text)):
      return TextPart.number(text).map(Value.number) ?? .unknown
    case (.sumNumbers, .text(let text)):
      return TextPart.sumOfNumbers(text).map { .number(ExactNumber($0)) } ?? .unknown
    case (.areaKm2, .composite(let geometry)):
      return Geodesy.area(of: geometry).map { .number(.approximate($0 / 1_000_000)) } ?? .unknown
    case (.abs, .number(let number)):
      return .number(ExactNumber.compare(number, ExactNumber(0)) < 0 ? -number : number)
    case (.lengthKm, .composite(let geometry)):
      return Geodesy.length(of: geometry).map { .number(.approximate($0 / 1000)) } ?? .unknown
    case (.angleBetween, .number(let first)):
      guard case .number(let second) = values[1] else { return .unknown }
      let turn = (first.double - second.double).truncatingRemainder(dividingBy: 360)
      let positive = turn < 0 ? turn + 360 : turn
      return .number(.approximate(Swift.min(positive, 360 - positive)))
    case (.min, .number), (.max, .number): return extreme(values, isMaximum: function == .max)
    default: return .unknown
    }
  }

  private func extreme(_ values: [Value], isMaximum: Bool) -> Value {
    var best: ExactNumber?
    for value in values {
      guard case .number(let number) = value else { return .unknown }
      let order = best.map { ExactNumber.compare(number, $0) } ?? 0
      if best == nil || (isMaximum ? order > 0 : order < 0) { best = number }
    }
    return best.map(Value.number) ?? .unknown
  }
}
