import CensusDomain

/// Days and times as people write them in tables, made ISO 8601.
public enum DateCell {
  /// The order in which a mapping says that a file writes days with slashes.
  public enum Order: String, Sendable, Codable, CaseIterable {
    case yearMonthDay = "Y/M/D"
    case monthDayYear = "M/D/Y"
    case dayMonthYear = "D/M/Y"
  }

  /// The offset that a time without one is taken to have: China's.
  private static let offset = "+08:00"

  /// The day that `text` means, `YYYY-MM-DD`.
  static func day(_ text: String, order: Order) throws(CellFault) -> String {
    // Most days of a file stand there as they should.
    if text.utf8.count == 10, CivilDate(text) != nil { return text }
    let (day, rest) = try split(text, order: order)
    guard rest.isEmpty || rest.wholeMatch(of: /[T ]?0?0[:：]00([:：]00)?/) != nil else {
      throw CellFault(
        "cellDate", zh: "“\(text.prefix(40))”除日期外还有时间；此项只要日期。",
        en: "“\(text.prefix(40))” has a time besides the day; only the day is wanted.")
    }
    return day.description
  }

  /// The time that `text` means, with an offset.
  static func moment(_ text: String, order: Order) throws(CellFault) -> String {
    if Array(text.utf8).withUnsafeBufferPointer({ isWritten($0) }) { return text }
    let (day, rest) = try split(text, order: order)
    let pattern =
      /[T ]?([0-9]{1,2})[:时点]([0-9]{1,2})(?:[:分]?([0-9]{1,2})?秒?)?分?(Z|[+-][0-9]{2}:?[0-9]{2})?/
    guard let match = rest.wholeMatch(of: pattern), let hour = Int(match.output.1), hour < 24,
      let minute = Int(match.output.2), minute < 60,
      let second = Int(match.output.3 ?? "0"), second < 60
    else {
      throw CellFault(
        "cellTime", zh: "“\(text.prefix(40))”不是日期和时间；请写成 2021-06-13 08:30。",
        en: "“\(text.prefix(40))” is no day and time; write 2021-06-13 08:30.")
    }
    var zone = match.output.4.map(String.init) ?? offset
    if zone.utf8.count == 5 { zone.insert(":", at: zone.index(zone.startIndex, offsetBy: 3)) }
    return "\(day)T\(pad(hour)):\(pad(minute)):\(pad(second))\(zone)"
  }

  /// Whether a text begins and ends as a form wants a time; the form judges the rest.
  static func isWritten(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard bytes.count >= 17, bytes[4] == 0x2D, bytes[10] == 0x54, let last = bytes.last else {
      return false
    }
    return last == 0x5A || bytes[bytes.count - 6] == 0x2B || bytes[bytes.count - 6] == 0x2D
  }

  private static func pad(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  /// The day at the beginning of `text`, and what follows it.
  private static func split(
    _ original: String, order: Order
  ) throws(CellFault) -> (CivilDate, String) {
    let text = PlainText.narrowed(original)
    if let match = text.prefixMatch(
      of: /([0-9]{4})(?:[-\/.](0?[0-9]|1[0-2])[-\/.]|年(0?[0-9]|1[0-2])月)([0-3]?[0-9])日?/)
    {
      let month = match.output.2 ?? match.output.3 ?? ""
      return (
        try date(String(match.output.1), String(month), String(match.output.4), original),
        String(text[match.range.upperBound...])
      )
    }
    if let match = text.prefixMatch(of: /([12][0-9]{3})([01][0-9])([0-3][0-9])(?![0-9])/) {
      return (
        try date(
          String(match.output.1), String(match.output.2), String(match.output.3), original),
        String(text[match.range.upperBound...])
      )
    }
    if let match = text.prefixMatch(of: /([0-9]{1,2})[\/.-]([0-9]{1,2})[\/.-]([0-9]{4})(?![0-9])/) {
      guard order != .yearMonthDay else {
        throw CellFault(
          "cellDate", zh: "“\(original.prefix(40))”分不清月和日；请写成 2021-06-13，或在映射文件中说明次序。",
          en:
            "Month and day cannot be told apart in “\(original.prefix(40))”; write 2021-06-13, or say the order in a mapping file."
        )
      }
      let isMonthFirst = order == .monthDayYear
      let month = isMonthFirst ? match.output.1 : match.output.2
      let day = isMonthFirst ? match.output.2 : match.output.1
      return (
        try date(String(match.output.3), String(month), String(day), original),
        String(text[match.range.upperBound...])
      )
    }
    if text.wholeMatch(of: /[0-9]{5}(\.[0-9]+)?/) != nil {
      throw CellFault(
        "cellDate", zh: "“\(original.prefix(40))”是电子表格内部的日期序号；请把该列设为日期格式或文本。",
        en:
          "“\(original.prefix(40))” is a spreadsheet's inner number of a day; format the column as dates or text."
      )
    }
    throw CellFault(
      "cellDate", zh: "“\(original.prefix(40))”不是完整的日期；请写成 2021-06-13 或 2021年6月13日。",
      en: "“\(original.prefix(40))” is no whole date; write 2021-06-13.")
  }

  private static func date(
    _ year: String, _ month: String, _ day: String, _ original: String
  ) throws(CellFault) -> CivilDate {
    guard let year = Int(year), let month = Int(month), let day = Int(day),
      let date = CivilDate(year: year, month: month, day: day)
    else {
      throw CellFault(
        "cellDate", zh: "日历上没有“\(original.prefix(40))”这一天。",
        en: "The calendar has no day “\(original.prefix(40))”.")
    }
    return date
  }
}
