import CensusDomain
import CensusPlace
import CensusStore

/// A position in every way of writing, with the regions that contain it.
struct PositionView {
  /// What is printed for programs; every key is always there.
  struct Document: Encodable {
    let lon, lat: String
    let dms: String
    let kind: String
    let zone, centralMeridian: Int?
    let northing, easting, prefixedEasting: String?
    let latitudeFirst: Bool
    let convertedFrom: String?
    /// The codes of the boundaries that contain the position; null where none were supplied.
    let regions: [String]?

    private enum CodingKeys: String, CodingKey {
      case lon, lat, dms, kind, zone, centralMeridian, northing, easting, prefixedEasting
      case latitudeFirst, convertedFrom, regions
    }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(lon, forKey: .lon)
      try container.encode(lat, forKey: .lat)
      try container.encode(dms, forKey: .dms)
      try container.encode(kind, forKey: .kind)
      try container.encode(zone, forKey: .zone)
      try container.encode(centralMeridian, forKey: .centralMeridian)
      try container.encode(northing, forKey: .northing)
      try container.encode(easting, forKey: .easting)
      try container.encode(prefixedEasting, forKey: .prefixedEasting)
      try container.encode(latitudeFirst, forKey: .latitudeFirst)
      try container.encode(convertedFrom, forKey: .convertedFrom)
      try container.encode(regions, forKey: .regions)
    }
  }

  let document: Document
  private let names: [String]
  private let kind: LocalizedText

  /// Looks at a position; with the boundaries in a store's folder, if there are any.
  init(_ values: PositionValues, folder: String?) throws(CensusError) {
    let position = values.position
    let grid = try PositionView.grid(values)
    let boundaries = try folder.flatMap { folder throws(CensusError) in
      try BoundariesFile(folder: folder).read()
    }
    let table = try RegionTable.read(folder: folder ?? "")
    let codes = boundaries?.codes(containing: position)
    names = (codes ?? []).map { code in table.name(of: code).map { "\(code) \($0)" } ?? code }
    let (kindName, kindWords) = PositionView.words(values.reading.kind)
    kind = kindWords
    document = Document(
      lon: position.longitudeText, lat: position.latitudeText,
      dms: position.degreesMinutesSeconds, kind: kindName, zone: grid?.zone.number,
      centralMeridian: grid?.zone.centralMeridian,
      northing: grid.map { PositionView.metres($0.northing) },
      easting: grid.map { PositionView.metres($0.easting) },
      prefixedEasting: grid.map { PositionView.metres($0.prefixedEasting) },
      latitudeFirst: values.reading.isLatitudeFirst,
      convertedFrom: values.wasShifted ? "gcj-02" : nil, regions: codes)
  }

  /// The particulars for people.
  var rows: [(LocalizedText, String)] {
    var rows = [
      (LocalizedText(zh: "读作", en: "read as"), "\(kind.zh) \(kind.en)"),
      (LocalizedText(zh: "经度 (°)", en: "longitude (°)"), document.lon),
      (LocalizedText(zh: "纬度 (°)", en: "latitude (°)"), document.lat),
      (LocalizedText(zh: "度分秒", en: "degrees, minutes, seconds"), document.dms),
    ]
    if let converted = document.convertedFrom {
      rows.insert((LocalizedText(zh: "换算自", en: "converted from"), converted.uppercased()), at: 1)
    }
    if document.latitudeFirst {
      rows.insert((LocalizedText(zh: "次序", en: "order"), "纬度在前 latitude first"), at: 1)
    }
    if let zone = document.zone, let meridian = document.centralMeridian,
      let northing = document.northing, let easting = document.prefixedEasting
    {
      rows += [
        (LocalizedText(zh: "三度带", en: "zone of three degrees"), "\(zone) (\(meridian)°E)"),
        (LocalizedText(zh: "北坐标 X (m)", en: "northing X (m)"), northing),
        (LocalizedText(zh: "东坐标 Y，含带号 (m)", en: "easting Y with zone (m)"), easting),
      ]
    }
    let regions = document.regions == nil ? "没有边界 no boundaries" : names.joined(separator: "; ")
    rows.append((LocalizedText(zh: "所在区划", en: "regions"), regions.isEmpty ? "-" : regions))
    return rows
  }

  /// In the zone in which it was written, else in the one to which it belongs.
  private static func grid(_ values: PositionValues) throws(CensusError) -> GridPosition? {
    var zone = ThreeDegreeZone(longitude: values.position.longitude)
    if case .gaussKruger(let written) = values.reading.kind { zone = written }
    guard let zone else { return nil }
    return try GaussKruger(zone: zone).grid(of: values.position)
  }

  private static func words(_ kind: PositionReading.Kind) -> (String, LocalizedText) {
    switch kind {
    case .decimalDegrees:
      ("decimalDegrees", LocalizedText(zh: "十进制度", en: "decimal degrees"))
    case .degreesMinutesSeconds:
      ("degreesMinutesSeconds", LocalizedText(zh: "度分秒", en: "degrees, minutes and seconds"))
    case .gaussKruger(let zone):
      (
        "gaussKruger",
        LocalizedText(zh: "高斯-克吕格坐标，第 \(zone.number) 带", en: "Gauss-Krüger, zone \(zone.number)")
      )
    }
  }

  /// Metres with three decimals.
  private static func metres(_ value: Double) -> String {
    let (whole, part) = Int64((value * 1000).rounded()).quotientAndRemainder(dividingBy: 1000)
    let digits = String(part)
    return "\(whole)." + String(repeating: "0", count: 3 - digits.utf8.count) + digits
  }
}
