import CensusDomain
import CensusJSON

extension AnnotationReader {
  /// The kinds of field that a rule across records can compare.
  private static let comparable: Set<Field.Kind> = [
    .text, .integer, .boolean, .date, .dateTime, .choice,
  ]

  /// The rules across records, `hc:distinct`; their names differ from those of `rules`.
  mutating func distinctRules(fields: [Field], besides rules: [Rule]) -> [DistinctRule] {
    guard case .array(let members)? = root?["hc:distinct"] else { return [] }
    let kinds = Dictionary(fields.map { ($0.name, $0.kind) }) { first, _ in first }
    var names = Set(rules.map(\.name))
    var found: [DistinctRule] = []
    for (index, member) in members.enumerated() {
      let place = "/hc:distinct/\(index)"
      guard let (name, level) = ruleHead(member, at: place, others: &names) else { continue }
      let compared = strings(member[member: "fields"])
      if compared.isEmpty || !compared.allSatisfy({ isComparable(kinds[$0]) }) {
        collector.add(
          place + "/fields", zh: "fields 须列出本表的文本、整数、是否、日期、时间或单选字段。",
          en: "fields names text, integer, boolean, date, time or choice fields of the form.")
      }
      let span = strings(member[member: "span"])
      if member[member: "span"] != nil,
        span.count != 2 || span.contains(where: { kinds[$0] != .date })
      {
        collector.add(
          place + "/span", zh: "span 须为起、止两个日期字段。",
          en: "span names two date fields, the first and the last day.")
      }
      found.append(
        DistinctRule(
          name: name, level: level, fields: compared,
          span: span.count == 2 ? DistinctRule.Span(from: span[0], to: span[1]) : nil,
          places: strings(member[member: "at"]),
          message: message(of: member, at: place),
          isUnverified: member[member: "status"]?.string == "unverified"))
    }
    // Errors first: two entries that break a warning and an error together must be told the error.
    return found.filter { $0.level == .error } + found.filter { $0.level != .error }
  }

  private func isComparable(_ kind: Field.Kind?) -> Bool {
    kind.map(AnnotationReader.comparable.contains) ?? false
  }
}
