/// Numbers as people write them in tables, made exact decimals.
enum NumberCell {
  /// The JSON number that `text` means in a field with `unit`.
  ///
  /// Read are full-width digits, groups of three, the field's own unit or a percent sign behind it, and
  /// 万 and 亿 where they cannot be mistaken. Ranges, comparisons and other units are refused.
  static func read(_ original: String, unit: String?) throws(CellFault) -> String {
    let text = PlainText.narrowed(original).replacing(" ", with: "")
    if PlainText.isJSONNumber(Array(text.utf8)) { return text }
    guard let match = text.prefixMatch(of: /([+-]?)([0-9][0-9,]*)?(\.[0-9]+)?/),
      match.output.2 != nil || match.output.3 != nil
    else { throw notNumber(original) }
    let whole = match.output.2.map(String.init) ?? "0"
    guard isGroupedRight(whole) else { throw ambiguousGroups(original) }
    let rest = String(text[match.range.upperBound...])
    let digits =
      (match.output.1 == "-" ? "-" : "") + whole.replacing(",", with: "")
      + (match.output.3.map(String.init) ?? "")
    let plain = canonical(digits)
    return try scaled(plain, by: rest, unit: unit.map(PlainText.narrowed), original)
  }

  /// Commas stand in front of each three digits or nowhere.
  private static func isGroupedRight(_ digits: String) -> Bool {
    guard digits.contains(",") else { return true }
    let groups = digits.split(separator: ",", omittingEmptySubsequences: false)
    return (1...3).contains(groups[0].utf8.count)
      && groups.dropFirst().allSatisfy { $0.utf8.count == 3 }
  }

  /// What stands behind the digits: nothing, the field's unit, 万 or 亿, or both.
  private static func scaled(
    _ digits: String, by suffix: String, unit: String?, _ original: String
  ) throws(CellFault) -> String {
    if suffix.isEmpty || suffix == unit { return digits }
    let unit = unit ?? ""
    for (word, places) in [("万", 4), ("亿", 8)] where suffix.hasPrefix(word) {
      let behind = String(suffix.dropFirst())
      // The unit counts in tens of thousands or hundreds of millions itself: “3.5万元” of “万元”.
      for (unitWord, unitPlaces) in [("万", 4), ("亿", 8)] where unit.hasPrefix(unitWord) {
        let bare = String(unit.dropFirst())
        guard behind.isEmpty || behind == bare else { throw otherUnit(original, unit) }
        return shifted(digits, by: places - unitPlaces)
      }
      guard behind.isEmpty || behind == unit else { throw otherUnit(original, unit) }
      return shifted(digits, by: places)
    }
    let spelling = [
      "米": "m", "公里": "km", "千米": "km", "毫米": "mm", "厘米": "cm", "平方米": "㎡",
      "平方公里": "km²", "平方千米": "km²", "立方米": "m³", "公顷": "hm²", "度": "°", "m2": "㎡",
      "m²": "㎡", "㎡": "m²", "m3": "m³", "km2": "km²", "℃": "°C", "°C": "℃", "摄氏度": "℃", "天": "d",
      "日": "d", "小时": "h", "分钟": "min", "秒": "s", "％": "%",
    ]
    if spelling[suffix] == unit { return digits }
    throw otherUnit(original, unit)
  }

  /// A decimal without leading zeros or plus sign, as JSON wants it.
  private static func canonical(_ digits: String) -> String {
    let isNegative = digits.hasPrefix("-")
    let parts = digits.drop { $0 == "-" }.split(
      separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let whole = parts[0].drop { $0 == "0" }
    let fraction = parts.count > 1 ? "." + parts[1] : ""
    return (isNegative ? "-" : "") + (whole.isEmpty ? "0" : String(whole)) + fraction
  }

  /// `digits` times ten to the power of `places`, exactly.
  private static func shifted(_ digits: String, by places: Int) -> String {
    let isNegative = digits.hasPrefix("-")
    let parts = digits.drop { $0 == "-" }.split(
      separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    var whole = String(parts[0])
    var fraction = parts.count > 1 ? String(parts[1]) : ""
    if places >= 0 {
      fraction += String(repeating: "0", count: max(0, places - fraction.count))
      whole += fraction.prefix(places)
      fraction = String(fraction.dropFirst(places))
    } else {
      let padded = String(repeating: "0", count: max(0, 1 - places - whole.count)) + whole
      fraction = padded.suffix(-places) + fraction
      whole = String(padded.dropLast(-places))
    }
    while fraction.hasSuffix("0") { fraction.removeLast() }
    return canonical((isNegative ? "-" : "") + whole + (fraction.isEmpty ? "" : "." + fraction))
  }

  /// The product of two decimals, exact up to 38 digits.
  static func product(_ left: String, _ right: String) -> String {
    (ExactNumber(decimal: left) * ExactNumber(decimal: right)).text
  }

  private static func notNumber(_ text: String) -> CellFault {
    CellFault(
      "cellNumber", zh: "“\(text.prefix(40))”不是一个数；区间、约数和比较（如 3~5、约10、>5）须改为一个数。",
      en:
        "“\(text.prefix(40))” is not one number; write ranges, estimates and comparisons as one number."
    )
  }

  private static func ambiguousGroups(_ text: String) -> CellFault {
    CellFault(
      "cellNumber", zh: "“\(text.prefix(40))”中的逗号不是千位分隔；小数点请用“.”。",
      en: "The comma in “\(text.prefix(40))” does not group thousands; write decimals with “.”.")
  }

  private static func otherUnit(_ text: String, _ unit: String) -> CellFault {
    unit.isEmpty
      ? CellFault(
        "cellUnit", zh: "“\(text.prefix(40))”的数字之后有其他文字；此项没有单位，只写数字。",
        en:
          "Something follows the number in “\(text.prefix(40))”; the field has no unit, write the number alone."
      )
      : CellFault(
        "cellUnit", zh: "“\(text.prefix(40))”的单位与本表的“\(unit)”不同；请换算后只写数字。",
        en:
          "The unit in “\(text.prefix(40))” is not the form's, “\(unit)”; convert it and write the number alone."
      )
  }
}
