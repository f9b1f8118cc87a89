import CensusDomain
import CensusForms
import CensusJSON
import Foundation
import Testing

@Suite("Loading a form")
struct LoadingTests {
  @Test(
    "A keyword that could not be judged is refused at its place",
    arguments: [
      ("contains", "{}"), ("minContains", "1"), ("patternProperties", "{}"), ("minProperties", "1"),
      ("maxProperties", "1"), ("propertyNames", "{}"), ("unevaluatedProperties", "false"),
      ("unevaluatedItems", "false"), ("dependentSchemas", "{}"), ("$dynamicRef", "\"#a\""),
      ("$anchor", "\"a\""), ("minimun", "1"), ("Required", "[]"), ("definitions", "{}"),
    ])
  func unknownKeyword(_ keyword: String, _ value: String) throws {
    let found = try Probe.diagnostics(#"{"\#(keyword)":\#(value)}"#)
    #expect(found.map(\.pointer) == ["/properties/x/\(keyword)"])
    #expect(found.allSatisfy { $0.message.en.contains("“\(keyword)”") })
    let inner = try Probe.diagnostics(#"{"anyOf":[{"items":{"\#(keyword)":\#(value)}}]}"#)
    #expect(inner.map(\.pointer) == ["/properties/x/anyOf/0/items/\(keyword)"])
  }

  @Test("An annotation outside the vocabulary is refused, a standard one passed over")
  func annotations() throws {
    #expect(
      try Probe.diagnostics(#"{"hc:colour":"red"}"#).map(\.pointer) == ["/properties/x/hc:colour"])
    let notes =
      #"{"title":"t","description":"d","default":1,"examples":[],"$comment":"c","format":"date"}"#
    #expect(try Probe.diagnostics(notes) == [])
  }

  @Test(
    "A reference that leaves the file or leads nowhere is refused",
    arguments: [
      "https://example.org/schema.json", "other.json#/$defs/a", "#/$defs/none", "#/type",
      "urn:hazardcensus:form:X:1", "file:///etc/passwd",
    ])
  func references(_ target: String) throws {
    let found = try Probe.diagnostics(#"{"$ref":"\#(target)"}"#)
    #expect(!found.isEmpty)
    #expect(found.allSatisfy { $0.pointer.contains("$ref") || $0.pointer == "/type" })
  }

  @Test(
    "A pattern that is no regular expression is refused with its own words",
    arguments: ["[", "(", "a{2,1}", "*", "a\\"])
  func patterns(_ pattern: String) throws {
    let schema: JSONValue = ["pattern": .string(pattern)]
    let found = try Probe.diagnostics(schema.encoded)
    #expect(found.map(\.pointer) == ["/properties/x/pattern"])
    #expect(found.allSatisfy { $0.message.en.contains("byte") })
  }

  @Test(
    "A keyword's value of the wrong shape is refused",
    arguments: [
      ("type", "\"strng\""), ("type", "5"), ("minLength", "-1"), ("maxLength", "1.5"),
      ("minimum", "\"1\""), ("required", "\"y\""), ("enum", "[]"), ("enum", "\"a\""),
      ("allOf", "{}"), ("anyOf", "[]"), ("items", "5"), ("pattern", "1"), ("multipleOf", "null"),
      ("properties", "[]"), ("dependentRequired", "[]"),
    ])
  func shapes(_ keyword: String, _ value: String) throws {
    let found = try Probe.diagnostics(#"{"\#(keyword)":\#(value)}"#)
    #expect(found.map(\.pointer) == ["/properties/x/\(keyword)"])
  }

  private static func rule(level: JSONValue, _ message: JSONValue) -> JSONValue {
    ["name": "r", "level": level, "check": "true", "at": ["/x"], "message": message]
  }

  static let mistakenAnnotations: [(JSONValue, String)] = [
    (["hc:form": nil], "/hc:form"), (["hc:form": ["code": "lower"]], "/hc:form/code"),
    (["hc:form": ["code": "A"]], "/hc:form/code"),
    (["hc:form": ["version": 0]], "/hc:form/version"),
    (["hc:form": ["version": "1"]], "/hc:form/version"),
    (["hc:form": ["hazard": "meteor"]], "/hc:form/hazard"),
    (["hc:form": ["status": "final"]], "/hc:form/status"),
    (["hc:form": ["title": ["zh": ""]]], "/hc:form/title"),
    (["properties": ["x": ["hc:label": ["en": nil]]]], "/properties/x/hc:label"),
    (["properties": ["x": ["hc:group": "none"]]], "/properties/x/hc:group"),
    (["properties": ["x": ["hc:relevance": "y == 1"]]], "/properties/x/hc:relevance"),
    (
      [
        "properties": [
          "x": ["enum": ["1"], "hc:choices": [["value": "2", "zh": "二", "en": "two"]]]
        ]
      ],
      "/properties/x/hc:choices"
    ),
    (["hc:rules": [rule(level: "fatal", ["zh": "甲", "en": "a"])]], "/hc:rules/0/level"),
    (
      [
        "hc:rules": [
          rule(level: "error", ["zh": "甲", "en": "a"]),
          rule(level: "error", ["zh": "乙", "en": "b"]),
        ]
      ], "/hc:rules/1/name"
    ),
  ]

  @Test("A mistake in an annotation is told at its place", arguments: mistakenAnnotations)
  func annotation(_ patch: JSONValue, _ pointer: String) throws {
    let (form, found) = FormLoader.load(
      Probe.document(fields: ["x": [:]]).patched(patch).encodedBytes)
    #expect(form == nil)
    #expect(found.map(\.pointer) == [pointer])
    #expect(found.allSatisfy { !$0.message.zh.isEmpty && !$0.message.en.isEmpty })
  }

  @Test("All mistakes are told at once")
  func several() throws {
    let document = Probe.document(
      fields: ["x": ["contains": [:]], "y": ["type": "text"]],
      rules: [(name: "one", check: "z"), (name: "two", check: "x +")])
    let pointers = FormLoader.load(document.encodedBytes).diagnostics.map(\.pointer)
    #expect(
      Set(pointers) == [
        "/properties/x/contains", "/properties/y/type", "/hc:rules/0/check", "/hc:rules/1/check",
      ])
  }

  @Test(
    "What is not one strict JSON object is no form",
    arguments: ["", "{", "[]", "5", "{\"a\":1,\"a\":2}", "\u{FEFF}{}", "{} x"])
  func notAForm(_ text: String) {
    let (form, found) = FormLoader.load(Array(text.utf8))
    #expect(form == nil)
    #expect(!found.isEmpty)
  }
}
