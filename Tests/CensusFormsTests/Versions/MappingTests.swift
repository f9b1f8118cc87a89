import CensusForms
import CensusJSON
import Testing

@Suite("Carrying contents over to a newer version")
struct MappingTests {
  private func form(_ earlier: String) throws -> (form: Form?, places: [String]) {
    let document = try Probe.document(
      fields: ["new": ["type": "string"], "count": ["type": "number"]],
      members: JSONValue.parse(
        #"""
        {"$id": "urn:hazardcensus:form:PROBE:3", "hc:form": {"version": 3}, "hc:earlier": \#(earlier)}
        """#))
    let (form, diagnostics) = FormLoader.load(document.encodedBytes)
    return (form, diagnostics.map(\.pointer))
  }

  @Test("The steps are done in order, and what an entry lacks is left alone")
  func steps() throws {
    let (loaded, places) = try form(
      #"""
      [{"version": 2, "standing": "migrate", "zh": "改名", "en": "Renamed.", "mapping": [
        {"rename": "old", "to": "new"}, {"recode": "new", "values": {"1": "A", "2": "B"}},
        {"drop": "gone"}, {"fill": "townCode", "value": "130205100"}, {"scale": "count", "by": 0.0001}]},
       {"version": 1, "standing": "attention", "zh": "看", "en": "Look."}]
      """#)
    #expect(places == [])
    let earlier = try #require(loaded?.earlierVersion(2))
    #expect(loaded?.earlier.map(\.version) == [1, 2])
    let content: JSONValue = ["old": "2", "gone": 1, "count": 12345, "kept": ["x"]]
    let expected: JSONValue = [
      "new": "B", "count": .number("1.2345"), "kept": ["x"], "townCode": "130205100",
    ]
    #expect(earlier.carried(content) == expected)
    #expect(earlier.carried(["new": "3"]) == ["new": "3", "townCode": "130205100"])
    let first = try #require(loaded?.earlierVersion(1))
    #expect(first.carried(content) == content)
    #expect(loaded?.earlierVersion(3) == nil)
  }

  @Test(
    "A mistake is told at its place",
    arguments: [
      (#"[{"version": 3, "standing": "valid", "zh": "a", "en": "b"}]"#, "/hc:earlier/0/version"),
      (#"[{"version": 1, "standing": "fine", "zh": "a", "en": "b"}]"#, "/hc:earlier/0/standing"),
      (#"[{"version": 1, "standing": "migrate", "zh": "a", "en": "b"}]"#, "/hc:earlier/0/mapping"),
      (
        #"[{"version": 1, "standing": "valid", "zh": "a", "en": "b", "mapping": [{"drop": "x"}]}]"#,
        "/hc:earlier/0/mapping"
      ),
      (
        #"[{"version": 1, "standing": "migrate", "zh": "a", "en": "b", "mapping": [{"move": "x"}]}]"#,
        "/hc:earlier/0/mapping/0"
      ),
      (
        #"[{"version": 1, "standing": "migrate", "zh": "a", "en": "b", "mapping": [{"rename": "x", "to": "y"}]}]"#,
        "/hc:earlier/0/mapping/0/to"
      ),
      (#"{}"#, "/hc:earlier"),
      (
        #"[{"version": 1, "standing": "valid", "zh": "a", "en": "b", "why": 1}]"#,
        "/hc:earlier/0/why"
      ),
    ])
  func mistakes(_ earlier: String, _ place: String) throws {
    #expect(try form(earlier).places == [place])
  }
}
