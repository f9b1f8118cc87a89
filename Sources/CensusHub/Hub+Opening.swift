import CensusDomain
import CensusForms
import CensusSQLite
import Foundation
import GRDB

extension Hub {
  /// The store's file within its folder.
  public static let fileName = "central.sqlite"

  /// Makes a new central in `folder`, which is made too where there is none.
  ///
  /// - Parameters:
  ///   - district: the survey's district, six digits.
  ///   - formsDirectory: where the district's own forms lie; nil means `forms` in the folder.
  ///   - towns: names of townships by code, shown in reports.
  ///   - notApplicable: hazards that do not occur in the district, with the reasons.
  /// - Throws: ``CensusError``: `conflict` where a central is there already.
  public static func create(
    folder: String, district: RegionCode, districtName: String, formsDirectory: String? = nil,
    towns: [String: String] = [:], notApplicable: [Hazard: LocalizedText] = [:],
    clock: any WallClock = SystemClock(), lockNote: String = ""
  ) throws(CensusError) -> Hub {
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      throw CensusError(
        .cannotCreate, zh: "无法建立文件夹 \(folder)。", en: "The folder \(folder) cannot be made.",
        remedy: LocalizedText(zh: "检查路径和权限。", en: "Check the path and its rights."), cause: error)
    }
    let forms = try FormCatalogue.loading(directory: formsDirectory ?? folder + "/forms")
    let lock = try StoreLock(folder: folder, note: lockNote)
    return try begin(
      path: folder + "/" + fileName, lock: lock, district: district, districtName: districtName,
      towns: towns, notApplicable: notApplicable, parts: HubParts(forms: forms, clock: clock))
  }

  /// Opens the central in `folder`.
  ///
  /// - Parameter lockNote: what others who meet the lock are told, such as the server's address.
  /// - Throws: ``CensusError``: `notFound` where no central was made, `locked` where it is in use.
  public static func open(
    folder: String, forms: FormCatalogue, clock: any WallClock = SystemClock(),
    lockNote: String = ""
  ) throws(CensusError) -> Hub {
    try open(folder: folder, parts: HubParts(forms: forms, clock: clock), lockNote: lockNote)
  }

  /// Opens the central in `folder` with all its parts given.
  ///
  /// - Throws: ``CensusError``: `notFound` where no central was made, `locked` where it is in use.
  public static func open(
    folder: String, parts: HubParts, lockNote: String = ""
  ) throws(CensusError) -> Hub {
    let path = folder + "/" + fileName
    guard FileManager.default.fileExists(atPath: path) else { throw noCentral(folder) }
    let lock = try StoreLock(folder: folder, note: lockNote)
    let queue = try SQLiteFile.open(
      path: path, identity: HubSchema.identity, migrator: HubSchema.migrator)
    let settings = try queue.fetch(at: path) { db in try SettingTable.all(db) }
    // A creation that was cut short has no district yet; `create` takes it up again.
    guard let district = settings[.district].flatMap({ RegionCode($0) }) else {
      throw noCentral(folder)
    }
    return Hub(
      queue: queue, path: path, lock: lock, district: district,
      districtName: settings[.districtName] ?? district.digits, parts: parts)
  }

  /// Makes a central in memory for tests.
  public static func inMemory(
    district: RegionCode, districtName: String = "", towns: [String: String] = [:],
    notApplicable: [Hazard: LocalizedText] = [:], parts: HubParts
  ) throws(CensusError) -> Hub {
    try begin(
      path: nil, lock: nil, district: district, districtName: districtName, towns: towns,
      notApplicable: notApplicable, parts: parts)
  }

  private static func begin(
    path: String?, lock: StoreLock?, district: RegionCode, districtName: String,
    towns: [String: String], notApplicable: [Hazard: LocalizedText], parts: HubParts
  ) throws(CensusError) -> Hub {
    guard district.digits.utf8.count == 6 else {
      throw CensusError(
        .usage, zh: "区县代码应为 6 位数字，得到 \(district)。",
        en: "A district's code has 6 digits; got \(district).",
        remedy: LocalizedText(zh: "例如 130205。", en: "For example 130205."))
    }
    let queue = try SQLiteFile.open(
      path: path, identity: HubSchema.identity, migrator: HubSchema.migrator)
    let hub = Hub(
      queue: queue, path: path ?? "memory", lock: lock, district: district,
      districtName: districtName, parts: parts)
    try hub.commit { db in
      if let path, try SettingTable.all(db)[.district] != nil {
        throw CensusError(
          .conflict, zh: "\(path) 已经是一个普查中心。", en: "\(path) is a central already.",
          remedy: LocalizedText(zh: "直接使用，或换一个文件夹。", en: "Use it, or choose another folder."))
      }
      try SettingTable.set(db, .district, district.digits)
      try SettingTable.set(db, .districtName, districtName)
      try TownTable.add(db, towns)
      var settings = SurveySettings()
      settings.notApplicable = notApplicable
      try settings.save(db)
      try hub.log(db, by: .localAdministrator, "central.created", district.digits, districtName)
    }
    return hub
  }

  private static func noCentral(_ folder: String) -> CensusError {
    CensusError(
      .notFound, zh: "\(folder) 中没有普查中心。", en: "There is no central in \(folder).",
      remedy: LocalizedText(
        zh: "先用 hazcensus central init 建立。", en: "Make one with hazcensus central init."))
  }
}
