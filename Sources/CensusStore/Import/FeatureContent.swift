import CensusDomain
import CensusForms
import CensusJSON

/// Makes a form's content of a GeoJSON feature.
enum FeatureContent {
  /// The content as JSON.
  ///
  /// Properties go by a field's name or label, and those that are null are left out. A point's own
  /// coordinates fill longitude and latitude where the properties do not give them.
  static func content(of properties: JSONNode, geometry: JSONNode?, form: Form) -> [UInt8] {
    var content = JSONObject()
    for (key, value) in properties.members {
      guard let name = key.string, name != "form", !value.isNull else { continue }
      let field = form.fields.first {
        $0.name == name || $0.label.zh == name || $0.label.en == name
      }
      content[field?.name ?? name] = JSONValue(value)
    }
    guard let geometry, geometry.kind == .object else {
      return JSONValue.object(content).encodedBytes
    }
    if let field = form.fields.first(where: { $0.kind == .geometry }), content[field.name] == nil {
      content[field.name] = JSONValue(geometry)
    }
    if geometry[member: "type"]?.string == "Point", let position = geometry[member: "coordinates"],
      position.kind == .array
    {
      for (name, value) in zip(["lon", "lat"], position.elements)
      where form.field(name) != nil && content[name] == nil { content[name] = JSONValue(value) }
    }
    return JSONValue.object(content).encodedBytes
  }
}
