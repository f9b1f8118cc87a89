import CensusDomain

/// Reads two numbers as metres of the Gauss-Krüger projection.
///
/// Surveyors call the northing X, computers the easting, so that only the numbers' size says which is
/// which: a northing in China is 0.3 to 6 million metres, an easting 0.1 to 0.9 million, before which
/// the number of the zone may stand.
struct GridReader {
  let refusal: PositionRefusal
  let zones: ZoneWords

  func read(_ parts: [PositionPart]) throws(CensusError) -> PositionReading {
    guard parts.count == 2, parts.allSatisfy({ $0.items.count == 1 && $0.items[0].mark == nil })
    else {
      throw refusal(
        zh: "米制坐标应是两个数：北坐标和东坐标",
        en: "coordinates in metres are two numbers, the northing and the easting")
    }
    let (northing, rawEasting) = try order(parts[0], parts[1])
    let prefix = prefix(of: rawEasting)
    let zone = try zone(prefix: prefix)
    let easting = rawEasting - Double(prefix ?? 0) * 1e6
    let projection = try GaussKruger(zone: zone)
    guard let position = projection.position(northing: northing, easting: easting),
      position.isAroundChina,
      abs(position.longitude - Double(zone.centralMeridian)) <= GridReader.widest
    else {
      throw refusal(
        zh: "这一点离第 \(zone.number) 带（中央经线 \(zone.centralMeridian)°）太远，请核对带号",
        en: """
          the point is too far from zone \(zone.number) (central meridian \
          \(zone.centralMeridian)°); check the zone
          """)
    }
    return PositionReading(position: position, kind: .gaussKruger(zone), isLatitudeFirst: false)
  }

  /// How far from the central meridian a point may lie, degrees: a district that spans two zones is
  /// often kept in one of them whole.
  private static let widest = 3.0

  private func order(
    _ first: PositionPart, _ second: PositionPart
  ) throws(CensusError) -> (northing: Double, easting: Double) {
    let (one, other) = (value(first), value(second))
    let isNorthFirst = isNorthing(one) && isEasting(other)
    let isEastFirst = isEasting(one) && isNorthing(other)
    // A name of one coordinate names the other too.
    let named = first.axis ?? second.axis?.other
    switch (isNorthFirst, isEastFirst) {
    case (true, true) where named == nil:
      throw refusal(
        zh: "两个数都可能是北坐标，无法确定；标明 N（北）和 E（东），或在东坐标前加带号",
        en: """
          either number can be the northing; name them with N and E, or write the zone before \
          the easting
          """)
    case (true, _) where named != .longitude: return (one, other)
    case (_, true) where named != .latitude: return (other, one)
    case (false, false):
      throw refusal(
        zh: "北坐标应在 30 万到 600 万米之间，东坐标应在 10 万到 90 万米之间（前面可加两位带号）",
        en: """
          a northing lies between 300,000 and 6,000,000 m and an easting between 100,000 and \
          900,000 m, which may have the two digits of the zone before it
          """)
    default:
      throw refusal(
        zh: "标注的东、北与数值不符：较大的七位数是北坐标",
        en: "the names do not fit the numbers: the larger one, of seven digits, is the northing")
    }
  }

  private func value(_ part: PositionPart) -> Double { part.sign * part.items[0].number.value }

  private func isNorthing(_ metres: Double) -> Bool { (300_000..<6_000_000).contains(metres) }

  private func isEasting(_ metres: Double) -> Bool {
    (100_000...900_000).contains(metres - Double(prefix(of: metres) ?? 0) * 1e6)
  }

  /// The two digits before the six of an easting; nil where there are none.
  private func prefix(of easting: Double) -> Int? {
    (1e7..<1e8).contains(easting) ? Int(easting / 1e6) : nil
  }

  private func zone(prefix: Int?) throws(CensusError) -> ThreeDegreeZone {
    let stated = [prefix, zones.number, zones.centralMeridian.map { $0 / 3 }].compactMap { $0 }
    let isSixDegrees = [prefix, zones.number].contains { $0.map((13...23).contains) ?? false }
    if zones.isSixDegrees || isSixDegrees {
      throw refusal(
        zh: "13 到 23 是六度带，这里只读三度带（25 到 45）；请先换算，或写明三度带的带号",
        en: """
          13 to 23 are zones of six degrees, and only those of three are read (25 to 45); convert \
          the coordinates first
          """)
    }
    guard let number = stated.first else {
      throw refusal(
        zh: "东坐标没有带号，也没有写明带号或中央经线",
        en: "the easting has no zone before it, and no zone or central meridian is named")
    }
    guard stated.allSatisfy({ $0 == number }) else {
      throw refusal(
        zh: "带号互相矛盾：\(stated.map(String.init).joined(separator: "、"))",
        en: "the zones contradict each other: \(stated.map(String.init).joined(separator: ", "))")
    }
    let isMeridian = zones.centralMeridian?.isMultiple(of: 3) ?? true
    guard isMeridian, let zone = ThreeDegreeZone(number) else {
      throw refusal(
        zh: "三度带的带号是 25 到 45，中央经线是带号的三倍（75° 到 135°）",
        en: """
          zones of three degrees are numbered 25 to 45, and a central meridian is three times the \
          number (75° to 135°)
          """)
    }
    return zone
  }
}
