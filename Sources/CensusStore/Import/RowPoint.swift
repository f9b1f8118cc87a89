import CensusForms
import CensusJSON

/// Makes the point of a row that gives longitude and latitude and no geometry, for forms that take points.
struct RowPoint {
  /// What a row has given of its place.
  struct Given {
    fileprivate var longitude: String?
    fileprivate var latitude: String?
    fileprivate var hasGeometry = false

    /// Takes note of a cell.
    mutating func note(_ field: Field, _ cell: Cell) {
      if field.kind == .geometry { hasGeometry = true }
      guard field.kind == .number, field.name == "lon" || field.name == "lat" else { return }
      note(field.name, String(decoding: cell.bytes, as: UTF8.self))
    }

    /// Takes note of a number.
    mutating func note(_ name: String, _ text: String) {
      guard Double(text) != nil else { return }
      if name == "lon" { longitude = text }
      if name == "lat" { latitude = text }
    }
  }

  /// The field that takes the point.
  let field: Field

  /// Finds the form's field for a geometry; nil where the form takes no points.
  init?(_ form: Form) {
    guard form.geometryKinds.contains("Point"), form.field("lon") != nil, form.field("lat") != nil,
      let field = form.fields.first(where: { $0.kind == .geometry })
    else { return nil }
    self.field = field
  }

  /// Writes the point, where it is known and the row has no geometry.
  func write(_ given: Given, to writer: inout JSONWriter) {
    guard !given.hasGeometry, let longitude = given.longitude, let latitude = given.latitude,
      PlainNumber.isJSON(longitude), PlainNumber.isJSON(latitude)
    else { return }
    writer.key(field.name)
    writer.raw(Array(#"{"type":"Point","coordinates":[\#(longitude),\#(latitude)]}"#.utf8))
  }
}
