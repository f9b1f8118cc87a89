import CensusDomain
import CensusForms
import CensusJSON
import Testing

/// A small form made for one expression or one schema, used through the public interface only.
///
/// What every form needs and a test does not speak of is added: labels, a group, and the fields
/// `objectCode` and `townCode`.
enum Probe {
  private static let text: JSONValue = ["zh": "字段", "en": "Field"]

  static func document(
    fields: [String: JSONValue], rules: [(name: String, check: String)] = [],
    members: JSONValue = [:]
  ) -> JSONValue {
    var properties = JSONObject()
    let needed: [String: JSONValue] = [
      "objectCode": ["type": "string"], "townCode": ["type": "string"],
    ]
    let own = fields.sorted { $0.key < $1.key }
    for (name, schema) in own + needed.sorted(by: { $0.key < $1.key })
    where properties[name] == nil {
      // Labels are unique; the field that most tests speak of has the plain one.
      let label: JSONValue =
        name == "x" ? text : ["zh": .string("字段\(name)"), "en": .string("Field \(name)")]
      properties[name] = labelled(schema).patched(["hc:label": label, "hc:group": "probe"])
    }
    let place = "/" + (own.first?.key ?? "objectCode")
    let rules = rules.map { rule -> JSONValue in
      [
        "name": .string(rule.name), "level": "error", "check": .string(rule.check),
        "at": [.string(place)], "message": text,
      ]
    }
    let document: JSONValue = [
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "$id": "urn:hazardcensus:form:PROBE:1", "title": "Probe", "description": "Made for a test.",
      "hc:form": [
        "code": "PROBE", "version": 1, "hazard": "rainstorm", "title": text,
        "status": "unverified", "source": "test",
      ],
      "hc:groups": [["key": "probe", "zh": "组", "en": "Group"]], "hc:rules": .array(rules),
      "type": "object", "properties": .object(properties), "required": [],
      "additionalProperties": false,
    ]
    return document.patched(members)
  }

  /// A copy of `schema` in which each member of an object has a label.
  private static func labelled(_ schema: JSONValue) -> JSONValue {
    guard case .object(var object) = schema, case .object(let members)? = object["properties"]
    else { return schema }
    var properties = members
    for (name, member) in members where member.object != nil && member[member: "hc:label"] == nil {
      properties[name] = labelled(member).patched(["hc:label": text])
    }
    object["properties"] = .object(properties)
    return .object(object)
  }

  static func form(_ document: JSONValue) throws -> Form {
    let (form, diagnostics) = FormLoader.load(document.encodedBytes)
    #expect(diagnostics == [])
    return try #require(form)
  }

  private static let names = [
    "a", "b", "c", "t", "f", "u", "list", "items", "nested", "line", "lon", "lat", "photos",
  ]

  private static func document(_ expression: String) -> JSONValue {
    document(
      fields: Dictionary(uniqueKeysWithValues: names.map { ($0, [:]) }),
      rules: [(name: "false", check: expression), (name: "true", check: "not (\(expression))")])
  }

  /// The expression's truth over `content`: a rule breaks only when its check is definitely false.
  static func truth(_ expression: String, _ content: String = "{}") throws -> Bool? {
    let form = try form(document(expression))
    let validator = FormValidator(form: form, today: try Project.today())
    let broken = try validator.findings(JSONValue.parse(content)).map(\.rule)
    #expect(broken.count <= 1)
    return broken.first.map { $0 == "true" }
  }

  /// What is said of an expression that cannot be compiled.
  static func mistake(_ expression: String) -> LocalizedText? {
    let document = document(
      fields: Dictionary(uniqueKeysWithValues: names.map { ($0, [:]) }),
      rules: [(name: "rule", check: expression)])
    let diagnostics = FormLoader.load(document.encodedBytes).diagnostics
    #expect(diagnostics.allSatisfy { $0.pointer == "/hc:rules/0/check" })
    return diagnostics.first?.message
  }

  /// The findings on the member `x` under `schema`, as rule and pointer.
  static func findings(_ schema: String, _ instance: String) throws -> [Finding] {
    let form = try form(document(fields: ["x": JSONValue.parse(schema)]))
    let validator = FormValidator(form: form, today: try Project.today())
    return try validator.findings(["x": JSONValue.parse(instance)])
  }

  /// The mistakes found in a form whose member `x` has `schema`.
  static func diagnostics(_ schema: String) throws -> [Diagnostic] {
    let document = document(fields: ["x": try JSONValue.parse(schema)])
    return FormLoader.load(document.encodedBytes).diagnostics
  }
}
