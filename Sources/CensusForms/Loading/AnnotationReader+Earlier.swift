import CensusDomain
import CensusJSON

extension AnnotationReader {
  /// Reads `hc:earlier`, in the order of the versions.
  mutating func earlierVersions(before version: Int) -> [EarlierVersion] {
    guard let value = root?["hc:earlier"] else { return [] }
    guard case .array(let members) = value else {
      collector.add("/hc:earlier", zh: "hc:earlier 须为列表。", en: "hc:earlier must be a list.")
      return []
    }
    var found: [EarlierVersion] = []
    for (index, member) in members.enumerated() {
      let place = "/hc:earlier/\(index)"
      let number = member[member: "version"]?.int64.map(Int.init) ?? 0
      if number < 1 || number >= version || found.contains(where: { $0.version == number }) {
        collector.add(
          place + "/version", zh: "version 须为小于本版本的版本号，且不重复。",
          en: "version is a number below this form's version, and none is named twice.")
      }
      guard
        let standing = member[member: "standing"]?.string.flatMap(EarlierVersion.Standing.init)
      else {
        collector.add(
          place + "/standing", zh: "standing 须为 valid、attention 或 migrate。",
          en: "standing is valid, attention or migrate.")
        continue
      }
      let mapping = steps(of: member, at: place)
      if (standing == .migrate) == (member[member: "mapping"] == nil) {
        collector.add(
          place + "/mapping", zh: "standing 为 migrate 时（且仅在此时）须写明 mapping。",
          en: "With the standing migrate, and only then, mapping says how.")
      }
      found.append(
        EarlierVersion(
          version: number, standing: standing, note: text(member, at: place), mapping: mapping))
    }
    return found.sorted { $0.version < $1.version }
  }

  private mutating func steps(of member: JSONValue, at place: String) -> [EarlierVersion.Step] {
    guard let value = member[member: "mapping"] else { return [] }
    guard case .array(let members) = value else {
      collector.add(place + "/mapping", zh: "mapping 须为列表。", en: "mapping must be a list.")
      return []
    }
    return members.enumerated().compactMap { index, step in
      guard let step = EarlierVersion.Step(step) else {
        collector.add(
          "\(place)/mapping/\(index)",
          zh: "步骤须为 rename、recode、drop、fill 或 scale 之一，写法见词汇文档。",
          en: "A step is rename, recode, drop, fill or scale, as the vocabulary says.")
        return nil
      }
      return step
    }
  }
}

extension EarlierVersion.Step {
  /// Reads a step such as `{"rename": "old", "to": "new"}`; nil for anything else.
  fileprivate init?(_ step: JSONValue) {
    guard case .object(let members) = step else { return nil }
    switch Set(members.names) {
    case ["rename", "to"]:
      guard let from = members["rename"]?.string, let to = members["to"]?.string else { return nil }
      self = .rename(from: from, to: to)
    case ["recode", "values"]:
      guard let field = members["recode"]?.string, case .object(let values)? = members["values"]
      else { return nil }
      var table: [String: String] = [:]
      for (old, new) in values {
        guard let new = new.string else { return nil }
        table[old] = new
      }
      self = .recode(field: field, values: table)
    case ["drop"]:
      guard let field = members["drop"]?.string else { return nil }
      self = .drop(field: field)
    case ["fill", "value"]:
      guard let field = members["fill"]?.string, let value = members["value"] else { return nil }
      self = .fill(field: field, value: value)
    case ["scale", "by"]:
      guard let field = members["scale"]?.string, let factor = members["by"]?.numberText,
        Expression.ExactNumberLiteral(factor) != nil
      else { return nil }
      self = .scale(field: field, factor: factor)
    default: return nil
    }
  }
}
