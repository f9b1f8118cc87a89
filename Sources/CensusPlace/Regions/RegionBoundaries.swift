import CensusDomain
import CensusJSON

/// The boundaries of districts and townships that a bureau supplies as GeoJSON.
///
/// None is built in: only the bureau's own approved boundaries may be used.
public struct RegionBoundaries: Sendable {
  private var surfaces: [RegionKey: [Surface]] = [:]

  /// An outline with its holes.
  struct Surface: Sendable {
    let outline: BoundaryRing
    let holes: [BoundaryRing]

    /// The edge of the outline and those of the holes belong to the surface.
    func contains(_ place: PlacePosition) -> Bool {
      switch outline.side(of: place) {
      case .outside: false
      case .edge: true
      case .inside: !holes.contains { $0.side(of: place) == .inside }
      }
    }
  }

  /// Reads a FeatureCollection of Polygons and MultiPolygons (RFC 7946) in degrees of CGCS2000.
  ///
  /// Each feature states its region in the first of the properties `code`, `adcode`, `区划代码` and
  /// `PAC` that it has, in 6, 9 or 12 digits; zeros that pad a code do not count. Features of one code
  /// are one region in pieces. At most 64 MB and two million JSON values are read.
  ///
  /// - Parameter name: what messages call the document, such as its path.
  /// - Throws: ``CensusError`` with code `invalidData`, naming the feature.
  public init(geoJSON: [UInt8], name: String) throws(CensusError) {
    let parser = JSONParser(maximumBytes: 64 << 20)
    let root: JSONNode
    do {
      root = try parser.parse(geoJSON)
    } catch {
      throw CensusError(
        .invalidData, zh: "边界文件 \(name) 无法读取：\(error.message.zh)",
        en: "The boundary file \(name) cannot be read: \(error.message.en)",
        remedy: LocalizedText(
          zh: "从制图软件重新导出为 GeoJSON；太大时先简化边界。",
          en: "Export it again as GeoJSON; simplify the boundaries where it is too large."),
        cause: error)
    }
    defer { withExtendedLifetime(parser) {} }
    for (key, surface) in try BoundaryReader(name: name).surfaces(of: root) {
      surfaces[key, default: []].append(surface)
    }
  }

  /// The codes of which there is a boundary, without padding zeros, in order.
  public var codes: [String] { surfaces.keys.map(\.digits).sorted() }

  /// The codes of the boundaries that contain a position, in order: a district's before its township's.
  public func codes(containing place: PlacePosition) -> [String] {
    surfaces.filter { $0.value.contains { $0.contains(place) } }.map(\.key.digits).sorted()
  }

  /// Whether a position lies in the region of a code, on its edge included.
  ///
  /// - Returns: nil where no boundary of that code is known, or the degrees are no position.
  public func contains(longitude: Double, latitude: Double, code: String) -> Bool? {
    guard let key = RegionKey(code), let surfaces = surfaces[key],
      let place = PlacePosition(longitude: longitude, latitude: latitude)
    else { return nil }
    return surfaces.contains { $0.contains(place) }
  }
}
