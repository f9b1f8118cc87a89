import CensusAPI
import CensusDomain
import CensusFiles
import CensusForms
import CensusJSON
import CensusReports
import CensusStore
import CensusSync
import Foundation

/// One of the demo's devices.
struct DemoDevice {
  let store: DeviceStore
  private let forms: FormCatalogue
  private let url: String
  private let token: String
  private let language: Language

  /// Makes the device's store and has the central enrol it.
  static func enrol(
    folder: String, surveyor: String, forms: FormCatalogue, clock: any WallClock,
    central: some CentralAccess, port: Int, language: Language
  ) async throws -> DemoDevice {
    guard let district = RegionCode("130205") else {
      throw CensusError(.software, zh: "区县代码无效。", en: "The district's code is not valid.")
    }
    let store = try DeviceStore.create(
      folder: folder, district: district, surveyor: surveyor, clock: clock)
    let issued = try await Operations.addDevice.call(
      DeviceEnrolment(device: store.identity.device, surveyor: surveyor, region: district),
      at: central)
    return DemoDevice(
      store: store, forms: forms, url: "http://127.0.0.1:\(port)", token: issued.token,
      language: language)
  }

  func sync(quietly: Bool, batch: Int = ProtocolLimits.maximumBatchCount) async throws {
    let line = ProgressLine(language: language)
    defer { line.end() }
    let engine = SyncEngine(
      store: store, forms: forms, transport: try CentralLink.transport(to: url, token: token),
      central: url,
      policy: RetryPolicy(attempts: 2, base: 50, cap: 200),
      bounds: BatchBounds(count: batch, bytes: ProtocolLimits.targetBatchBytes),
      environment: SyncEngine.Environment(report: { event in
        if !quietly { SyncTalk.tell(event, on: line) }
      }))
    _ = try await engine.run()
  }

  /// Imports every file of a folder, saying why rows are refused.
  func importEntries(from folder: String) throws {
    var total = ImportReport()
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    for name in names {
      let file = folder + "/" + name
      let importer = EntryImporter(
        store: store, catalogue: forms,
        events: EntryImporter.Events(
          progress: { _, _ in }, refusal: { ImportTalk.refusal($0, language) }))
      let report = try importer.run(
        path: file, plan: ImportPlan(form: try ImportTalk.form(of: file, nil, forms)))
      total.saved += report.saved
      total.refused += report.refused
    }
    Console.say(
      LocalizedText(
        zh: "  保存 \(total.saved) 条，拒绝 \(total.refused) 行（原因见上）",
        en: "  \(total.saved) saved, \(total.refused) rows refused (reasons above)"), language)
  }

  /// Puts stand-ins for the photos into the store: files that hold what the sample data took for one.
  func takePhotos() throws {
    guard let folder = store.attachments else { return }
    let file = NSTemporaryDirectory() + "hazcensus-demo-photo-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: file) }
    for photo in try store.declaredAttachments() where photo.place == .elsewhere {
      try Data(photo.objectCode.utf8).write(to: URL(fileURLWithPath: file))
      _ = try folder.add(copying: file)
    }
  }

  /// Takes in the reviews, mends the first returned entry and sends it again.
  func mendFirstReturned() async throws -> UniqueID? {
    try await sync(quietly: true)
    guard let row = try store.entries(state: .returned).first else { return nil }
    let view = try store.entry(row.entry)
    guard case .object(var content) = try JSONValue.parse(view.content) else { return nil }
    content["remark"] = .string("已按意见补拍照片")
    try store.saveDraft(
      row.entry, content: try EntryContent(json: JSONValue.object(content).encodedBytes))
    guard
      case .finalized = try store.finalize(
        row.entry, form: try forms.require(row.form), reasons: [:])
    else { return nil }
    try await sync(quietly: true)
    return row.entry
  }
}
