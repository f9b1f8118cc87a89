internal import CProj
import CensusDomain

/// The Gauss-Krüger projection of CGCS2000 in one zone of three degrees, both ways, computed by PROJ.
public struct GaussKruger: ~Copyable {
  /// The zone.
  public let zone: ThreeDegreeZone
  // A context of its own: PROJ's contexts serve one thread at a time.
  private let context: OpaquePointer?
  private let projection: OpaquePointer

  /// Makes the projection of a zone.
  ///
  /// - Throws: ``CensusError`` with code `software` where PROJ cannot make it.
  public init(zone: ThreeDegreeZone) throws(CensusError) {
    let context = proj_context_create()
    proj_log_level(context, PJ_LOG_NONE)
    guard let projection = proj_create(context, GaussKruger.definition(of: zone)) else {
      proj_context_destroy(context)
      throw CensusError(
        .software, zh: "PROJ 无法建立第 \(zone.number) 带的高斯-克吕格投影。",
        en: "PROJ cannot make the Gauss-Krüger projection of zone \(zone.number).",
        remedy: LocalizedText(zh: "检查 libproj 的安装。", en: "Check how libproj was installed."))
    }
    self.zone = zone
    self.context = context
    self.projection = projection
  }

  deinit {
    proj_destroy(projection)
    proj_context_destroy(context)
  }

  /// The projection in PROJ's words; CGCS2000's ellipsoid in figures, so that no database is needed.
  static func definition(of zone: ThreeDegreeZone) -> String {
    "+proj=tmerc +lat_0=0 +lon_0=\(zone.centralMeridian) +k=1 +x_0=500000 +y_0=0"
      + " +a=\(Geodesic.equatorialRadius) +rf=\(Geodesic.inverseFlattening)"
  }

  /// Projects a position; nil where it lies too far from the zone to be projected.
  public func grid(of position: PlacePosition) -> GridPosition? {
    var point = PJ_COORD()
    point.lp = PJ_LP(
      lam: position.longitude * .pi / 180, phi: position.latitude * .pi / 180)
    let result = proj_trans(projection, PJ_FWD, point).xy
    guard result.x.isFinite, result.y.isFinite else { return nil }
    return GridPosition(zone: zone, northing: result.y, easting: result.x)
  }

  /// The position of metres in this zone; nil where they are no point of the projection.
  public func position(northing: Double, easting: Double) -> PlacePosition? {
    var point = PJ_COORD()
    point.xy = PJ_XY(x: easting, y: northing)
    let result = proj_trans(projection, PJ_INV, point).lp
    guard result.lam.isFinite, result.phi.isFinite else { return nil }
    return PlacePosition(longitude: result.lam * 180 / .pi, latitude: result.phi * 180 / .pi)
  }
}

@available(
  *, unavailable, message: "PROJ's contexts serve one thread at a time; make one for each."
)
extension GaussKruger: Sendable {}
