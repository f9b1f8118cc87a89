import CensusAPI
import CensusDomain
import CensusReports

/// The sheet that goes to the field as CSV and comes back filled in.
///
/// An object with several wrong indicators has a row for each; what describes the whole check stands in each
/// of them, or in the first alone.
enum CheckSheet {
  /// What is checked of an object, in words.
  static func task(_ object: SampledObject) -> LocalizedText {
    var parts: [LocalizedText] = []
    if object.hasPosition { parts.append(LocalizedText(zh: "位置", en: "position")) }
    if object.hasGeometry { parts.append(LocalizedText(zh: "图形", en: "shape")) }
    parts.append(
      LocalizedText(zh: "已填指标 \(object.filled) 项", en: "\(object.filled) filled fields"))
    return LocalizedText(
      zh: parts.map(\.zh).joined(separator: "、"), en: parts.map(\.en).joined(separator: ", "))
  }

  /// Writes the sheet, with what was found where it was.
  static func write(_ objects: [SampledObject], language: Language) -> String {
    let rows = objects.flatMap { object -> [[String]] in
      let head = [
        object.objectCode, object.name, object.form, object.formTitle[language], object.townCode,
        object.townName, object.entry.description, task(object)[language],
      ]
      guard let check = object.check else {
        return [head + Array(repeating: "", count: columns.count - head.count)]
      }
      let faults = check.faults.isEmpty ? [nil] : check.faults.map { Optional($0) }
      return faults.map { fault in
        head + [
          word(check.position), word(check.geometry), String(check.indicators),
          String(check.faults.count), fault?.field ?? "", fault?.recorded ?? "",
          fault?.correct ?? "", check.note,
          check.attachments.map(\.description).joined(separator: " "), check.checkedBy,
          check.day.description,
        ]
      }
    }
    return CSVWriter(byteOrderMark: true).write(header: columns, rows: rows)
  }

  /// Reads the checks of a sheet; rows that nobody filled in are left out and counted.
  ///
  /// - Throws: ``CensusError`` with code `invalidData` naming the row and column that cannot be read.
  static func read(_ path: String) throws(CensusError) -> (checks: [SampleCheck], blank: Int) {
    let table = try CSVTable(path: path, columns: required)
    var checks: [SampleCheck] = []
    var stated: [(row: CSVTable.Row, wrong: String)] = []
    var blank = 0
    for row in table.rows {
      if let last = checks.last, continues(row, last) {
        checks[checks.count - 1].faults.append(try fault(row, path))
      } else if filled.allSatisfy({ row[$0].isEmpty }) {
        blank += 1
      } else {
        checks.append(try check(row, path))
        stated.append((row, row["wrong"]))
      }
    }
    for (check, (row, wrong)) in zip(checks, stated)
    where !wrong.isEmpty && Int(wrong) != check.faults.count {
      throw bad(
        path, row, "wrong",
        LocalizedText(
          zh: "每个错误指标须有一行，写明字段、填报值和正确值（现有 \(check.faults.count) 行）。",
          en:
            "Each wrong indicator needs a row with its field and values; there are \(check.faults.count)."
        ))
    }
    return (checks, blank)
  }

  private static let columns = [
    "objectCode", "name", "form", "formTitle", "townCode", "townName", "entry", "toCheck",
    "position", "geometry", "indicators", "wrong", "field", "recorded", "correct", "note",
    "attachments", "checkedBy", "day",
  ]
  private static let required = ["objectCode", "form", "indicators", "checkedBy", "day"]
  private static let filled = columns.dropFirst(8)

  /// Whether a row adds a wrong indicator to the check of the row before.
  private static func continues(_ row: CSVTable.Row, _ last: SampleCheck) -> Bool {
    let isSame = row["objectCode"] == last.objectCode && row["form"] == last.form
    let repeats =
      [
        ("indicators", String(last.indicators)), ("checkedBy", last.checkedBy),
        ("day", last.day.description),
      ].allSatisfy { row[$0].isEmpty || row[$0] == $1 }
    return isSame && repeats && !row["field"].isEmpty && !last.faults.isEmpty
      && !last.faults.contains { $0.field == row["field"] }
  }

  private static func check(
    _ row: CSVTable.Row, _ path: String
  ) throws(CensusError) -> SampleCheck {
    guard let indicators = Int(row["indicators"]) else { throw bad(path, row, "indicators") }
    guard let day = CivilDate(row["day"]) else { throw bad(path, row, "day") }
    var hashes: [ContentHash] = []
    for word in row["attachments"].split(whereSeparator: { " ,;".contains($0) }) {
      guard let hash = ContentHash(String(word)) else { throw bad(path, row, "attachments") }
      hashes.append(hash)
    }
    var found = SampleCheck(
      objectCode: row["objectCode"], form: row["form"],
      position: try mark(row, "position", path), geometry: try mark(row, "geometry", path),
      indicators: indicators, faults: [], note: bare(row["note"]), attachments: hashes,
      checkedBy: row["checkedBy"], day: day)
    let values = ["field", "recorded", "correct"]
    if values.contains(where: { !row[$0].isEmpty }) { found.faults = [try fault(row, path)] }
    return found
  }

  private static func fault(
    _ row: CSVTable.Row, _ path: String
  ) throws(CensusError) -> IndicatorFault {
    guard !row["field"].isEmpty else { throw bad(path, row, "field") }
    return IndicatorFault(
      field: row["field"], recorded: bare(row["recorded"]), correct: bare(row["correct"]))
  }

  /// A cell without the quote that a written CSV puts before what a spreadsheet would run as a formula.
  private static func bare(_ text: String) -> String {
    let rest = text.dropFirst()
    let isGuarded = text.first == "'" && (rest.first.map { "=+-@＝＋－＠".contains($0) } ?? false)
    return isGuarded ? String(rest) : text
  }

  /// A mark as it is written in the sheet; an empty cell was not part of the check.
  static func mark(_ word: String) -> SiteMark? {
    switch word {
    case "", "unchecked": .unchecked
    case "right", "对", "正确": .right
    case "wrong", "错", "错误": .wrong
    default: nil
    }
  }

  private static func mark(
    _ row: CSVTable.Row, _ column: String, _ path: String
  ) throws(CensusError) -> SiteMark {
    guard let mark = mark(row[column]) else { throw bad(path, row, column) }
    return mark
  }

  private static func word(_ mark: SiteMark) -> String {
    mark == .unchecked ? "" : mark.rawValue
  }

  private static func bad(
    _ path: String, _ row: CSVTable.Row, _ column: String, _ remedy: LocalizedText? = nil
  ) -> CensusError {
    CensusError(
      .invalidData, zh: "\(path) 第 \(row.number) 行的 \(column) 不正确：“\(row[column])”。没有登记任何行。",
      en: """
        Row \(row.number) of \(path) has a wrong \(column): “\(row[column])”. No row was recorded.
        """,
      remedy: remedy
        ?? LocalizedText(
          zh: "position 和 geometry 写 right/wrong（对/错）或空着，indicators 写整数，日期写 YYYY-MM-DD。",
          en: """
            position and geometry are right, wrong or empty, indicators is a whole number, days are \
            YYYY-MM-DD.
            """))
  }
}
