import CensusDomain

/// What is wrong, where, and by when it is to be mended (问题清单), with counts by form and level.
public struct ProblemList: Sendable, Hashable {
  /// The counts of one form, or of all.
  public struct Count: Sendable, Hashable {
    /// The form's code; nil for all.
    public let form: String?
    /// The form's name.
    public let name: LocalizedText
    /// Problems by level, mended or not.
    public let levels: [ProblemLevel: Int]
    /// Problems by where they stand.
    public let states: [ProblemState.Name: Int]

    /// All problems.
    public var total: Int { levels.values.reduce(0, +) }

    /// Counts `rows` as they stand on `day`.
    init(form: String?, name: LocalizedText, _ rows: [ProblemRow], on day: CivilDate) {
      self.form = form
      self.name = name
      levels = rows.reduce(into: [:]) { $0[$1.level, default: 0] += 1 }
      states = rows.reduce(into: [:]) { $0[$1.state(on: day).name, default: 0] += 1 }
    }
  }

  /// The day on which problems stand as told.
  public let asOf: CivilDate
  /// The district's name.
  public let districtName: String
  /// The problems found up to then: overdue ones, open ones, then mended ones; within each the earlier due
  /// day first.
  public let rows: [ProblemRow]
  /// The counts by form's code.
  public let forms: [Count]
  /// The counts of all forms together.
  public let total: Count

  /// Sorts and counts `rows` as they stand at the end of `asOf`; problems found later are left out.
  public init(_ rows: [ProblemRow], asOf: CivilDate, districtName: String) {
    let found = rows.filter { $0.foundOn <= asOf }
    self.asOf = asOf
    self.districtName = districtName
    self.rows = found.map { (ProblemList.key($0, on: asOf), $0) }
      .sorted { $0.0.lexicographicallyPrecedes($1.0) }.map(\.1)
    forms = Dictionary(grouping: found, by: \.form).sorted { $0.key < $1.key }.map { form, rows in
      // A form whose name changed between versions is told by one of them, whatever the order of rows.
      let name = rows.map(\.formName).min { ($0.zh, $0.en) < ($1.zh, $1.en) }
      return Count(form: form, name: name ?? LocalizedText(verbatim: form), rows, on: asOf)
    }
    total = Count(form: nil, name: Wording.total, found, on: asOf)
  }

  /// What rows are ordered by; it names all that a row shows, so that equal lists read equally.
  private static func key(_ row: ProblemRow, on day: CivilDate) -> [String] {
    let order =
      switch row.state(on: day).name {
      case .overdue: "0"
      case .open: "1"
      case .closed: "2"
      }
    let finding =
      switch row.finding {
      case .rule(let text): text.zh
      case .comment(let text): text
      }
    return [
      order, row.due?.description ?? "9", row.object, row.form, row.field?.zh ?? "",
      row.foundOn.description, finding, row.level.rawValue, row.foundBy,
      row.closed?.description ?? "9", row.objectName,
    ]
  }
}
