import CensusAPI
import CensusDomain

/// Reads an inventory from CSV.
enum InventoryFile {
  private static let columns = [
    "objectCode", "hazard", "formCode", "objectName", "townCode", "shouldSurvey",
  ]

  /// The objects of the file at `path`.
  ///
  /// - Throws: ``CensusError`` with code `invalidData` that names every bad row; nothing is imported then,
  ///   because a denominator with holes would be wrong everywhere.
  static func read(_ path: String) throws(CensusError) -> [InventoryObject] {
    let table = try CSVTable(path: path, columns: columns)
    var objects: [InventoryObject] = []
    var problems: [LocalizedText] = []
    for row in table.rows {
      switch object(row) {
      case .success(let object): objects.append(object)
      case .failure(let problem): problems.append(problem.text)
      }
    }
    guard problems.isEmpty else {
      let shown = problems.prefix(20)
      let rest = problems.count - shown.count
      throw CensusError(
        .invalidData,
        zh: "\(path) 有 \(problems.count) 行不正确，未导入：\n"
          + shown.map(\.zh).joined(separator: "\n") + (rest > 0 ? "\n（另有 \(rest) 行）" : ""),
        en: "\(path) has \(problems.count) bad rows; nothing was imported:\n"
          + shown.map(\.en).joined(separator: "\n") + (rest > 0 ? "\n(and \(rest) more)" : ""))
    }
    return objects
  }

  private struct Problem: Error {
    let text: LocalizedText
  }

  private static func object(_ row: CSVTable.Row) -> Result<InventoryObject, Problem> {
    func fail(_ zh: String, _ en: String) -> Result<InventoryObject, Problem> {
      .failure(
        Problem(
          text: LocalizedText(zh: "  第 \(row.number) 行：\(zh)", en: "  row \(row.number): \(en)")))
    }
    guard !row["objectCode"].isEmpty, row["objectCode"].count <= 24 else {
      return fail("对象编码为空或超过 24 个字", "the object code is empty or longer than 24")
    }
    guard let hazard = Hazard(rawValue: row["hazard"]) else {
      return fail("不认识的灾种“\(row["hazard"])”", "unknown hazard “\(row["hazard"])”")
    }
    guard RegionCode(row["townCode"])?.digits.utf8.count == 9 else {
      return fail(
        "乡镇代码须为 9 位数字：“\(row["townCode"])”", "not a nine-digit township: “\(row["townCode"])”")
    }
    guard ["true", "false"].contains(row["shouldSurvey"]) else {
      return fail("shouldSurvey 须为 true 或 false", "shouldSurvey is true or false")
    }
    for column in ["lon", "lat"] where !row[column].isEmpty {
      guard Double(row[column])?.isFinite == true else {
        return fail("\(column) 不是数：“\(row[column])”", "\(column) is no number: “\(row[column])”")
      }
    }
    let reason = row["excludeReason"]
    return .success(
      InventoryObject(
        objectCode: row["objectCode"], hazard: hazard,
        forms: row["formCode"].split(separator: ";").map(String.init), name: row["objectName"],
        townCode: row["townCode"], longitude: Double(row["lon"]), latitude: Double(row["lat"]),
        shouldSurvey: row["shouldSurvey"] == "true", excludeReason: reason.isEmpty ? nil : reason))
  }
}
