import CensusDomain
import CensusPlace
import CensusSQLite
import Foundation
import GRDB
import Synchronization

/// A device's store: one SQLite file in one folder, held by one process at a time.
///
/// Every method that saves returns only after what it saved survives a power cut.
public final class DeviceStore: Sendable {
  /// The folder; empty for a store in memory.
  public let folder: String
  /// Who this device is.
  public var identity: DeviceIdentity { present.withLock { $0 } }
  private let present: Mutex<DeviceIdentity>
  let database: DatabaseQueue
  let clock: any WallClock
  let identifiers: IdentifierSource
  /// The boundaries that the bureau supplied, by which positions are judged; nil where it did not.
  public let regions: RegionBoundaries?
  let regionTable: RegionTableHolder
  private let lock: StoreLock?

  var path: String { folder.isEmpty ? "memory" : folder + "/" + DeviceStore.fileName }

  /// The file with the boundaries in the folder.
  public static let boundariesFileName = "boundaries.geojson"
  /// The database's file in the folder.
  public static let fileName = "device.sqlite"

  private init(
    folder: String, lock: StoreLock?, database: DatabaseQueue, identity: DeviceIdentity,
    clock: any WallClock, identifiers: IdentifierSource, regions: RegionBoundaries? = nil
  ) {
    self.folder = folder
    self.regions = regions
    regionTable = RegionTableHolder(folder: folder)
    self.lock = lock
    self.database = database
    present = Mutex(identity)
    self.clock = clock
    self.identifiers = identifiers
  }

  /// Makes a new store in `folder` with an identifier of its own.
  ///
  /// - Throws: ``CensusError``: `conflict` if there is a store already, or what the disk said.
  public static func create(
    folder: String, district: RegionCode, surveyor: String, clock: any WallClock = SystemClock(),
    identifiers: IdentifierSource = .system
  ) throws(CensusError) -> DeviceStore {
    guard district.digits.utf8.count == 6 else {
      throw CensusError(
        .usage, zh: "区县代码须为 6 位：\(district)。", en: "A district's code has six digits: \(district).")
    }
    guard !surveyor.isEmpty else {
      throw CensusError(.usage, zh: "调查员姓名不能为空。", en: "The surveyor's name is empty.")
    }
    var lock: StoreLock?
    if !folder.isEmpty {
      guard !FileManager.default.fileExists(atPath: folder + "/central.sqlite") else {
        throw CensusError(
          .conflict, zh: "文件夹 \(folder) 是一个中心的存储，没有改动。",
          en: "The folder \(folder) is a central's; nothing was changed.",
          remedy: LocalizedText(zh: "换一个文件夹（--store）。", en: "Choose another folder (--store)."))
      }
      try makeFolder(folder)
      lock = try StoreLock(folder: folder)
    }
    let database = try openDatabase(folder)
    let now = clock.now()
    let identity = DeviceIdentity(
      device: identifiers.next(at: now), district: district, surveyor: surveyor)
    try database.commit(at: folder) { db in
      guard try DeviceIdentity.fetch(db) == nil else {
        throw CensusError(
          .conflict, zh: "文件夹 \(folder) 中已有设备存储，没有改动。",
          en: "The folder \(folder) already has a device's store; nothing was changed.",
          remedy: LocalizedText(
            zh: "直接使用它，或换一个文件夹（--store）。", en: "Use it, or choose another folder (--store)."))
      }
      try identity.insert(db, at: now)
      try AuditTrail.append(
        db,
        AuditTrail.Event(
          actor: surveyor, device: identity.device.description, action: "device.created",
          subject: district.digits), at: now)
    }
    return DeviceStore(
      folder: folder, lock: lock, database: database, identity: identity, clock: clock,
      identifiers: identifiers)
  }

  /// Opens the store in `folder`.
  ///
  /// - Throws: ``CensusError``: `notFound` if there is none, `locked` if another process has it,
  ///   `configuration` for a foreign or newer file.
  public static func open(
    folder: String, clock: any WallClock = SystemClock(), identifiers: IdentifierSource = .system
  ) throws(CensusError) -> DeviceStore {
    guard FileManager.default.fileExists(atPath: folder + "/" + fileName) else {
      throw CensusError(
        .notFound, zh: "文件夹 \(folder) 中没有设备存储。",
        en: "The folder \(folder) has no device's store.",
        remedy: LocalizedText(
          zh: "先运行 hazcensus init，或用 --store 指定文件夹。",
          en: "Run hazcensus init first, or name the folder with --store."))
    }
    let lock = try StoreLock(folder: folder)
    let database = try openDatabase(folder)
    let identity = try database.fetch(at: folder) { try DeviceIdentity.fetch($0) }
    guard let identity else {
      throw CensusError(
        .configuration, zh: "文件夹 \(folder) 中的设备存储尚未初始化完成。",
        en: "The device's store in \(folder) was not set up completely.",
        remedy: LocalizedText(zh: "再次运行 hazcensus init。", en: "Run hazcensus init again."))
    }
    return DeviceStore(
      folder: folder, lock: lock, database: database, identity: identity, clock: clock,
      identifiers: identifiers, regions: try BoundariesFile(folder: folder).read())
  }

  private static func makeFolder(_ folder: String) throws(CensusError) {
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o700])
    } catch {
      throw CensusError(
        .cannotCreate, zh: "无法建立文件夹 \(folder)：\(error.localizedDescription)。",
        en: "The folder \(folder) cannot be made: \(error.localizedDescription).",
        remedy: LocalizedText(zh: "检查路径和权限。", en: "Check the path and its rights."))
    }
  }

  private static func openDatabase(_ folder: String) throws(CensusError) -> DatabaseQueue {
    try SQLiteFile.open(
      path: folder.isEmpty ? nil : folder + "/" + fileName, identity: DeviceSchema.identity,
      migrator: DeviceSchema.migrator)
  }

  /// Must follow the commit of another identity.
  func become(_ identity: DeviceIdentity) { present.withLock { $0 = identity } }

  func write<Result>(_ body: (Database) throws -> Result) throws(CensusError) -> Result {
    try database.commit(at: path, body)
  }

  func read<Result>(_ body: (Database) throws -> Result) throws(CensusError) -> Result {
    try database.fetch(at: path, body)
  }

  /// Logs who did what in the caller's transaction.
  func audit(
    _ db: Database, _ action: String, _ subject: String, _ detail: String = "", at now: Timestamp
  ) throws {
    try AuditTrail.append(
      db,
      AuditTrail.Event(
        actor: identity.surveyor, device: identity.device.description, action: action,
        subject: subject, detail: detail), at: now)
  }
}
