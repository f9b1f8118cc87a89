import CensusDomain
import CensusForms
import CensusJSON
import Testing

@Suite("What the vocabulary forbids in a form")
struct FormLintTests {
  @Test("A form that keeps to the vocabulary loads")
  func sound() throws {
    #expect(try LintProbe.mistakes("{}") == [])
  }

  static let document: [(String, String)] = [
    (#"{"$schema":null}"#, "/$schema"),
    (#"{"$schema":"http://json-schema.org/draft-07/schema#"}"#, "/$schema"),
    (#"{"$id":null}"#, "/$id"), (#"{"$id":"urn:hazardcensus:form:PROBE:2"}"#, "/$id"),
    (#"{"$id":"urn:hazardcensus:form:OTHER:1"}"#, "/$id"), (#"{"title":null}"#, "/title"),
    (#"{"description":""}"#, "/description"), (#"{"type":null}"#, "/type"),
    (#"{"type":["object"]}"#, "/type"),
    (#"{"additionalProperties":null}"#, "/additionalProperties"),
    (#"{"additionalProperties":true}"#, "/additionalProperties"),
    (#"{"additionalProperties":{}}"#, "/additionalProperties"),
    (#"{"required":null}"#, "/required"), (#"{"required":["plain","none"]}"#, "/required/1"),
    (#"{"required":["plain",5]}"#, "/required/1"),
    (#"{"hc:form":{"source":null}}"#, "/hc:form/source"),
    (#"{"hc:form":{"colour":"red"}}"#, "/hc:form/colour"),
    (#"{"hc:form":{"title":{"fr":"t"}}}"#, "/hc:form/title"),
    (#"{"hc:form":{"code":"A__B"}}"#, "/hc:form/code"),
    (#"{"hc:groups":null}"#, "/hc:groups"), (#"{"hc:groups":{"key":"probe"}}"#, "/hc:groups"),
    (#"{"hc:groups":[]}"#, "/hc:groups"),
    (
      #"{"hc:groups":[{"key":"probe","zh":"甲","en":"a"},{"key":"probe","zh":"乙","en":"b"}]}"#,
      "/hc:groups/1/key"
    ),
    (
      #"{"hc:groups":[{"key":"probe","zh":"甲","en":"a"},{"key":"Big-1","zh":"乙","en":"b"}]}"#,
      "/hc:groups/1/key"
    ),
    (#"{"hc:groups":[{"key":"probe","zh":"甲","en":"a","fr":"c"}]}"#, "/hc:groups/0/fr"),
    (#"{"properties":{"objectCode":null}}"#, "/properties/objectCode"),
    (#"{"properties":{"townCode":{"type":"integer"}}}"#, "/properties/townCode"),
    (#"{"$defs":{"spare":{"hc:colour":"red"}}}"#, "/$defs/spare/hc:colour"),
    (#"{"$defs":{"spare":{"contains":{}}}}"#, "/$defs/spare/contains"),
    (#"{"dependentRequired":{"size":["none"]}}"#, "/dependentRequired/size/0"),
    (#"{"dependentRequired":{"none":["size"]}}"#, "/dependentRequired/none"),
    (#"{"allOf":[{"if":{"properties":{"none":{}}}}]}"#, "/allOf/0/if/properties/none"),
    (#"{"allOf":[{"then":{"required":["size","none"]}}]}"#, "/allOf/0/then/required/1"),
    (#"{"allOf":[{"not":{"anyOf":[{"required":["no"]}]}}]}"#, "/allOf/0/not/anyOf/0/required/0"),
  ]

  static let fields: [(String, String)] = [
    (#"{"Plain":{"type":"string","hc:label":{"zh":"甲","en":"a"},"hc:group":"probe"}}"#, "/Plain"),
    (#"{"recordId":{"hc:label":{"zh":"甲","en":"a"},"hc:group":"probe"}}"#, "/recordId"),
    (#"{"plain":{"hc:label":null}}"#, "/plain/hc:label"),
    (#"{"plain":{"hc:label":{"fr":"c"}}}"#, "/plain/hc:label"),
    (#"{"plain":{"hc:group":null}}"#, "/plain/hc:group"),
    (#"{"plain":{"hc:group":5}}"#, "/plain/hc:group"),
    (#"{"plain":{"hc:status":"verified"}}"#, "/plain/hc:status"),
    (#"{"plain":{"hc:status":true}}"#, "/plain/hc:status"),
    (#"{"plain":{"hc:relevance":true}}"#, "/plain/hc:relevance"),
    (#"{"plain":{"hc:unit":""}}"#, "/plain/hc:unit"),
    (#"{"plain":{"hc:unit":1}}"#, "/plain/hc:unit"),
    (#"{"plain":{"hc:hint":{"zh":"甲"}}}"#, "/plain/hc:hint"),
    (#"{"plain":{"hc:rules":[]}}"#, "/plain/hc:rules"),
    (#"{"plain":{"hc:source":"x"}}"#, "/plain/hc:source"),
    (#"{"plain":{"readOnly":true}}"#, "/plain/readOnly"),
    (
      #"{"plain":{"hc:choices":[{"value":"1","zh":"一","en":"one"}]}}"#, "/plain/hc:choices"
    ),
    (#"{"plain":{"format":"email"}}"#, "/plain/format"),
    (#"{"plain":{"format":5}}"#, "/plain/format"),
    (#"{"plain":{"hc:decimals":2}}"#, "/plain/hc:decimals"),
    (#"{"size":{"type":null}}"#, "/size/hc:decimals"),
    (#"{"size":{"anyOf":[{"type":"number","hc:decimals":1}]}}"#, "/size/anyOf/0/hc:decimals"),
    (#"{"plain":{"if":{"format":"date"}}}"#, "/plain/if/format"),
    (#"{"count":{"multipleOf":0.5}}"#, "/count/multipleOf"),
    (#"{"count":{"multipleOf":0.01}}"#, "/count/multipleOf"),
    (#"{"count":{"multipleOf":10000000}}"#, "/count/multipleOf"),
    (#"{"kind":{"hc:choices":null}}"#, "/kind/hc:choices"),
    (#"{"kind":{"hc:choices":{}}}"#, "/kind/hc:choices"),
    (#"{"kind":{"enum":["2","1"]}}"#, "/kind/hc:choices"),
    (#"{"kind":{"enum":["1","2","3"]}}"#, "/kind/hc:choices"),
    (
      #"{"kind":{"enum":["1","1"],"hc:choices":[{"value":"1","zh":"一","en":"one"},"#
        + #"{"value":"1","zh":"二","en":"two"}]}}"#, "/kind/hc:choices/1/value"
    ),
    (
      #"{"kind":{"enum":["1"],"hc:choices":[{"value":"1","zh":"一"}]}}"#, "/kind/hc:choices/0"
    ),
    (
      #"{"kind":{"enum":["1"],"hc:choices":[{"value":"1","zh":"一","en":"one","fr":"un"}]}}"#,
      "/kind/hc:choices/0/fr"
    ),
    (#"{"many":{"items":{"hc:choices":null}}}"#, "/many/items/hc:choices"),
    (#"{"many":{"items":{"enum":["2"]}}}"#, "/many/items/hc:choices"),
    (
      #"{"many":{"items":{"hc:choices":[{"value":"1","zh":"一","en":""}]}}}"#,
      "/many/items/hc:choices/0"
    ),
    (#"{"deep":{"required":["none"]}}"#, "/deep/required/0"),
    (
      #"{"deep":{"properties":{"inner":{"hc:label":null}}}}"#,
      "/deep/properties/inner/hc:label"
    ),
    (
      #"{"deep":{"properties":{"inner":{"hc:group":"probe"}}}}"#,
      "/deep/properties/inner/hc:group"
    ),
    (
      #"{"deep":{"properties":{"inner":{"hc:hint":{"en":"x"}}}}}"#,
      "/deep/properties/inner/hc:hint"
    ),
    (
      #"{"deep":{"properties":{"inner":{"type":"string","enum":["1"]}}}}"#,
      "/deep/properties/inner/hc:choices"
    ),
    (
      #"{"list":{"items":{"properties":{"day":{"hc:label":null}}}}}"#,
      "/list/items/properties/day/hc:label"
    ),
    (
      #"{"list":{"items":{"properties":{"day":{"hc:status":"sure"}}}}}"#,
      "/list/items/properties/day/hc:status"
    ),
  ]

  @Test("A mistake at the top is told once, at its place", arguments: document)
  func atTheTop(_ patch: String, _ pointer: String) throws {
    #expect(try LintProbe.mistakes(patch) == [pointer])
  }

  @Test("A mistake in a field is told once, at its place", arguments: fields)
  func inAField(_ patch: String, _ pointer: String) throws {
    #expect(try LintProbe.mistakes(#"{"properties":\#(patch)}"#) == ["/properties" + pointer])
  }

  @Test("Codes that are no strings are refused")
  func numericCodes() throws {
    let patch = #"{"properties":{"kind":{"enum":[1,2]}}}"#
    #expect(
      try Set(LintProbe.mistakes(patch)) == [
        "/properties/kind/enum", "/properties/kind/hc:choices",
      ])
  }

  @Test(
    "A pattern that engines read differently or that is not anchored is refused",
    arguments: [
      #"^\d{2}$"#, #"^\w+$"#, #"^a\s$"#, #"^\bx$"#, "^(?=a)a$", "^(?!a)b$", "^(?:a)$", "[0-9]{2}",
      "^[0-9]", "[0-9]$", "^a|b$", #"^a\$"#, "", "^", "平", "[^ ]",
    ])
  func patterns(_ pattern: String) throws {
    let patch: JSONValue = ["properties": ["plain": ["pattern": .string(pattern)]]]
    #expect(try LintProbe.mistakes(patch.encoded) == ["/properties/plain/pattern"])
  }

  @Test(
    "An anchored pattern is accepted, and the one against blanks",
    arguments: [
      "^(a|b)$", "^[|]$", #"^\|$"#, "^$", "^[(|]a$", #"^a\.b$"#, "^(x|(y|z))?$",
      "[^\t-\r \u{A0}\u{2000}-\u{200B}\u{3000}\u{FEFF}]",
    ])
  func soundPatterns(_ pattern: String) throws {
    let patch: JSONValue = ["properties": ["plain": ["pattern": .string(pattern)]]]
    #expect(try LintProbe.mistakes(patch.encoded) == [])
  }

  @Test("Each mistake is explained in both languages")
  func explained() throws {
    let document = try LintProbe.form().patched([
      "$schema": nil, "title": nil, "hc:rules": [:], "hc:groups": [],
      "properties": ["plain": ["pattern": "x"], "count": ["multipleOf": 0.5]],
    ])
    let found = FormLoader.load(document.encodedBytes).diagnostics
    #expect(found.count == 6)
    for diagnostic in found {
      #expect(!diagnostic.message.zh.isEmpty && !diagnostic.message.en.isEmpty)
      #expect(diagnostic.message.zh != diagnostic.message.en)
    }
  }
}
