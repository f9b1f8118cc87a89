import CensusDomain

extension Timestamp {
  /// The moment as `YYYY-MM-DDTHH:MM:SS.SSSZ`, the one form that GeoPackage has for it.
  var fullText: String {
    let rest = Int(milliseconds % 1000)
    let fraction = String(1000 + (rest < 0 ? rest + 1000 : rest)).dropFirst()
    return iso8601.dropLast() + "." + fraction + "Z"
  }
}
