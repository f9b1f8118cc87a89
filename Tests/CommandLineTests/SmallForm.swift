import Foundation
import Testing

/// A form of a district's own that takes few answers.
enum SmallForm {
  /// Makes a device's store that knows the form.
  static func device(_ program: BuiltProgram) throws -> String {
    let store = program.folder + "/device"
    let made = try program.run([
      "init", "--store", store, "--district", "130205", "--surveyor", "张伟",
    ])
    try #require(made.status == 0, "\(made.talk)")
    try FileManager.default.createDirectory(
      atPath: store + "/forms", withIntermediateDirectories: true)
    try text.write(toFile: store + "/forms/X_SMALL.json", atomically: true, encoding: .utf8)
    return store
  }

  private static let text = #"""
    {"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object",
     "$id":"urn:hazardcensus:form:X_SMALL:1","title":"Small form","description":"A form of a few fields.",
     "hc:form":{"code":"X_SMALL","version":1,"hazard":"rainstorm","status":"unverified","source":"A test.",
                "title":{"zh":"小表","en":"Small form"}},
     "hc:groups":[{"key":"all","zh":"全部","en":"Everything"}],
     "properties":{
      "objectCode":{"type":"string","minLength":1,"hc:group":"all","hc:label":{"zh":"对象编码","en":"Object code"}},
      "objectName":{"type":"string","hc:group":"all","hc:label":{"zh":"对象名称","en":"Object name"}},
      "lon":{"type":"number","minimum":100,"maximum":130,"hc:unit":"°","hc:group":"all","hc:label":{"zh":"经度","en":"Longitude"}},
      "lat":{"type":"number","hc:group":"all","hc:label":{"zh":"纬度","en":"Latitude"}},
      "geometry":{"$ref":"#/$defs/point","hc:group":"all","hc:label":{"zh":"位置","en":"Geometry"}},
      "wet":{"type":"boolean","hc:group":"all","hc:label":{"zh":"潮湿","en":"Wet"}},
      "kind":{"type":"string","enum":["1","2"],"hc:choices":[{"value":"1","zh":"大","en":"big"},{"value":"2","zh":"小","en":"little"}],"hc:group":"all","hc:hint":{"zh":"看现场","en":"look at the place"},"hc:relevance":"wet == true","hc:label":{"zh":"种类","en":"Kind"}},
      "most":{"type":"integer","hc:unit":"mm","hc:group":"all","hc:label":{"zh":"最大","en":"Most"}},
      "least":{"type":"integer","hc:unit":"mm","hc:group":"all","hc:label":{"zh":"最小","en":"Least"}},
      "photos":{"type":"array","items":{"type":"object","properties":{"sha256":{"type":"string","pattern":"^[0-9a-f]{64}$","hc:label":{"zh":"摘要","en":"SHA-256"}},"azimuth":{"type":"number","hc:label":{"zh":"方位","en":"Azimuth"}}},"required":["sha256"],"additionalProperties":false},"hc:group":"all","hc:label":{"zh":"照片","en":"Photos"}},
      "townCode":{"type":"string","hc:relevance":"absent(objectCode)","hc:group":"all","hc:label":{"zh":"乡级代码","en":"Township"}}
     },
     "required":["objectCode","lon","lat","geometry","wet"],
     "additionalProperties":false,
     "hc:rules":[
      {"name":"inOrder","level":"error","check":"least <= most","at":["/least","/most"],"message":{"zh":"最小（{least}）不得大于最大（{most}）。","en":"The least ({least}) must not exceed the most ({most})."}},
      {"name":"seldomSoMuch","level":"warning","when":"wet == true","check":"most <= 500","at":["/most"],"message":{"zh":"最大（{most}）少见。","en":"So much ({most}) is seldom."},"status":"unverified"}
     ],
     "$defs":{"point":{"type":"object","properties":{"type":{"const":"Point"},"coordinates":{"type":"array","items":{"type":"number"},"minItems":2,"maxItems":3}},"required":["type","coordinates"],"additionalProperties":false}}
    }
    """#
}
