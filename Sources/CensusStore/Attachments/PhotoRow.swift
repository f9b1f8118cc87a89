import CensusDomain
import CensusJSON
import CensusPhotos
import CensusPlace

/// What a form's row of a photo takes from the photo's own file.
enum PhotoRow {
  /// The values of all members that the photo states.
  ///
  /// The time stays in the camera's own offset. Directions have hundredths of a degree, as EXIF mostly
  /// writes them; magnetic north is not turned into true north, since the form does not ask which.
  static func values(_ facts: PhotoFacts) -> JSONObject {
    var row = JSONObject()
    if let time = facts.time { row["takenAt"] = .string(text(time)) }
    if let position = facts.position.flatMap({
      PlacePosition(longitude: $0.longitude, latitude: $0.latitude)
    }) {
      row["lon"] = .number(position.longitudeText)
      row["lat"] = .number(position.latitudeText)
    }
    if let direction = facts.direction {
      let hundredths = Int((direction.degrees * 100).rounded()) % 36_000
      row["azimuth"] = .number(decimal(hundredths))
    }
    return row
  }

  private static func text(_ time: PhotoTime) -> String {
    let (hour, minute, second) = (time.second / 3600, time.second / 60 % 60, time.second % 60)
    let away = time.offsetMinutes.magnitude
    let zone = "\(time.offsetMinutes < 0 ? "-" : "+")\(pad(Int(away) / 60)):\(pad(Int(away) % 60))"
    return "\(time.day)T\(pad(hour)):\(pad(minute)):\(pad(second))\(zone)"
  }

  private static func decimal(_ hundredths: Int) -> String {
    let (whole, part) = hundredths.quotientAndRemainder(dividingBy: 100)
    if part == 0 { return String(whole) }
    return part.isMultiple(of: 10) ? "\(whole).\(part / 10)" : "\(whole).\(pad(part))"
  }

  private static func pad(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
