import CensusDomain
import CensusForms
import CensusJSON
import CensusPlace
import CensusStore

/// Sets what a person typed, and says what was understood where it was a position.
enum PositionTalk {
  /// The name by which `--set` gives longitude and latitude together.
  static let name = "position"

  /// Sets one field; longitude and latitude may be written in any way, also both at once.
  static func set(
    _ object: inout JSONObject, _ field: Field, of form: Form, to text: String,
    _ language: Language
  ) {
    switch ContentBuilder.set(&object, field, of: form, to: text) {
    case .pair(let values): tell(values, language)
    case .one(let degrees):
      Screen(language).say(LocalizedText(verbatim: "  \(field.name) = \(degrees)"))
    case nil: break
    }
  }

  /// Sets longitude and latitude; an empty text removes both.
  ///
  /// - Throws: ``CensusError``: `usage` where the form has no position, `invalidData` where the text is
  ///   none.
  static func setPosition(
    _ object: inout JSONObject, of form: Form, to text: String, _ language: Language
  ) throws(CensusError) {
    guard PositionValues.fields.allSatisfy({ form.field($0) != nil }) else {
      throw CensusError(
        .usage, zh: "\(form.code) 没有经纬度字段。", en: "\(form.code) has no longitude and latitude.")
    }
    guard text.contains(where: { !$0.isWhitespace }) else {
      for name in PositionValues.fields { object[name] = nil }
      object[PositionValues.sourceField] = nil
      return
    }
    let values = try PositionValues(text)
    values.set(in: &object, of: form)
    tell(values, language)
  }

  private static func tell(_ values: PositionValues, _ language: Language) {
    var zh = "  位置：经度 \(values.position.longitudeText)，纬度 \(values.position.latitudeText)"
    var en =
      "  position: longitude \(values.position.longitudeText), latitude \(values.position.latitudeText)"
    if case .gaussKruger(let zone) = values.reading.kind {
      zh += "（由第 \(zone.number) 带高斯-克吕格坐标换算）"
      en += " (from Gauss-Krüger coordinates of zone \(zone.number))"
    }
    if values.wasShifted {
      zh += "（由 GCJ-02 换算）"
      en += " (converted from GCJ-02)"
    }
    if values.reading.isLatitudeFirst {
      zh += "（按纬度在前读取）"
      en += " (read with the latitude first)"
    }
    Screen(language).say(LocalizedText(zh: zh, en: en))
  }
}
