import CensusAPI
import CensusCentralSQLite
import CensusDomain
import CensusFiles
import CensusForms
import CensusHub
import CensusServer
import CensusStore
import CensusSync
import Foundation

/// One central and its devices in one process, on real databases: what scenario tests play in.
public struct CensusWorld: Sendable {
  /// The central.
  public let hub: Hub
  /// The forms.
  public let forms: FormCatalogue
  /// The clock of all.
  public let clock: ManualClock
  /// The coordinator's way to the central.
  public let coordinator: LocalCentral
  private let district: RegionCode

  /// Makes a central in memory; it keeps attachments where a folder for them is given.
  ///
  /// - Throws: ``CensusError`` where a form or the store cannot be made.
  public init(attachments: AttachmentFolder? = nil) throws {
    guard let day = CivilDate("2026-01-01") else { throw CensusWorld.invalid }
    try self.init(clock: ManualClock(day: day)) { district, clock, forms in
      try Hub.inMemory(
        district: district,
        parts: HubParts(forms: forms, clock: clock, attachments: attachments))
    }
  }

  /// Makes a central in `folder`, or serves the one that is there.
  ///
  /// - Throws: ``CensusError`` where a form or the store cannot be made or opened.
  public init(central folder: String, clock: ManualClock) throws {
    try self.init(clock: clock) { district, clock, forms in
      FileManager.default.fileExists(atPath: folder + "/" + Hub.fileName)
        ? try Hub.open(folder: folder, parts: HubParts(forms: forms, clock: clock))
        : try Hub.create(
          folder: folder, district: district, districtName: "开平区", clock: clock)
    }
  }

  private init(
    clock: ManualClock,
    _ hub: (_ district: RegionCode, _ clock: ManualClock, _ forms: FormCatalogue) throws -> Hub
  ) throws {
    guard let district = RegionCode("130205") else { throw CensusWorld.invalid }
    self.district = district
    self.clock = clock
    forms = FormCatalogue.builtIn()
    self.hub = try hub(district, clock, forms)
    coordinator = LocalCentral(hub: self.hub, caller: .localAdministrator)
  }

  private static let invalid = CensusError(
    .software, zh: "测试数据无效。", en: "The test's data is not valid.")

  /// A device that is enrolled, with its token.
  public struct Device: Sendable {
    /// The device's store.
    public let store: DeviceStore
    /// Its token.
    public let token: String
    /// The form of its entries.
    public let form: Form

    /// Takes a store that was opened anew.
    public init(store: DeviceStore, token: String, form: Form) {
      self.store = store
      self.token = token
      self.form = form
    }
  }

  /// Makes and enrols a device; `folder` empty means in memory.
  ///
  /// - Throws: ``CensusError`` from the store or the central.
  public func device(_ surveyor: String, folder: String = "") async throws -> Device {
    let store = try DeviceStore.create(
      folder: folder, district: district, surveyor: surveyor, clock: clock)
    let issued = try await Operations.addDevice.call(
      DeviceEnrolment(device: store.identity.device, surveyor: surveyor, region: district),
      at: coordinator)
    return Device(store: store, token: issued.token, form: try forms.require("FOR_FIRESOURCE"))
  }

  /// Syncs a device over the central's routes, through `wrap`.
  ///
  /// - Throws: what the engine throws.
  @discardableResult
  public func sync(
    _ device: Device, bounds: BatchBounds = BatchBounds(count: 100, bytes: 1_000_000),
    policy: RetryPolicy = RetryPolicy(attempts: 1),
    environment: SyncEngine.Environment = SyncEngine.Environment(wait: { _ in }),
    through wrap: (any CentralTransport) -> any CentralTransport = { $0 }
  ) async throws -> SyncReport {
    let engine = SyncEngine(
      store: device.store, forms: forms,
      transport: wrap(InProcessTransport(hub: hub, token: device.token)),
      central: "in-process", policy: policy, bounds: bounds, environment: environment)
    return try await engine.run()
  }

  /// Every entry that the central holds.
  ///
  /// - Throws: ``CensusError`` from the central.
  public func entries() async throws -> [EntrySummary] {
    try await Operations.listEntries.call(EntryQuery(limit: .max), at: coordinator).entries
  }
}

extension CensusWorld.Device {
  /// Records final entries with these contents.
  ///
  /// - Throws: ``CensusError`` from the store, or where a content is not valid.
  @discardableResult
  public func record(_ contents: some Sequence<[UInt8]>) throws -> [UniqueID] {
    try contents.map { content in
      let id = try store.newDraft(form: form, content: try EntryContent(json: content))
      try finalize(id)
      return id
    }
  }

  /// Makes an entry's draft final.
  ///
  /// - Throws: ``CensusError`` where findings block it.
  public func finalize(_ id: UniqueID) throws {
    guard case .finalized = try store.finalize(id, form: form, reasons: ["*": "test"]) else {
      throw CensusError(.invalidData, zh: "测试记录未通过校验。", en: "The test's entry is not valid.")
    }
  }

  /// Changes an entry's remark and makes the change final.
  ///
  /// - Throws: ``CensusError`` from the store.
  public func amend(_ id: UniqueID, remark: String) throws {
    let content = String(decoding: try store.entry(id).content, as: UTF8.self)
    let body = content.dropFirst().drop { $0 != "\"" }
    let stripped = body.replacing(/"remark":"[^"]*",?/, with: "")
    let amended = #"{"remark":"\#(remark)","# + stripped
    let tidy = amended.replacing(/,}$/, with: "}")
    try store.saveDraft(id, content: try EntryContent(json: Array(tidy.utf8)))
    try finalize(id)
  }
}
