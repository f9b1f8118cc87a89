import ArgumentParser
import CensusAPI
import CensusCentralSQLite
import CensusDomain
import CensusHub

/// `hazcensus central init`: makes a central's store.
struct CentralInit: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Make a central's store. 建立中心存储。",
    discussion: """
      --towns takes a CSV with the columns edition, code, name (the statistical code list); --edition chooses
      one. --not-applicable takes a CSV with hazard, reasonZh, reasonEn: hazards that the district does
      not survey, listed with their reasons in every report.
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: FormatOptions

  @Option(help: "The district's six-digit code. 区县代码。")
  var district: RegionCode
  @Option(help: "The district's name. 区县名称。")
  var name: String
  @Option(help: "CSV of township names. 乡镇名称表。")
  var towns: String?
  @Option(help: "The edition of the township codes. 代码版本。")
  var edition: String?
  @Option(help: "CSV of hazards that do not apply. 不适用灾种表。")
  var notApplicable: String?

  func run() throws {
    let folder = try global.folder()
    let hub = try Hub.create(
      folder: folder, district: district, districtName: name,
      towns: try CentralInit.townNames(towns, edition: edition, in: district),
      notApplicable: try CentralInit.notApplicable(notApplicable))
    try Particulars.print(
      Made(district: hub.district, name: hub.districtName, folder: folder),
      [
        (LocalizedText(zh: "区县", en: "district"), "\(hub.district) \(hub.districtName)"),
        (LocalizedText(zh: "文件夹", en: "folder"), folder),
      ], format: output.format, language: global.language)
  }

  static func townNames(
    _ path: String?, edition: String?, in district: RegionCode
  ) throws(CensusError) -> [String: String] {
    guard let path else { return [:] }
    let table = try CSVTable(path: path, columns: ["edition", "code", "name"])
    let newest = edition ?? table.rows.map { $0["edition"] }.max() ?? ""
    guard table.rows.contains(where: { $0["edition"] == newest }) else {
      let known = Set(table.rows.map { $0["edition"] }).sorted().joined(separator: ", ")
      throw CensusError(
        .invalidData, zh: "\(path) 中没有 \(newest) 版代码；已有：\(known)。",
        en: "\(path) has no codes of the edition \(newest); it has: \(known).")
    }
    var names: [String: String] = [:]
    for row in table.rows
    where row["edition"] == newest && row["code"].hasPrefix(district.digits) {
      names[row["code"]] = row["name"]
    }
    return names
  }

  static func notApplicable(_ path: String?) throws(CensusError) -> [Hazard: LocalizedText] {
    guard let path else { return [:] }
    let table = try CSVTable(path: path, columns: ["hazard", "reasonZh", "reasonEn"])
    var reasons: [Hazard: LocalizedText] = [:]
    for row in table.rows {
      guard let hazard = Hazard(rawValue: row["hazard"]) else {
        throw CensusError(
          .invalidData, zh: "\(path) 第 \(row.number) 行：不认识的灾种“\(row["hazard"])”。",
          en: "Row \(row.number) of \(path): unknown hazard “\(row["hazard"])”.")
      }
      reasons[hazard] = LocalizedText(zh: row["reasonZh"], en: row["reasonEn"])
    }
    return reasons
  }
}

private struct Made: Encodable {
  let district: RegionCode
  let name: String
  let folder: String
}
