import CensusDomain
import CensusForms
import CensusJSON
import CensusPlace

/// What a person means who gives a form's longitude or latitude in another way than as a number.
public enum PositionAnswer: Sendable, Hashable {
  /// Both coordinates at once.
  case pair(PositionValues)
  /// The one that was asked for, in decimal degrees.
  case one(String)

  /// Understands the text for `field`; nil where it is a plain number, no position, or the field is
  /// neither longitude nor latitude.
  public init?(_ text: String, for field: Field, of form: Form) {
    guard field.kind == .number, PositionValues.fields.contains(field.name),
      PositionValues.fields.allSatisfy({ form.field($0) != nil })
    else { return nil }
    var writer = JSONWriter()
    guard CellReader().write(Cell(text), as: field, to: &writer) != nil else { return nil }
    if let pair = try? PositionValues(text) {
      self = .pair(pair)
    } else if let one = PositionAnswer.degrees(text, of: field.name) {
      self = .one(one)
    } else {
      return nil
    }
  }

  /// One coordinate in degrees, minutes and seconds.
  ///
  /// A reader of pairs reads it beside a made-up other one, which is named so that this one can only be
  /// what it should be; names stand behind all coordinates or before all of them.
  private static func degrees(_ text: String, of name: String) -> String? {
    let isLongitude = name == "lon"
    let pairs =
      isLongitude
      ? ["\(text)E 39.5°N", "\(text) 39.5°N", "\(text) N39.5°"]
      : ["118°E \(text)N", "118°E \(text)", "E118° \(text)"]
    for pair in pairs {
      guard let reading = try? PositionReader.read(pair), reading.kind == .degreesMinutesSeconds
      else { continue }
      return isLongitude ? reading.position.longitudeText : reading.position.latitudeText
    }
    return nil
  }
}

extension ContentBuilder {
  /// Sets one field as ``set(_:_:to:)`` does; longitude and latitude in any way that positions are
  /// written, both at once where the text has both.
  ///
  /// - Returns: what was understood where the text was no plain number.
  public static func set(
    _ object: inout JSONObject, _ field: Field, of form: Form, to text: String
  ) -> PositionAnswer? {
    let answer = PositionAnswer(text, for: field, of: form)
    switch answer {
    case .pair(let values): values.set(in: &object, of: form)
    case .one(let degrees): object[field.name] = .number(degrees)
    case nil: set(&object, field, to: text)
    }
    return answer
  }
}
