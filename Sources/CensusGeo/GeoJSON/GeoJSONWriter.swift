import CensusDomain
import CensusFiles
import CensusJSON

/// Writes the features of all layers into one feature collection (RFC 7946), a line for each.
///
/// The property `layer` says which layer a feature is of. Memory does not grow with the features. The
/// file gets its name in ``finish(_:)``; there is none before, and none where something failed.
public final class GeoJSONWriter: GeoSink {
  private let file: NewFile
  private let target: PlainFile
  private let layers: [GeoLayer]
  private var writer = JSONWriter()
  private var offset: Int64 = 0
  private var isFirst = true

  /// Begins a collection that will stand at `path`.
  ///
  /// - Parameter replaces: whether a file that stands there is replaced.
  /// - Throws: ``CensusError``: `cannotCreate` where there is a file already, or of the disk.
  public init(
    path: String, layers: [GeoLayer], replaces: Bool = false
  ) throws(CensusError) {
    file = try NewFile(path: path, replaces: replaces)
    target = try PlainFile.changing(file.partial)
    self.layers = layers
    try write(Array(#"{"type":"FeatureCollection","features":["#.utf8))
  }

  /// Adds features of the layer of this number, counted from 0.
  ///
  /// - Throws: ``CensusError`` where the disk does not take them.
  public func add(_ features: [GeoFeature], to number: Int) throws(CensusError) {
    var bytes: [UInt8] = []
    for feature in features {
      bytes.append(contentsOf: isFirst ? "\n".utf8 : ",\n".utf8)
      isFirst = false
      writer.reset()
      writer.feature(feature, of: layers[number])
      bytes.append(contentsOf: writer.bytes)
    }
    try write(bytes)
  }

  /// Ends the collection with what it says of itself, and gives it its name.
  ///
  /// - Throws: ``CensusError`` where the disk does not take it or somebody else took the name.
  public func finish(_ about: GeoAbout) throws(CensusError) {
    writer.reset()
    // A foreign member (RFC 7946, section 6.1), which other programs pass over.
    about.write(to: &writer)
    try write(Array("\n],\"hazardCensus\":".utf8) + writer.bytes + Array("}\n".utf8))
    try file.place()
  }

  private func write(_ bytes: [UInt8]) throws(CensusError) {
    try target.write(bytes, at: offset)
    offset += Int64(bytes.count)
  }
}

extension JSONWriter {
  /// Writes a feature.
  fileprivate mutating func feature(_ feature: GeoFeature, of layer: GeoLayer) {
    beginObject()
    key("type")
    string("Feature")
    key("id")
    string(feature.id)
    key("properties")
    beginObject()
    key("layer")
    string(layer.key)
    for (column, value) in zip(layer.columns, feature.values) {
      key(column.name)
      self.value(value)
    }
    endObject()
    key("geometry")
    if let shape = feature.shape { geometry(shape) } else { null() }
    endObject()
  }

  /// Writes a geometry.
  mutating func geometry(_ shape: GeoShape) {
    let hasHeights = shape.hasHeights
    beginObject()
    key("type")
    string(shape.kind.rawValue)
    key("coordinates")
    switch shape {
    case .point(let position): self.position(position, hasHeights)
    case .line(let positions): self.positions(positions, hasHeights)
    case .polygon(let rings):
      beginArray()
      for ring in rings { positions(ring, hasHeights) }
      endArray()
    }
    endObject()
  }

  private mutating func positions(_ positions: [GeoPosition], _ hasHeights: Bool) {
    beginArray()
    for position in positions { self.position(position, hasHeights) }
    endArray()
  }

  private mutating func position(_ position: GeoPosition, _ hasHeights: Bool) {
    beginArray()
    numberText("\(position.longitude)")
    numberText("\(position.latitude)")
    if hasHeights, let height = position.height { numberText("\(height)") }
    endArray()
  }
}
