import CensusDomain
import CensusForms
import CensusJSON

/// Expressions, as the check of a rule in a small form; what compiles is computed over an entry.
enum ExpressionTarget {
  static func run(_ bytes: [UInt8]) {
    guard let form = FormLoader.load(document(String(decoding: bytes, as: UTF8.self))).form else {
      return
    }
    let validator = FormValidator(form: form, today: CivilDate(dayNumber: 18_800))
    _ = try? JSONParser().withDocument(entry) { validator.validate($0) }
  }

  private static func document(_ expression: String) -> [UInt8] {
    var writer = JSONWriter()
    writer.string(expression)
    return head + writer.bytes + tail
  }

  private static let label = #""hc:label": {"zh": "字段NAME", "en": "Field NAME"}, "hc:group": "g""#

  private static func field(_ name: String, _ schema: String) -> String {
    #""\#(name)": {\#(label.replacing("NAME", with: name))\#(schema)}"#
  }

  private static let head = Array(
    #"""
    {"$schema": "https://json-schema.org/draft/2020-12/schema",
     "$id": "urn:hazardcensus:form:PROBE:1", "title": "Probe", "description": "Made for fuzzing.",
     "hc:form": {"code": "PROBE", "version": 1, "hazard": "rainstorm",
       "title": {"zh": "表", "en": "Form"}, "status": "unverified", "source": "test"},
     "hc:groups": [{"key": "g", "zh": "组", "en": "Group"}], "type": "object", "required": [],
     "additionalProperties": false,
     "properties": {\#(["a", "b", "t", "list", "photos"].map { field($0, "") }.joined(separator: ",")),
       \#(field("lon", #", "type": "number""#)), \#(field("lat", #", "type": "number""#)),
       \#(field("objectCode", #", "type": "string""#)), \#(field("townCode", #", "type": "string""#))},
     "hc:rules": [{"name": "rule", "level": "error", "at": ["/a"],
       "message": {"zh": "错", "en": "Wrong"}, "check": 
    """#.utf8)

  private static let tail = Array("}]}".utf8)

  private static let entry = Array(
    #"""
    {"a": 12.5, "b": -3, "t": "2021-06-13", "list": [{"a": 1}, {"a": 2.25}, {"a": "x"}],
     "photos": [{"lon": 118.2, "lat": 39.6, "takenAt": "2021-06-13T12:40:00+08:00"}],
     "lon": 118.21, "lat": 39.61, "objectCode": "130205-LC-1", "townCode": "130205100"}
    """#.utf8)
}
