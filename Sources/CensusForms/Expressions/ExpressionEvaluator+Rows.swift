import CensusJSON

/// The functions over the rows of a list.
extension ExpressionEvaluator {
  func every(_ list: Expression.Node, _ body: Expression.Node, row: Row?) -> Value {
    guard case .composite(let node) = evaluate(list, row: row), node.kind == .array else {
      return .unknown
    }
    var isKnown = true
    for element in node.elements {
      switch truth(body, row: Row(item: element)) {
      case false?: return .boolean(false)
      case nil: isKnown = false
      case true?: break
      }
    }
    return isKnown ? .boolean(true) : .unknown
  }

  /// Whether `body` holds for each row and the one after it.
  func everyPair(_ list: Expression.Node, _ body: Expression.Node, row: Row?) -> Value {
    guard case .composite(let node) = evaluate(list, row: row), node.kind == .array else {
      return .unknown
    }
    var isKnown = true
    var previous: JSONNode?
    for element in node.elements {
      if let previous {
        switch truth(body, row: Row(item: previous, next: element)) {
        case false?: return .boolean(false)
        case nil: isKnown = false
        case true?: break
        }
      }
      previous = element
    }
    return isKnown ? .boolean(true) : .unknown
  }

  /// The sum of `body` over all rows; unknown where it is for one of them.
  func sum(_ list: Expression.Node, _ body: Expression.Node, row: Row?) -> Value {
    guard case .composite(let node) = evaluate(list, row: row), node.kind == .array else {
      return .unknown
    }
    var total = ExactNumber(0)
    for element in node.elements {
      guard case .number(let number) = evaluate(body, row: Row(item: element)) else {
        return .unknown
      }
      total = total + number
    }
    return .number(total)
  }

  /// A member of the first or the last row.
  func end(of list: JSONNode, key: Value, isLast: Bool) -> Value {
    guard list.kind == .array, case .text(let key) = key else { return .unknown }
    let name = String(decoding: key, as: UTF8.self)
    var found: JSONNode?
    for element in list.elements {
      found = element
      if !isLast { break }
    }
    guard let found, found.kind == .object else { return .unknown }
    return value(of: found[member: name])
  }

  /// Whether no two rows have the same value of a member; rows without it do not count.
  func distinct(_ list: JSONNode, key: Value) -> Value {
    guard list.kind == .array, case .text(let key) = key else { return .unknown }
    let name = String(decoding: key, as: UTF8.self)
    var seen: Set<JSONEqualityKey> = []
    for element in list.elements where element.kind == .object {
      guard let member = element[member: name] else { continue }
      guard seen.insert(JSONEqualityKey(member)).inserted else { return .boolean(false) }
    }
    return .boolean(true)
  }
}

/// What makes two plain values the same within one list.
private enum JSONEqualityKey: Hashable {
  case text([UInt8])
  case number(Double)
  case other(String)

  init(_ node: JSONNode) {
    switch node.kind {
    case .string: self = .text(Array(node.utf8))
    case .integer, .number: self = .number(node.double ?? .nan)
    case .true, .false, .null, .array, .object: self = .other("\(node.kind)\(Array(node.raw))")
    }
  }
}
