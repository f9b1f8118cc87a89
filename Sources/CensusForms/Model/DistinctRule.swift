import CensusDomain
import CensusJSON

/// A rule across records: no two entries of a form that stand may agree in these fields.
///
/// With a span they may agree, as long as their spans of days do not meet: a weather station has
/// many rainstorm processes, and no two of them at once.
public struct DistinctRule: Sendable {
  /// The rule's name, unique in the form.
  public let name: String
  /// How much a violation weighs.
  public let level: Finding.Level
  /// The fields whose values are compared.
  public let fields: [String]
  /// The fields with the first and the last day of the span; nil where values alone are compared.
  public let span: Span?
  /// The fields that a violation points to, as JSON Pointers.
  public let places: [String]
  /// What a violation says; `{field}` stands for a value, `{other}` for the other entry's object.
  public let message: LocalizedText
  /// Whether the rule is unconfirmed.
  public let isUnverified: Bool

  /// The fields that bound a span of days, both days included.
  public struct Span: Sendable, Hashable {
    /// The field of the first day.
    public let from: String
    /// The field of the last day.
    public let to: String
  }

  /// What `content` claims under this rule; nil where one of the fields is missing.
  func claim(of content: JSONNode) -> DistinctClaim? {
    var words: [String] = []
    for field in fields {
      guard let word = content[member: field].flatMap(DistinctRule.word) else { return nil }
      words.append(word)
    }
    var claim = DistinctClaim(rule: name, value: words.joined(separator: "\u{1F}"))
    guard let span else { return claim }
    guard let from = content[member: span.from]?.string, let to = content[member: span.to]?.string
    else { return nil }
    claim.from = from
    claim.to = to
    return claim
  }

  /// What is wrong with `content`, which another entry, of the object `other`, stands against.
  public func finding(in content: JSONNode, against other: String) -> Finding {
    let text = MessageTemplate.fill(message) { path in
      path == ["other"] ? .text(other) : MessageTemplate.Value(content[member: path[0]])
    }
    return Finding(pointer: places.first ?? "", rule: name, level: level, message: text)
  }

  private static func word(_ node: JSONNode) -> String? {
    switch node.kind {
    case .string: node.string
    case .integer: node.numberText
    case .true: "true"
    case .false: "false"
    case .null, .number, .array, .object: nil
    }
  }
}

/// What an entry's content claims for itself under one rule across records.
///
/// Two claims of the same form and rule meet where their values are equal and neither span ends
/// before the other begins.
public struct DistinctClaim: Sendable, Hashable {
  /// The rule's name.
  public var rule: String
  /// The values of the rule's fields, joined.
  public var value: String
  /// The first day, `YYYY-MM-DD`; empty under a rule without a span.
  public var from = ""
  /// The last day; empty under a rule without a span.
  public var to = ""

  /// Makes a claim.
  public init(rule: String, value: String, from: String = "", to: String = "") {
    self.rule = rule
    self.value = value
    self.from = from
    self.to = to
  }
}

extension Form {
  /// What `content` claims under the form's rules across records; most forms have none.
  public func claims(of content: JSONNode) -> [DistinctClaim] {
    distinctRules.isEmpty ? [] : distinctRules.compactMap { $0.claim(of: content) }
  }

  /// The rule across records called `name`.
  public func distinctRule(_ name: String) -> DistinctRule? {
    distinctRules.first { $0.name == name }
  }
}
