import CensusForms
import CensusJSON

/// What a surveyor is offered for a geometry: the point that is known, or how the JSON looks.
struct GeometryOffer {
  /// The GeoJSON point made from longitude and latitude; nil where the form takes none or one of the
  /// two is not answered.
  let point: JSONValue?
  /// GeoJSON of each kind that the form takes.
  let samples: [String]

  private static let samples = [
    #"{"type":"Point","coordinates":[118.2,39.6]}"#,
    #"{"type":"LineString","coordinates":[[118.2,39.6],[118.3,39.7]]}"#,
    #"{"type":"Polygon","coordinates":[[[118.2,39.6],[118.3,39.6],[118.3,39.7],[118.2,39.6]]]}"#,
  ]

  /// Tries on the form what it takes for `field`.
  init(_ field: Field, in object: JSONObject, check: AnswerCheck) throws {
    func takes(_ geometry: JSONValue) throws -> Bool {
      var tried = object
      tried[field.name] = geometry
      return try check.findings(on: field, in: tried).allSatisfy { $0.level != .error }
    }
    samples = try GeometryOffer.samples.filter { try takes(try JSONValue.parse($0)) }
    if let known = GeometryOffer.point(of: object), try takes(known) {
      point = known
    } else {
      point = nil
    }
  }

  private static func point(of object: JSONObject) -> JSONValue? {
    guard let longitude = object["lon"], longitude.numberText != nil,
      let latitude = object["lat"], latitude.numberText != nil
    else { return nil }
    return ["type": "Point", "coordinates": [longitude, latitude]]
  }
}
