import CensusDomain
import CensusJSON

/// What a broken JSON Schema keyword says to a surveyor.
enum SchemaMessages {
  static let notAllowedHere = LocalizedText(
    zh: "在当前填写情况下此项不应填写。", en: "This must be left out given the other answers.")
  static let unknownField = LocalizedText(
    zh: "调查表没有这个字段。", en: "The form has no such field.")
  static let missing = LocalizedText(zh: "必填，但没有填写。", en: "Required, but missing.")
  static let blank = LocalizedText(zh: "不得为空白。", en: "It must not be blank.")
  static let repeated = LocalizedText(zh: "有重复的项。", en: "Some items are repeated.")
  static let noneOf = LocalizedText(
    zh: "不符合任何一种允许的形式。", en: "It fits none of the allowed forms.")
  static let severalOf = LocalizedText(
    zh: "同时符合几种形式，无法确定是哪一种。", en: "It fits more than one of the allowed forms.")

  private static let typeNames: [(TypeSet, zh: String, en: String)] = [
    (.null, "空值", "null"), (.boolean, "是/否", "true or false"), (.integer, "整数", "a whole number"),
    (.number, "数字", "a number"), (.string, "文字", "text"), (.array, "列表", "a list"),
    (.object, "对象", "an object"),
  ]

  /// The instance's own text, cut where it is long.
  static func quote(_ instance: JSONNode) -> String {
    let text = String(decoding: instance.raw, as: UTF8.self)
    return text.count <= 60 ? text : text.prefix(57) + "…"
  }

  static func type(_ types: TypeSet, _ instance: JSONNode) -> LocalizedText {
    let expected = typeNames.filter { types.contains($0.0) }
    return LocalizedText(
      zh: "应为\(expected.map(\.zh).joined(separator: "或"))，实际是 \(quote(instance))。",
      en: "Expected \(expected.map(\.en).joined(separator: " or ")), found \(quote(instance)).")
  }

  static func constant(_ constant: SchemaConstant, _ instance: JSONNode) -> LocalizedText {
    LocalizedText(
      zh: "应为 \(constant.value.encoded)，实际是 \(quote(instance))。",
      en: "Expected \(constant.value.encoded), found \(quote(instance)).")
  }

  static func enumeration(_ allowed: [SchemaConstant], _ instance: JSONNode) -> LocalizedText {
    let list = allowed.map { $0.value.encoded }.joined(separator: ", ")
    return LocalizedText(
      zh: "\(quote(instance)) 不在可选项中；可选：\(list)。",
      en: "\(quote(instance)) is not one of the choices: \(list).")
  }

  static func below(_ bound: SchemaBound, _ instance: JSONNode) -> LocalizedText {
    LocalizedText(
      zh: "\(quote(instance)) 小于允许的最小值 \(bound.text)。",
      en: "\(quote(instance)) is below the least allowed value, \(bound.text).")
  }

  static func above(_ bound: SchemaBound, _ instance: JSONNode) -> LocalizedText {
    LocalizedText(
      zh: "\(quote(instance)) 大于允许的最大值 \(bound.text)。",
      en: "\(quote(instance)) is above the greatest allowed value, \(bound.text).")
  }

  static func notAbove(_ bound: SchemaBound, _ instance: JSONNode) -> LocalizedText {
    LocalizedText(
      zh: "\(quote(instance)) 必须大于 \(bound.text)。",
      en: "\(quote(instance)) must be above \(bound.text).")
  }

  static func notBelow(_ bound: SchemaBound, _ instance: JSONNode) -> LocalizedText {
    LocalizedText(
      zh: "\(quote(instance)) 必须小于 \(bound.text)。",
      en: "\(quote(instance)) must be below \(bound.text).")
  }

  static func multiple(_ unit: SchemaBound, _ instance: JSONNode) -> LocalizedText {
    LocalizedText(
      zh: "\(quote(instance)) 不是 \(unit.text) 的倍数。",
      en: "\(quote(instance)) is no multiple of \(unit.text).")
  }

  static func decimals(_ most: Int, _ instance: JSONNode) -> LocalizedText {
    LocalizedText(
      zh: "\(quote(instance)) 的小数位过多，最多 \(most) 位。",
      en: "\(quote(instance)) has too many decimals; \(most) are allowed.")
  }

  static func shorter(_ least: Int, _ length: Int) -> LocalizedText {
    LocalizedText(
      zh: "至少 \(least) 个字，现有 \(length) 个。",
      en: "At least \(least) characters are needed; there are \(length).")
  }

  static func longer(_ most: Int, _ length: Int) -> LocalizedText {
    LocalizedText(
      zh: "最多 \(most) 个字，现有 \(length) 个。",
      en: "At most \(most) characters are allowed; there are \(length).")
  }

  static func pattern(_ pattern: Pattern, _ instance: JSONNode) -> LocalizedText {
    if pattern.isAgainstBlanks { return blank }
    return LocalizedText(
      zh: "\(quote(instance)) 的格式不符（应符合 \(pattern.source)）。",
      en: "\(quote(instance)) does not have the form \(pattern.source).")
  }

  static func noSuchDay(_ instance: JSONNode) -> LocalizedText {
    LocalizedText(
      zh: "日历上没有 \(quote(instance)) 这一天。",
      en: "The calendar has no day \(quote(instance)).")
  }

  static func fewer(_ least: Int, _ count: Int) -> LocalizedText {
    LocalizedText(
      zh: "至少 \(least) 项，现有 \(count) 项。",
      en: "At least \(least) items are needed; there are \(count).")
  }

  static func more(_ most: Int, _ count: Int) -> LocalizedText {
    LocalizedText(
      zh: "最多 \(most) 项，现有 \(count) 项。",
      en: "At most \(most) items are allowed; there are \(count).")
  }
}
