import CensusForms
import CensusJSON
import Testing

@Suite("What the vocabulary forbids in a rule")
struct RuleLintTests {
  @Test(
    "A list of rules that is no list is refused",
    arguments: [
      (#"{"hc:rules":null}"#, "/hc:rules"), (#"{"hc:rules":{"name":"rule"}}"#, "/hc:rules"),
      (#"{"hc:rules":"none"}"#, "/hc:rules"), (#"{"hc:distinct":{"name":"once"}}"#, "/hc:distinct"),
      (#"{"hc:distinct":true}"#, "/hc:distinct"),
    ])
  func lists(_ patch: String, _ pointer: String) throws {
    #expect(try LintProbe.mistakes(patch) == [pointer])
  }

  @Test("A form without rules has an empty list, and rules across records need none")
  func none() throws {
    #expect(try LintProbe.mistakes(#"{"hc:rules":[],"hc:distinct":null}"#) == [])
  }

  static let shared: [(String, String)] = [
    (#"{"colour":"red"}"#, "/colour"), (#"{"name":"Big name"}"#, "/name"),
    (#"{"status":"verified"}"#, "/status"), (#"{"at":null}"#, "/at"), (#"{"at":[]}"#, "/at"),
    (#"{"at":"/size"}"#, "/at"), (#"{"at":["/none"]}"#, "/at/0"), (#"{"at":["size"]}"#, "/at/0"),
    (#"{"at":[""]}"#, "/at/0"), (#"{"at":["/size",5]}"#, "/at/1"),
    (#"{"at":["/size","/size"]}"#, "/at/1"), (#"{"at":["/deep/none"]}"#, "/at/0"),
    (#"{"at":["/size/inner"]}"#, "/at/0"), (#"{"at":["/list/day"]}"#, "/at/0"),
    (#"{"at":["/place/none"]}"#, "/at/0"), (#"{"message":{"fr":"x"}}"#, "/message"),
    (#"{"message":{"en":"{none}"}}"#, "/message/en"),
    (#"{"message":{"zh":"{deep.none}"}}"#, "/message/zh"),
    (#"{"message":{"en":"{size} {}"}}"#, "/message/en"),
    (#"{"message":{"en":"{ size }"}}"#, "/message/en"),
  ]

  static let own: [(String, String)] = [
    (#"{"wen":"size > 1"}"#, "/wen"), (#"{"fields":["size"]}"#, "/fields"),
    (#"{"when":true}"#, "/when"), (#"{"when":["size > 1"]}"#, "/when"), (#"{"when":""}"#, "/when"),
    (#"{"check":true}"#, "/check"), (#"{"check":null}"#, "/check"),
    (#"{"message":{"en":"{other}"}}"#, "/message/en"),
  ]

  static let distinct: [(String, String)] = [
    (#"{"when":"size > 1"}"#, "/when"), (#"{"fields":["plain",5]}"#, "/fields"),
    (#"{"fields":["plain","plain"]}"#, "/fields"), (#"{"fields":"plain"}"#, "/fields"),
  ]

  @Test("A mistake in a rule is told once, at its place", arguments: shared + own)
  func rule(_ patch: String, _ pointer: String) throws {
    #expect(try LintProbe.mistakes(inRule: patch) == ["/hc:rules/0" + pointer])
  }

  @Test("So is one in a rule across records", arguments: shared + distinct)
  func distinctRule(_ patch: String, _ pointer: String) throws {
    #expect(try LintProbe.mistakes(inDistinct: patch) == ["/hc:distinct/0" + pointer])
  }
}
