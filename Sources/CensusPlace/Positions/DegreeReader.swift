import CensusDomain

/// Reads two parts as degrees, with or without minutes and seconds.
struct DegreeReader {
  let refusal: PositionRefusal

  func read(_ parts: [PositionPart]) throws(CensusError) -> PositionReading {
    guard parts.count == 2 else {
      throw refusal(
        zh: parts.count < 2 ? "只有一个坐标，需要经度和纬度两个" : "不止两个坐标",
        en: parts.count < 2
          ? "there is one coordinate, and longitude and latitude are needed"
          : "there are more than two coordinates")
    }
    let first = try degrees(parts[0])
    let second = try degrees(parts[1])
    let isDecimal = parts.allSatisfy { $0.items.count == 1 }
    let kind: PositionReading.Kind = isDecimal ? .decimalDegrees : .degreesMinutesSeconds
    guard let axis = parts[0].axis ?? parts[1].axis?.other else {
      return try unnamed(first, second, kind)
    }
    guard parts[1].axis ?? axis.other == axis.other else {
      throw refusal(zh: "两个坐标标的是同一方向", en: "both coordinates are named the same")
    }
    let (longitude, latitude) = axis == .longitude ? (first, second) : (second, first)
    if let position = around(longitude, latitude) {
      return PositionReading(position: position, kind: kind, isLatitudeFirst: false)
    }
    if around(latitude, longitude) != nil {
      throw refusal(
        zh: "经度和纬度的标注看来对调了：经度应在 73° 到 136° 之间，纬度应在 3° 到 54° 之间",
        en: """
          longitude and latitude seem to have each other's name: a longitude lies between 73° and \
          136°, a latitude between 3° and 54°
          """)
    }
    throw outside(longitude, latitude)
  }

  /// Longitude comes first; the other order is taken only where nothing on earth is meant otherwise.
  private func unnamed(
    _ first: Double, _ second: Double, _ kind: PositionReading.Kind
  ) throws(CensusError) -> PositionReading {
    if let position = around(first, second) {
      return PositionReading(position: position, kind: kind, isLatitudeFirst: false)
    }
    guard let swapped = around(second, first) else { throw outside(first, second) }
    guard PlacePosition(longitude: first, latitude: second) == nil else {
      throw refusal(
        zh: """
          看来纬度写在了前面，但按“经度在前”也是地球上的一点，无法确定；把经度写在前面，\
          或标明 E、N（东经、北纬）
          """,
        en: """
          the latitude seems to stand first, but with the longitude first it is a place on earth \
          too; write the longitude first, or name both with E and N
          """)
    }
    return PositionReading(position: swapped, kind: kind, isLatitudeFirst: true)
  }

  private func around(_ longitude: Double, _ latitude: Double) -> PlacePosition? {
    guard let position = PlacePosition(longitude: longitude, latitude: latitude),
      position.isAroundChina
    else { return nil }
    return position
  }

  private func outside(_ longitude: Double, _ latitude: Double) -> CensusError {
    refusal(
      zh: "经度 \(longitude)、纬度 \(latitude) 不在中国范围内（经度 73° 到 136°，纬度 3° 到 54°）",
      en: """
        longitude \(longitude) and latitude \(latitude) are not around China (longitude 73° to \
        136°, latitude 3° to 54°)
        """)
  }

  private func degrees(_ part: PositionPart) throws(CensusError) -> Double {
    let items = part.items
    let inOrder = items.enumerated().allSatisfy { $1.mark ?? $0 == $0 }
    guard (1...3).contains(items.count), inOrder, items.allSatisfy({ $0.number.value.isFinite })
    else {
      throw refusal(
        zh: "每个坐标应依次是度、分、秒", en: "a coordinate is degrees, then minutes, then seconds")
    }
    guard items.dropLast().allSatisfy({ !$0.number.hasFraction }) else {
      throw refusal(
        zh: "度分秒中只有最后一个数可以有小数",
        en: "of degrees, minutes and seconds only the last may have decimals")
    }
    guard items.dropFirst().allSatisfy({ (0..<60).contains($0.number.value) }) else {
      throw refusal(zh: "分和秒应小于 60", en: "minutes and seconds are less than 60")
    }
    let whole = items[0].number.value
    let parts = items.dropFirst().map(\.number.value)
    let fraction = (parts.first ?? 0) / 60 + (parts.dropFirst().first ?? 0) / 3600
    let magnitude = whole.magnitude + fraction
    return part.sign * (whole.sign == .minus ? -magnitude : magnitude)
  }
}
