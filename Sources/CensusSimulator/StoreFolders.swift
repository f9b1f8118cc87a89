import CensusAPI
import CensusCentralSQLite
import CensusDomain
import CensusFiles
import CensusForms
import CensusHub
import CensusStore
import CensusTestSupport
import Foundation
import Synchronization

/// Folders of stores in memory: made once for the process, copied for each run.
///
/// Making a store runs every migration, which would take most of a run's time.
struct StoreFolders: Sendable {
  /// The run's own folder.
  let root: String

  private static let base: String = {
    atexit { StoreFolders.removeAll() }
    let memory = "/dev/shm"
    let parent =
      FileManager.default.isWritableFile(atPath: memory) ? memory : NSTemporaryDirectory()
    return parent + "/hazcensus-simulation-\(getpid())"
  }()
  private static let templates = Mutex<Set<String>>([])

  /// Makes an empty folder for a run.
  init(run: String) throws {
    root = StoreFolders.path(of: run)
    try? FileManager.default.removeItem(atPath: root)
    try FileManager.default.createDirectory(atPath: root, withIntermediateDirectories: true)
  }

  /// The folder of the run with this name.
  static func path(of run: String) -> String { base + "/" + run }

  /// Takes a folder away that nobody goes on with.
  ///
  /// A store that is just being closed takes its own log away meanwhile, so one more try is made.
  static func remove(_ folder: String) throws {
    do {
      try FileManager.default.removeItem(atPath: folder)
    } catch {
      guard FileManager.default.fileExists(atPath: folder) else { return }
      try FileManager.default.removeItem(atPath: folder)
    }
  }

  /// Takes away all that the process has made, at its end.
  private static func removeAll() { try? FileManager.default.removeItem(atPath: base) }

  /// Copies a store's folder as a power cut would leave it: every file as it is at this moment.
  func copy(_ folder: String, to name: String) throws -> String {
    let target = root + "/" + name
    try? FileManager.default.removeItem(atPath: target)
    try FileManager.default.copyItem(atPath: folder, toPath: target)
    return target
  }

  /// A folder with the store of the device number `slot`, which bears the same identity in every run.
  func device(_ slot: Int, surveyor: String, district: RegionCode, name: String) throws -> String {
    let template = try StoreFolders.template("device-\(district)-\(slot)") { folder in
      let place = UInt64(district.digits) ?? 0
      let entropy = SimulatedEntropy(seed: UInt64(slot) &* 7919 &+ place &* 104_729)
      _ = try DeviceStore.create(
        folder: folder, district: district, surveyor: surveyor, clock: try SimulatedDay.clock(),
        identifiers: entropy.identifiers)
    }
    return try copy(template, to: name)
  }

  /// A folder with a central's store, which holds the photo of all entries already.
  func central(district: RegionCode, name: String) throws -> String {
    let template = try StoreFolders.template("central-\(district)") { folder in
      _ = try Hub.create(
        folder: folder, district: district, districtName: "开平区", clock: try SimulatedDay.clock())
      let files = AttachmentFolder(store: folder)
      let photo = try files.makeIncoming()
      try Data(SimulatedContent.photo).write(to: URL(fileURLWithPath: photo))
      _ = try files.adopt(
        incoming: photo, expected: ContentHash.sha256(of: SimulatedContent.photo))
    }
    return try copy(template, to: name)
  }

  private static func template(_ name: String, _ make: (String) throws -> Void) throws -> String {
    let folder = base + "/templates/" + name
    try templates.withLock { made in
      guard !made.contains(name) else { return }
      try? FileManager.default.removeItem(atPath: folder)
      try make(folder)
      made.insert(name)
    }
    return folder
  }
}

/// The day on which simulated worlds begin.
///
/// It is so late that clocks ten years back still show a day after those that the entries name: a day
/// in the future is an error of the form, which is no question of merging.
enum SimulatedDay {
  static func clock() throws -> ManualClock {
    guard let day = CivilDate("2032-01-01") else {
      throw CensusError(.software, zh: "模拟的日期无效。", en: "The simulation's day is not valid.")
    }
    return ManualClock(day: day)
  }
}
