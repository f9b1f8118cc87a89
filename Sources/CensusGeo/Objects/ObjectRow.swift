import CensusAPI
import CensusDomain

/// An object, or one of its entries, as a row of ``ObjectLayers``.
struct ObjectRow {
  private let found: ExportedObject
  private let stage: Stage

  init(_ found: ExportedObject, stage: Stage) {
    self.found = found
    self.stage = stage
  }

  /// The object with the entry that came in last.
  var object: GeoFeature {
    GeoFeature(
      id: "\(found.object.objectCode)/\(found.object.hazard.rawValue)", shape: position,
      values: values(found.entries.last, surveyor: found.surveyor))
  }

  /// An entry with its geometry.
  func entry(_ entry: ExportedEntry, _ shape: GeoShape) -> GeoFeature {
    GeoFeature(
      id: entry.entry.description, shape: shape, values: values(entry, surveyor: entry.author))
  }

  private var position: GeoShape? {
    guard let longitude = found.object.longitude, let latitude = found.object.latitude else {
      return nil
    }
    return GeoPosition(longitude: longitude, latitude: latitude).map { .point($0) }
  }

  /// In the order of the columns of ``ObjectLayers``.
  private func values(_ entry: ExportedEntry?, surveyor: String) -> [GeoValue] {
    let object = found.object
    let hazardClass = object.hazard.hazardClass
    return [
      .text(object.objectCode), .text(object.name), .text(object.hazard.rawValue),
      .text(object.hazard.name.zh), .text(object.hazard.name.en), .text(hazardClass.rawValue),
      .text(hazardClass.name.zh), .text(hazardClass.name.en), .text(object.townCode),
      GeoValue(found.townName), .boolean(object.shouldSurvey), GeoValue(object.excludeReason),
      .text(object.forms.joined(separator: ";")), .text(stage.code), .text(stage.mapName.zh),
      .text(stage.mapName.en), surveyor.isEmpty ? .none : .text(surveyor),
      GeoValue(entry?.form), GeoValue(entry?.entry.description),
      entry.map { .integer($0.number) } ?? .none, GeoValue(entry?.standing.rawValue),
      moment(entry?.recordedAt), moment(entry?.receivedAt), moment(entry?.reviewedAt),
    ]
  }

  private func moment(_ milliseconds: Int64?) -> GeoValue {
    milliseconds.map { .moment(Timestamp(milliseconds: $0)) } ?? .none
  }
}
