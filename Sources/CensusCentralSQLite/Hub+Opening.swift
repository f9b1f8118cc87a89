import CensusDomain
import CensusFiles
import CensusForms
import CensusHub
import CensusSQLite
import Foundation

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
    guard !FileManager.default.fileExists(atPath: folder + "/device.sqlite") else {
      throw CensusError(
        .conflict, zh: "文件夹 \(folder) 是一台设备的存储，没有改动。",
        en: "The folder \(folder) is a device's; nothing was changed.",
        remedy: LocalizedText(zh: "换一个文件夹（--store）。", en: "Choose another folder (--store)."))
    }
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
      towns: towns, notApplicable: notApplicable,
      parts: HubParts(
        forms: forms, clock: clock, attachments: AttachmentFolder(store: folder)))
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
    let storage = try SQLiteCentralStorage(path: path, lock: lock)
    var parts = parts
    parts.attachments = parts.attachments ?? AttachmentFolder(store: folder)
    // A creation that was cut short has no district yet; `create` takes it up again.
    guard let hub = try resume(on: storage, parts: parts) else { throw noCentral(folder) }
    return hub
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
    // Looked at before there is a file, so that a wrong code leaves nothing behind.
    try require(district: district)
    let storage = try SQLiteCentralStorage(path: path, lock: lock)
    return try begin(
      on: storage, district: district, districtName: districtName, towns: towns,
      notApplicable: notApplicable, parts: parts)
  }

  private static func noCentral(_ folder: String) -> CensusError {
    CensusError(
      .notFound, zh: "\(folder) 中没有普查中心。", en: "There is no central in \(folder).",
      remedy: LocalizedText(
        zh: "先用 hazcensus central init 建立。", en: "Make one with hazcensus central init."))
  }
}
