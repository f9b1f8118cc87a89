import CensusDomain
import CensusForms
import CensusJSON
import CensusPlace

/// A position that a person wrote in any way, as a form's fields take it.
public struct PositionValues: Sendable, Hashable {
  /// The position in CGCS2000.
  public let position: PlacePosition
  /// How it was written.
  public let reading: PositionReading
  /// Whether it was converted from the shifted coordinates of a web map.
  public let wasShifted: Bool
  /// What it was converted from, at most 100 characters; nil where decimal degrees were written.
  public let source: String?

  /// The fields that a position gives.
  public static let fields: Set<String> = ["lon", "lat"]
  /// The field that keeps what a position was converted from.
  public static let sourceField = "posSource"

  /// Reads a position; `GCJ-02` before it declares that it comes from a web map, as `isGCJ02` does.
  ///
  /// - Throws: ``CensusError`` with code `invalidData`, saying what was expected, with examples.
  public init(_ text: String, isGCJ02: Bool = false) throws(CensusError) {
    var words = text
    var isShifted = isGCJ02
    if let mark = text.prefixMatch(of: /\s*GCJ-?02[\s:：]*/.ignoresCase()) {
      words = String(text[mark.range.upperBound...])
      isShifted = true
    }
    reading = try PositionReader.read(words)
    wasShifted = isShifted
    position = isShifted ? GCJ02.truePosition(of: reading.position) : reading.position
    let isConverted = isShifted || reading.kind != .decimalDegrees
    source = isConverted ? String(((isShifted ? "GCJ-02 " : "") + words).prefix(100)) : nil
  }

  /// Sets longitude and latitude and, where the form has a field for it, what they were converted from.
  ///
  /// What an earlier position was converted from goes with it.
  public func set(in object: inout JSONObject, of form: Form) {
    object["lon"] = .number(position.longitudeText)
    object["lat"] = .number(position.latitudeText)
    guard form.field(PositionValues.sourceField) != nil else { return }
    object[PositionValues.sourceField] = source.map { .string($0) }
  }
}
