import CensusJSON

extension Form {
  /// How entries that were filled with `version` stand under this version; nil where its author did not say.
  public func earlierVersion(_ version: Int) -> EarlierVersion? {
    earlier.first { $0.version == version }
  }
}

extension EarlierVersion {
  /// An entry's content as this mapping carries it over; without a mapping, as it is.
  public func carried(_ content: JSONValue) -> JSONValue {
    guard case .object(var object) = content else { return content }
    for step in mapping { step.apply(to: &object) }
    return .object(object)
  }
}

extension EarlierVersion.Step {
  /// Does the step; what it speaks of and an entry lacks is left alone.
  fileprivate func apply(to object: inout JSONObject) {
    switch self {
    case .rename(let from, let to):
      guard let value = object.remove(from) else { return }
      object[to] = value
    case .recode(let field, let values):
      switch object[field] {
      case .string(let value)?: object[field] = .string(values[value] ?? value)
      case .array(let items)?:
        object[field] = .array(
          items.map { item in item.string.map { .string(values[$0] ?? $0) } ?? item })
      default: return
      }
    case .drop(let field): object.remove(field)
    case .fill(let field, let value):
      if object[field] == nil { object[field] = value }
    case .scale(let field, let factor):
      guard let number = object[field]?.numberText else { return }
      object[field] = .number(NumberCell.product(number, factor))
    }
  }
}
