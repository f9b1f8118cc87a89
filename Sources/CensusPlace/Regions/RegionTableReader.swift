import CensusDomain

/// Reads tables of region codes: CSV without quotes, since no region's name has a comma.
struct RegionTableReader {
  /// What messages call the table.
  let name: String

  private static let columns = ["edition", "code", "name", "county_code", "county_name"]

  func rows(of csv: [UInt8]) throws(CensusError) -> [RegionRow] {
    guard let text = String(validating: csv, as: UTF8.self) else {
      throw failure(zh: "文字不是 UTF-8 编码", en: "its text is not UTF-8")
    }
    // “\r\n” is one character.
    let lines = text.trimmingPrefix("\u{FEFF}")
      .split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    let header = (lines.first ?? "").split(separator: ",", omittingEmptySubsequences: false)
    let places = RegionTableReader.columns.map { column in header.firstIndex { $0 == column } }
    guard !places.contains(nil) else {
      let names = RegionTableReader.columns.joined(separator: ", ")
      throw failure(zh: "缺少列，需要：\(names)", en: "a column is missing; needed are: \(names)")
    }
    let formerly = header.firstIndex { $0 == "formerly" }
    var rows: [RegionRow] = []
    for (index, line) in lines.enumerated().dropFirst() where !line.isEmpty {
      let cells = line.split(separator: ",", omittingEmptySubsequences: false)
      guard cells.count == header.count, !line.contains("\"") else {
        throw failure(
          zh: "第 \(index + 1) 行应有 \(header.count) 个单元格，不带引号",
          en: "row \(index + 1) should have \(header.count) cells without quotes")
      }
      let fields = places.compactMap { $0.map { String(cells[$0]) } }
      guard !fields[0].isEmpty, !fields[2].isEmpty, let code = RegionCode(fields[1]),
        let county = RegionCode(fields[3]), code.digits.utf8.count == 9,
        county.digits.utf8.count == 6, county.contains(code)
      else {
        throw failure(
          zh: "第 \(index + 1) 行应有版本、以县级 6 位代码开头的 9 位代码和名称",
          en: """
            row \(index + 1) should have an edition, a code of nine digits that begins with the \
            county's six, and a name
            """)
      }
      let former = formerly.map { cells[$0].split(separator: " ").map(String.init) } ?? []
      rows.append(
        RegionRow(
          edition: fields[0],
          town: RegionName(
            code: code, name: fields[2], countyCode: county, countyName: fields[4]),
          formerly: former))
    }
    guard !rows.isEmpty else { throw failure(zh: "没有数据行", en: "it has no rows") }
    return rows
  }

  func failure(zh: String, en: String) -> CensusError {
    CensusError(
      .invalidData, zh: "区划代码表 \(name)：\(zh)。", en: "The table of region codes \(name): \(en).",
      remedy: LocalizedText(
        zh: "照 Schemas/regions/README.md 的说明改好该表。",
        en: "Mend the table as Schemas/regions/README.md describes it."))
  }
}
