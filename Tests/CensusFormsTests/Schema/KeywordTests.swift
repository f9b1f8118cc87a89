import CensusDomain
import CensusForms
import Testing

@Suite("JSON Schema keywords")
struct KeywordTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let keyword: String
    let schema: String
    let valid: [String]
    let invalid: [String]
    var testDescription: String { schema }
  }

  static let cases: [Case] = [
    Case(
      keyword: "type", schema: #"{"type":"integer"}"#,
      valid: ["0", "-5", "1.0", "1e2", "12345678901234567890", "10e-1"],
      invalid: ["1.5", "\"1\"", "true", "null", "[1]", "1e-1", "9007199254740993.5"]),
    Case(
      keyword: "type", schema: #"{"type":["string","null"]}"#, valid: ["\"\"", "null"],
      invalid: ["0", "{}", "[]", "false"]),
    Case(
      keyword: "type", schema: #"{"type":["boolean","array","object","number"]}"#,
      valid: ["true", "[]", "{}", "1.5", "3"], invalid: ["null", "\"x\""]),
    Case(
      keyword: "enum", schema: #"{"allOf":[{"enum":["1",2,null,[1],{"a":1}]}]}"#,
      valid: ["\"1\"", "2", "2.0", "null", "[1.0]", "{\"a\":1}"],
      invalid: ["1", "\"2\"", "false", "[1,1]", "{\"a\":2}", "{}"]),
    Case(
      keyword: "const", schema: #"{"const":false}"#, valid: ["false"],
      invalid: ["0", "true", "null", "\"\""]),
    Case(
      keyword: "const", schema: #"{"const":0.10}"#, valid: ["0.1", "1e-1"],
      invalid: ["0.1000000000000000000001", "\"0.1\"", "false"]),
    Case(
      keyword: "minimum", schema: #"{"minimum":0.3}"#,
      valid: ["0.3", "0.30", "1", "\"x\"", "null"],
      invalid: ["0.29999999999999999999", "-1"]),
    Case(
      keyword: "maximum", schema: #"{"maximum":100}"#, valid: ["100", "1e2", "100.0", "-5"],
      invalid: ["100.000000000000000001", "101"]),
    Case(
      keyword: "exclusiveMinimum", schema: #"{"exclusiveMinimum":0}"#, valid: ["0.0001", "1"],
      invalid: ["0", "-0.0", "0e5", "-1"]),
    Case(
      keyword: "exclusiveMaximum", schema: #"{"exclusiveMaximum":10}"#, valid: ["9.999"],
      invalid: ["10", "1e1", "11"]),
    Case(
      keyword: "multipleOf", schema: #"{"multipleOf":10}"#,
      valid: ["0", "120", "-20.0", "1e1", "10000000000000000000000000", "\"5\""],
      invalid: ["5", "10.5", "1e-1", "10000000000000000000000001"]),
    Case(
      keyword: "hc:decimals", schema: #"{"type":"number","hc:decimals":2}"#,
      valid: [
        "0.07", "1.13", "4.35", "0", "19.99", "118", "-0.29", "35.27", "100000000000000.01",
        "1.500", "0.0000", "1250e-3", "1.5e3", "1.234E+1", "0e-9", "100e-4",
      ],
      invalid: ["0.001", "1.005", "0.0100000000000001", "-0.299", "1e-3", "12.5e-2", "1005E-3"]),
    Case(
      keyword: "minLength", schema: #"{"minLength":2}"#,
      valid: ["\"ab\"", "\"开平\"", "\"𠮷𠮷\"", "7"],
      invalid: ["\"\"", "\"a\"", "\"𠮷\""]),
    Case(
      keyword: "maxLength", schema: #"{"maxLength":2}"#,
      valid: ["\"\"", "\"𠮷𠮷\"", "\"\\ud83d\\ude00x\""],
      invalid: ["\"abc\"", "\"开平区\""]),
    Case(
      keyword: "pattern", schema: #"{"pattern":"^[0-9]{2}$"}"#, valid: ["\"12\"", "12"],
      invalid: ["\"1\"", "\"123\"", "\"12\\n\"", "\"１２\"", "\"\""]),
    Case(
      keyword: "pattern", schema: #"{"pattern":"^.*平.*$"}"#, valid: ["\"开平区\""], invalid: ["\"开区\""]
    ),
    Case(
      keyword: "required", schema: #"{"required":["y"]}"#, valid: [#"{"y":null}"#, "[]"],
      invalid: ["{}", #"{"Y":1}"#]),
    Case(
      keyword: "additionalProperties",
      schema: #"{"properties":{"y":{}},"additionalProperties":false}"#,
      valid: ["{}", #"{"y":1}"#, "5"], invalid: [#"{"z":1}"#, #"{"y":1,"y ":2}"#]),
    Case(
      keyword: "dependentRequired", schema: #"{"dependentRequired":{"a":["b","c"]}}"#,
      valid: ["{}", #"{"b":1}"#, #"{"c":1,"b":1,"a":1}"#],
      invalid: [#"{"a":1}"#, #"{"a":1,"b":1}"#]),
    Case(
      keyword: "minItems", schema: #"{"minItems":1}"#, valid: ["[0]", "{}", "\"\""], invalid: ["[]"]
    ),
    Case(
      keyword: "maxItems", schema: #"{"maxItems":1}"#, valid: ["[]", "[0]"], invalid: ["[0,0]"]),
    Case(
      keyword: "uniqueItems", schema: #"{"uniqueItems":true}"#,
      valid: ["[]", "[1,\"1\",true]", "[0,false]", "[[1],[2]]", "[{\"a\":1},{\"a\":2}]"],
      invalid: [
        "[1,1.0]", "[\"a\",\"b\",\"a\"]", "[{\"a\":1,\"b\":2},{\"b\":2,\"a\":1}]", "[[],[]]",
      ]),
    Case(
      keyword: "anyOf", schema: #"{"anyOf":[{"minimum":5},{"maximum":1}]}"#,
      valid: ["0", "5", "\"\""],
      invalid: ["3"]),
    Case(
      keyword: "oneOf", schema: #"{"oneOf":[{"minimum":1},{"maximum":5}]}"#, valid: ["0", "9"],
      invalid: ["3", "\"x\""]),
    Case(
      keyword: "not", schema: #"{"not":{"const":"8"}}"#, valid: ["8", "\"7\""], invalid: ["\"8\""]),
    Case(
      keyword: "not", schema: #"{"not":{"items":{"not":{"const":"8"}}}}"#, valid: [#"["1","8"]"#],
      invalid: [#"["1"]"#, "[]", "5"]),
    Case(
      keyword: "false", schema: #"{"properties":{"y":false}}"#, valid: ["{}"],
      invalid: [#"{"y":1}"#]),
    Case(
      keyword: "false", schema: #"{"allOf":[true,{"items":false}]}"#, valid: ["[]"],
      invalid: ["[1]"]),
  ]

  @Test("A keyword accepts what it should and is named when it is broken", arguments: cases)
  func keyword(_ one: Case) throws {
    for instance in one.valid {
      #expect(try Probe.findings(one.schema, instance) == [], "\(instance)")
    }
    for instance in one.invalid {
      let rules = try Probe.findings(one.schema, instance).map(\.rule)
      #expect(Set(rules) == [one.keyword], "\(instance)")
    }
  }

  @Test(
    "Parts are judged by their own keyword at their own place",
    arguments: [
      (#"{"items":{"type":"string"}}"#, #"["a",1,"b",2]"#, ["/x/1 type", "/x/3 type"]),
      (
        #"{"prefixItems":[{"const":1}],"items":{"const":2}}"#, "[2,2,1]",
        ["/x/0 const", "/x/2 const"]
      ),
      (#"{"prefixItems":[{"const":1},{"const":2}]}"#, "[1,3,9]", ["/x/1 const"]),
      (#"{"properties":{"a/b~":{"minimum":1}}}"#, #"{"a/b~":0}"#, ["/x/a~1b~0 minimum"]),
      (#"{"additionalProperties":{"type":"null"}}"#, #"{"k":1}"#, ["/x/k type"]),
      (#"{"required":["a","b"]}"#, "{}", ["/x/a required", "/x/b required"]),
      (#"{"allOf":[{"minimum":5},{"multipleOf":10}]}"#, "3", ["/x minimum", "/x multipleOf"]),
      (#"{"if":{"const":1},"then":false,"else":{"maximum":5}}"#, "1", ["/x false"]),
      (#"{"if":{"const":1},"then":false,"else":{"maximum":5}}"#, "6", ["/x maximum"]),
      (#"{"if":{"const":1},"then":false,"else":{"maximum":5}}"#, "4", []),
      (#"{"if":{"const":1}}"#, "1", []),
      (#"{"then":false,"else":false}"#, "1", []),
    ])
  func places(_ schema: String, _ instance: String, _ expected: [String]) throws {
    let found = try Probe.findings(schema, instance).map { "\($0.pointer) \($0.rule)" }
    #expect(found == expected)
  }

  @Test(
    "Every finding explains itself in both languages and quotes the value, cut where it is long")
  func messages() throws {
    for one in Self.cases {
      for instance in one.invalid {
        for finding in try Probe.findings(one.schema, instance) {
          #expect(finding.level == .error)
          #expect(finding.message.zh.contains("字段："))
          #expect(finding.message.en.hasPrefix("Field: "))
        }
      }
    }
    let long = "\"" + String(repeating: "长", count: 500) + "\""
    let finding = try #require(try Probe.findings(#"{"const":1}"#, long).first)
    #expect(finding.message.zh.count < 120)
  }

  @Test("References reach shared and recursive parts")
  func references() throws {
    let tree = """
      {"$defs":{"tree":{"type":"object","required":["v"],
        "properties":{"v":{"type":"integer"},"next":{"$ref":"#/properties/x/$defs/tree"}}}},
       "$ref":"#/properties/x/$defs/tree"}
      """
    #expect(try Probe.findings(tree, #"{"v":1,"next":{"v":2}}"#) == [])
    let found = try Probe.findings(tree, #"{"v":1,"next":{"v":2,"next":{"v":"3"}}}"#)
    #expect(found.map { "\($0.pointer) \($0.rule)" } == ["/x/next/next/v type"])
  }

  @Test("A pattern with nested repetition gives up on a hostile text instead of hanging")
  func hostilePattern() throws {
    let text = "\"" + String(repeating: "a", count: 5000) + "!\""
    let found = try Probe.findings(#"{"pattern":"^(a+)+$"}"#, text)
    #expect(found.map(\.rule) == ["pattern"])
  }
}
