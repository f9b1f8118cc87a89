import CensusDomain
import CensusPlace

/// Positions as people type them; what is read lies around China.
enum PositionTarget {
  static func run(_ bytes: [UInt8]) {
    let text = String(decoding: bytes, as: UTF8.self)
    do throws(CensusError) {
      let position = try PositionReader.read(text).position
      guard let longitude = Double(position.longitudeText),
        let latitude = Double(position.latitudeText)
      else { preconditionFailure("no numbers") }
      // The reader's own bounds, widened by what rounding to a text may do.
      precondition((72.999...136.001).contains(longitude) && (2.999...54.001).contains(latitude))
      _ = GCJ02.truePosition(of: position)
    } catch {
      precondition(error.code == .invalidData)
    }
  }
}
