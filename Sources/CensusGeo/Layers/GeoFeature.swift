/// A feature of a layer.
public struct GeoFeature: Sendable, Hashable {
  /// What it is called in a file whose features have names.
  public var id: String
  /// Its geometry, of the layer's kind; nil where none is known.
  public var shape: GeoShape?
  /// Its values, one for each of the layer's columns.
  public var values: [GeoValue]

  /// Makes a feature.
  public init(id: String, shape: GeoShape?, values: [GeoValue]) {
    self.id = id
    self.shape = shape
    self.values = values
  }
}
