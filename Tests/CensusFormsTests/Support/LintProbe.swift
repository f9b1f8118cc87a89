import CensusForms
import CensusJSON

/// A sound form with one field of each kind, made wrong by merge patches.
enum LintProbe {
  /// The pointers of the mistakes after `patch`, a JSON Merge Patch as text.
  static func mistakes(_ patch: String) throws -> [String] {
    let document = try form().patched(JSONValue.parse(patch))
    return FormLoader.load(document.encodedBytes).diagnostics.map(\.pointer)
  }

  /// The pointers of the mistakes where the only rule has `patch` on it.
  static func mistakes(inRule patch: String) throws -> [String] {
    try mistakes(of: patch, in: "hc:rules")
  }

  /// The pointers of the mistakes where the only rule across records has `patch` on it.
  static func mistakes(inDistinct patch: String) throws -> [String] {
    try mistakes(of: patch, in: "hc:distinct")
  }

  private static func mistakes(of patch: String, in list: String) throws -> [String] {
    let document = try form()
    guard case .array(let rules)? = document[member: list], let rule = rules.first else {
      return []
    }
    let wrong = try rule.patched(JSONValue.parse(patch))
    return FormLoader.load(document.patched([list: [wrong]]).encodedBytes).diagnostics
      .map(\.pointer)
  }

  /// The sound form.
  static func form() throws -> JSONValue {
    let listed = try JSONValue.parse(fields)
    var named: [String: JSONValue] = [:]
    for (name, schema) in listed.object ?? JSONObject() { named[name] = schema }
    return try Probe.document(fields: named, members: JSONValue.parse(members))
  }

  private static let fields = #"""
    {"plain": {"type": "string", "pattern": "^[0-9]{2}$"},
     "size": {"type": "number", "hc:decimals": 2, "hc:unit": "m"},
     "count": {"type": "integer", "multipleOf": 10},
     "kind": {"type": "string", "enum": ["1", "2"], "hc:relevance": "size > 1", "hc:choices": [
       {"value": "1", "zh": "一", "en": "one"}, {"value": "2", "zh": "二", "en": "two"}]},
     "many": {"type": "array", "items": {"type": "string", "enum": ["1"], "hc:choices": [
       {"value": "1", "zh": "一", "en": "one"}]}},
     "deep": {"type": "object", "properties": {"inner": {"type": "number"}},
       "required": ["inner"], "additionalProperties": false},
     "list": {"type": "array", "items": {"type": "object", "additionalProperties": false,
       "properties": {"day": {"hc:label": {"zh": "日", "en": "Day"}, "type": "string",
         "format": "date"}}}},
     "place": {"$ref": "#/$defs/file"}}
    """#

  private static let members = #"""
    {"required": ["plain"], "dependentRequired": {"size": ["count"]},
     "allOf": [{"if": {"properties": {"kind": {"const": "1"}}, "required": ["kind"]},
                "then": {"required": ["size"]}, "else": {"properties": {"size": false}}}],
     "hc:rules": [{"name": "rule", "level": "error", "check": "size < 5", "when": "present(size)",
       "at": ["/size", "/deep/inner", "/list/0/day", "/place/name"], "status": "unverified",
       "message": {"zh": "{size} {deep.inner}", "en": "{size} {place.name}"}}],
     "hc:distinct": [{"name": "once", "level": "warning", "fields": ["plain"], "at": ["/plain"],
       "message": {"zh": "{plain} {other}", "en": "{plain} {other}"}}],
     "$defs": {"file": {"type": "object", "properties": {
       "name": {"hc:label": {"zh": "名", "en": "Name"}, "type": "string"}}}}}
    """#
}
