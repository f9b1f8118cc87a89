/// A surface on the ground: an outline and the holes in it.
///
/// A ring's last position is joined to its first, whether it is written again or not; rings may run
/// either way round.
public struct PlacePolygon: Sendable, Hashable {
  /// The outer ring.
  public let outline: [PlacePosition]
  /// The rings of what is left out, which lie within the outline and not within each other.
  public let holes: [[PlacePosition]]

  /// Makes a polygon.
  public init(outline: [PlacePosition], holes: [[PlacePosition]] = []) {
    self.outline = outline
    self.holes = holes
  }

  var rings: [[PlacePosition]] { [outline] + holes }
}
