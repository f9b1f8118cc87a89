import CensusJSON

/// The functions over the entry's position.
extension ExpressionEvaluator {
  /// Degrees of the entry's own position.
  private var position: (longitude: Double, latitude: Double)? {
    guard let longitude = place.longitude.flatMap({ slots[$0] })?.double,
      let latitude = place.latitude.flatMap({ slots[$0] })?.double
    else { return nil }
    return (longitude, latitude)
  }

  /// Metres from the entry's position to the farthest photo that has one.
  func photoDistance() -> Value {
    guard let position, let photos = place.photos.flatMap({ slots[$0] }), photos.kind == .array
    else { return .unknown }
    var farthest: Double?
    for photo in photos.elements where photo.kind == .object {
      guard let photoLongitude = photo[member: "lon"]?.double,
        let photoLatitude = photo[member: "lat"]?.double
      else { continue }
      let distance = Geodesy.distance(
        longitude: position.longitude, latitude: position.latitude, toLongitude: photoLongitude,
        toLatitude: photoLatitude)
      if let distance { farthest = Swift.max(farthest ?? 0, distance) }
    }
    return farthest.map { .number(.approximate($0)) } ?? .unknown
  }

  /// Whether the entry's position lies within the region with a code.
  func within(_ code: Value) -> Value {
    guard let regions, let position, case .text(let text) = code,
      let isInside = regions.contains(
        longitude: position.longitude, latitude: position.latitude,
        code: String(decoding: text, as: UTF8.self))
    else { return .unknown }
    return .boolean(isInside)
  }
}
