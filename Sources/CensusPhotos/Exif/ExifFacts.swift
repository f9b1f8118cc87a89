/// What EXIF data say of when, where and whither, and what is wrong with them.
struct ExifFacts {
  private(set) var time: PhotoTime?
  private(set) var position: PhotoPosition?
  private(set) var direction: PhotoDirection?
  private(set) var problems: [PhotoProblem] = []

  init(_ exif: PhotoLayout.Exif) {
    switch exif {
    case .none: return
    case .tooLong: problems = [.exifUnreadable]
    case .block(let tiff):
      guard let block = ExifBlock(tiff: tiff) else {
        problems = [.exifUnreadable]
        return
      }
      readTime(block)
      readPosition(block)
      readDirection(block)
    }
  }

  private mutating func readTime(_ block: borrowing ExifBlock) {
    guard block.has(.dateTimeOriginal, in: .photo) else { return }
    let text = block.text(.dateTimeOriginal, in: .photo) ?? ""
    // Cameras without a clock write blanks or zeros (Exif 2.32, 4.6.5).
    guard text.contains(where: { ("1"..."9").contains($0) }) else { return }
    guard let clock = ExifClock(dateTime: text) else {
      problems.append(.time(text))
      return
    }
    let zone = block.text(.offsetTimeOriginal, in: .photo) ?? ""
    let isStated = zone.contains { $0 != " " && $0 != ":" }
    let offset = ExifClock.offset(zone)
    if isStated, offset == nil { problems.append(.offset(zone)) }
    time = PhotoTime(
      day: clock.day, second: clock.second, offsetMinutes: offset ?? PhotoTime.chinaOffset,
      offsetIsAssumed: offset == nil)
  }

  private mutating func readPosition(_ block: borrowing ExifBlock) {
    guard block.has(.latitude, in: .gps) || block.has(.longitude, in: .gps) else { return }
    guard block.text(.status, in: .gps) != "V" else {
      problems.append(.positionVoid)
      return
    }
    let latitudeParts = block.fractions(.latitude, in: .gps, count: 3)
    let longitudeParts = block.fractions(.longitude, in: .gps, count: 3)
    guard
      let latitude = ExifFacts.degrees(
        latitudeParts, block.text(.latitudeRef, in: .gps), "N", "S", most: 90),
      let longitude = ExifFacts.degrees(
        longitudeParts, block.text(.longitudeRef, in: .gps), "E", "W", most: 180)
    else {
      problems.append(.position)
      return
    }
    // No census is held in the Gulf of Guinea; zeros are a receiver without a fix.
    guard latitude != 0 || longitude != 0 else {
      problems.append(.positionVoid)
      return
    }
    let datum = block.text(.datum, in: .gps) ?? ""
    guard ExifFacts.isWGS84(datum) else {
      problems.append(.datum(datum))
      return
    }
    position = PhotoPosition(longitude: longitude, latitude: latitude)
  }

  private mutating func readDirection(_ block: borrowing ExifBlock) {
    guard block.has(.direction, in: .gps) else { return }
    let fractions = block.fractions(.direction, in: .gps, count: 1)
    guard let degrees = fractions?.first?.value, degrees <= 360 else {
      problems.append(.direction)
      return
    }
    let north: PhotoDirection.North =
      switch block.text(.directionRef, in: .gps) {
      case "T": .trueNorth
      case "M": .magneticNorth
      default: .unstated
      }
    direction = PhotoDirection(degrees: degrees == 360 ? 0 : degrees, north: north)
  }

  /// Degrees, minutes and seconds as degrees; nil where a part is none or too large.
  private static func degrees(
    _ parts: [ExifBlock.Fraction]?, _ reference: String?, _ plus: String, _ minus: String,
    most: Double
  ) -> Double? {
    let values = (parts ?? []).compactMap(\.value)
    guard values.count == 3, values[1] < 60, values[2] < 60 else { return nil }
    let degrees = values[0] + values[1] / 60 + values[2] / 3600
    guard degrees <= most, reference == plus || reference == minus else { return nil }
    return reference == plus ? degrees : -degrees
  }

  /// Whether a datum is WGS 84, from which CGCS2000 differs by centimetres; none is taken for it.
  private static func isWGS84(_ datum: String) -> Bool {
    let name = datum.uppercased().filter { $0.isLetter || $0.isNumber }
    return ["", "WGS84", "WGS1984", "CGCS2000"].contains(name)
  }
}
