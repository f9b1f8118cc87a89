/// A geometry that the census records: a point, a line or an area with holes.
public enum GeoShape: Sendable, Hashable {
  /// A point.
  case point(GeoPosition)
  /// A line of two positions or more.
  case line([GeoPosition])
  /// An area: its border and then its holes, each closed, the border running anticlockwise.
  case polygon([[GeoPosition]])

  /// The kinds of shapes, each of which has a layer of its own.
  public enum Kind: String, Sendable, CaseIterable {
    case point = "Point"
    case line = "LineString"
    case polygon = "Polygon"
  }

  /// The shape's kind.
  public var kind: Kind {
    switch self {
    case .point: .point
    case .line: .line
    case .polygon: .polygon
    }
  }

  /// Its positions part by part: one part for points and lines, the rings of an area.
  public var parts: [[GeoPosition]] {
    switch self {
    case .point(let position): [[position]]
    case .line(let positions): [positions]
    case .polygon(let rings): rings
    }
  }

  /// The rectangle that holds it.
  public var bounds: GeoBounds? { GeoBounds(parts.joined()) }

  /// Whether every position has a height; a shape of which some have none is flat.
  public var hasHeights: Bool { parts.allSatisfy { $0.allSatisfy { $0.height != nil } } }
}
