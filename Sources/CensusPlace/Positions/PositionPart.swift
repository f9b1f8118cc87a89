/// The part of a text that states one of the two coordinates.
struct PositionPart: Equatable {
  /// A number with the mark behind it: 0 for degrees, 1 for minutes, 2 for seconds.
  struct Item: Equatable {
    let number: PositionNumber
    var mark: Int?
  }

  var items: [Item] = []
  var axis: PlaceAxis?
  var sign = 1.0

  /// Cuts tokens into parts: at the words that name a coordinate, else at the one comma, else at
  /// the marks of degrees, else in the middle.
  static func split(_ tokens: [PositionToken]) -> [PositionPart] {
    if tokens.contains(where: isAxis) { return splitAtNames(tokens) }
    let pieces = tokens.split(separator: .separator).map(part)
    if pieces.count == 2 { return pieces }
    let items = pieces.flatMap(\.items)
    if items.contains(where: { $0.mark == 0 }) { return splitAtDegrees(items) }
    guard [2, 4, 6].contains(items.count) else { return [PositionPart(items: items)] }
    let middle = items.count / 2
    return [
      PositionPart(items: Array(items[..<middle])), PositionPart(items: Array(items[middle...])),
    ]
  }

  /// Names stand before all coordinates or behind all of them, which the first token shows.
  private static func splitAtNames(_ tokens: [PositionToken]) -> [PositionPart] {
    let tokens = tokens.filter { $0 != .separator }
    let isNameFirst = tokens.first.map(isAxis) ?? false
    var parts: [PositionPart] = []
    var current = PositionPart()
    for token in tokens {
      guard case .axis(let axis, let sign) = token else {
        current.add(token)
        continue
      }
      if isNameFirst, current != PositionPart() {
        parts.append(current)
        current = PositionPart()
      }
      current.axis = axis
      current.sign = sign
      if !isNameFirst {
        parts.append(current)
        current = PositionPart()
      }
    }
    return current == PositionPart() ? parts : parts + [current]
  }

  private static func splitAtDegrees(_ items: [Item]) -> [PositionPart] {
    var parts: [PositionPart] = []
    for item in items {
      if item.mark == 0 || parts.isEmpty { parts.append(PositionPart()) }
      parts[parts.count - 1].items.append(item)
    }
    return parts
  }

  private static func part(_ tokens: ArraySlice<PositionToken>) -> PositionPart {
    tokens.reduce(into: PositionPart()) { $0.add($1) }
  }

  private mutating func add(_ token: PositionToken) {
    switch token {
    case .number(let number): items.append(Item(number: number))
    // A mark without its number, or a second one, makes an item that no reading accepts.
    case .mark(let mark) where items.last.map { $0.mark == nil } ?? false:
      items[items.count - 1].mark = mark
    case .mark:
      items.append(Item(number: PositionNumber(value: .nan, hasFraction: false, text: "")))
    case .axis, .zone, .meridian, .sixDegrees, .separator: break
    }
  }

  private static func isAxis(_ token: PositionToken) -> Bool {
    if case .axis = token { true } else { false }
  }
}
