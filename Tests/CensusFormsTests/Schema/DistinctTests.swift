import CensusDomain
import CensusForms
import CensusJSON
import Testing

@Suite("Rules across records")
struct DistinctTests {
  private static let text: JSONValue = ["zh": "重复 {a} {other}", "en": "again {a} {other}"]

  private static func rule(_ patch: JSONValue) -> JSONValue {
    let plain: JSONValue = [
      "name": "once", "level": "error", "fields": ["a"], "at": ["/a"], "message": text,
    ]
    return plain.patched(patch)
  }

  private static func document(_ rules: [JSONValue]) -> JSONValue {
    let day: JSONValue = ["type": "string", "format": "date"]
    return Probe.document(
      fields: [
        "a": ["type": "string"], "n": ["type": "integer"], "share": ["type": "number"],
        "from": day, "to": day,
      ],
      rules: [(name: "within", check: "n > 0")], members: ["hc:distinct": .array(rules)])
  }

  private func claims(_ rule: JSONValue, _ content: String) throws -> [DistinctClaim] {
    let form = try Probe.form(Self.document([rule]))
    return try JSONParser().withDocument(Array(content.utf8)) { form.claims(of: $0) }
  }

  @Test("A claim is made of the values of the rule's fields, whatever their order and spelling")
  func values() throws {
    let rule = Self.rule(["fields": ["a", "n"]])
    let first = try claims(rule, #"{"a":"x","n":3}"#)
    #expect(first.count == 1)
    #expect(try claims(rule, #"{"n":3,"a":"\u0078"}"#) == first)
    #expect(try claims(rule, #"{"a":"x","n":4}"#) != first)
    // Two values never run into one another.
    #expect(
      try claims(Self.rule(["fields": ["a", "from"]]), #"{"a":"1","from":"23"}"#)
        != claims(Self.rule(["fields": ["a", "from"]]), #"{"a":"12","from":"3"}"#))
  }

  @Test(
    "What lacks one of the fields claims nothing",
    arguments: [#"{"a":"x"}"#, #"{"a":"x","from":"2020-01-01"}"#, #"{"from":"2020-01-01"}"#])
  func missing(_ content: String) throws {
    #expect(try claims(Self.rule(["fields": ["a"], "span": ["from", "to"]]), content) == [])
  }

  @Test("A span is claimed with its first and its last day")
  func span() throws {
    let made = try claims(
      Self.rule(["span": ["from", "to"]]), #"{"a":"x","from":"2020-01-01","to":"2020-01-03"}"#)
    #expect(made == [DistinctClaim(rule: "once", value: "x", from: "2020-01-01", to: "2020-01-03")])
  }

  @Test("A finding names the values and the other entry's object")
  func finding() throws {
    let form = try Probe.form(Self.document([Self.rule([:])]))
    let rule = try #require(form.distinctRule("once"))
    let finding = try JSONParser().withDocument(Array(#"{"a":"x"}"#.utf8)) {
      rule.finding(in: $0, against: "LC-1")
    }
    #expect(finding.pointer == "/a")
    #expect(finding.rule == "once")
    #expect(finding.message.zh == "重复 x LC-1")
    #expect(finding.message.en == "again x LC-1")
  }

  static let mistakes: [([JSONValue], String)] = [
    ([rule(["fields": []])], "/hc:distinct/0/fields"),
    ([rule(["fields": ["none"]])], "/hc:distinct/0/fields"),
    ([rule(["fields": ["share"]])], "/hc:distinct/0/fields"),
    ([rule(["span": ["from"]])], "/hc:distinct/0/span"),
    ([rule(["span": ["from", "a"]])], "/hc:distinct/0/span"),
    ([rule(["level": "fatal"])], "/hc:distinct/0/level"),
    ([rule(["name": "within"])], "/hc:distinct/0/name"),
    ([rule([:]), rule([:])], "/hc:distinct/1/name"),
    ([rule(["message": ["zh": ""]])], "/hc:distinct/0/message"),
  ]

  @Test("A mistake is told at its place", arguments: mistakes)
  func mistake(_ rules: [JSONValue], _ pointer: String) {
    let (form, found) = FormLoader.load(Self.document(rules).encodedBytes)
    #expect(form == nil)
    #expect(found.map(\.pointer) == [pointer])
  }
}
