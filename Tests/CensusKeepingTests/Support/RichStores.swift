import CensusAPI
import CensusDomain
import CensusForms
import CensusHub
import CensusKeeping
import CensusStore
import CensusTestSupport
import Foundation
import GRDB
import Testing

/// A central and a device on the disk with something in every table that people fill.
struct RichStores {
  let central: String
  let device: String
  let token: String
  let clock: ManualClock

  /// Plays a small census into two folders of `fixture` and closes both stores.
  init(in fixture: Fixture) async throws {
    central = fixture.path("central")
    device = fixture.path("device")
    clock = ManualClock(day: try #require(CivilDate("2026-01-01")))
    let world = try CensusWorld(central: central, clock: clock)
    let contents = try SampleData.fireSources(24)
    try await RichStores.freeze(contents, at: world)
    try RichStores.layPhotos(of: contents, in: central)
    let first = try await world.device("李娜", folder: device)
    token = first.token
    let second = try await world.device("张伟")
    let entries = try first.record(contents[..<12])
    try second.record(contents[12..<16])
    try await world.sync(first)
    try await world.sync(second)
    try first.amend(entries[0], remark: "再看")
    try await world.sync(first)
    for (level, chosen) in [(ReviewLevel.county, entries[2..<8]), (.city, entries[2..<4])] {
      _ = try await Operations.review.call(
        ReviewRequest(
          entries: Array(chosen), level: level, verdict: .pass, comment: "", fields: []),
        at: world.coordinator)
    }
    _ = try await Operations.review.call(
      ReviewRequest(
        entries: [entries[8]], level: .county, verdict: .return, comment: "照片不清", fields: []),
      at: world.coordinator)
    try await world.sync(first)
    try await RichStores.keepBooks(at: world)
    try await RichStores.checkQuality(at: world)
    // Work in hand: entries that wait, and working copies.
    try first.record(contents[16..<20])
    for content in contents[20..<22] {
      _ = try first.store.newDraft(form: first.form, content: try EntryContent(json: content))
    }
    try first.store.saveDraft(entries[8], content: try EntryContent(json: contents[8]))
  }

  /// The folder of a kind's store.
  func folder(_ kind: StoreKind) -> String { kind == .device ? device : central }

  /// Serves the central that lies in `folder`.
  func world(_ folder: String) throws -> CensusWorld {
    try CensusWorld(central: folder, clock: clock)
  }

  /// Opens the device's store that lies in `folder`.
  func open(_ folder: String, in world: CensusWorld) throws -> CensusWorld.Device {
    CensusWorld.Device(
      store: try DeviceStore.open(folder: folder, clock: clock), token: token,
      form: try world.forms.require("FOR_FIRESOURCE"))
  }

  private static func freeze(_ contents: [[UInt8]], at world: CensusWorld) async throws {
    let objects = try contents.map { json in
      let content = try EntryContent(json: json)
      return InventoryObject(
        objectCode: content.objectCode, hazard: .forestGrasslandFire, forms: ["FOR_FIRESOURCE"],
        name: "对象 \(content.objectCode)", townCode: content.townCode, longitude: 118.2,
        latitude: 39.7, shouldSurvey: true, excludeReason: nil)
    }
    for (count, reason) in [(20, "初次清查"), (objects.count, "补充")] {
      _ = try await Operations.importInventory.call(
        InventoryImport(objects: Array(objects.prefix(count)), reason: reason, isTrial: false),
        at: world.coordinator)
    }
  }

  /// Lays the photos that entries declare into the central's folder, so that they can pass a review.
  ///
  /// In the sample data a photo's bytes are its object's code.
  private static func layPhotos(of contents: [[UInt8]], in central: String) throws {
    for json in contents {
      let code = try EntryContent(json: json).objectCode
      let hash = ContentHash.sha256(of: code).description
      let folder = "\(central)/attachments/\(hash.prefix(2))"
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      try Data(code.utf8).write(to: URL(filePath: "\(folder)/\(hash)"))
    }
  }

  /// Two draws, of which one is checked and corrected.
  private static func checkQuality(at world: CensusWorld) async throws {
    for seed in ["1", "2"] {
      _ = try await Operations.drawSample.call(
        SampleOrder(level: .county, shareHundredths: 5_000, seed: seed), at: world.coordinator)
    }
    let sample = try await Operations.showSample.call(SampleQuery(draw: 1), at: world.coordinator)
    for note in ["", "再核"] {
      let outcome = try await Operations.recordCheck.call(
        SampleCheckRequest(
          draw: 1,
          checks: sample.objects.map { object in
            SampleCheck(
              objectCode: object.objectCode, form: object.form, position: .right,
              geometry: .unchecked, indicators: 20,
              faults: [IndicatorFault(field: "remark", recorded: "甲", correct: "乙")], note: note,
              attachments: [object.revision], checkedBy: "王强", day: sample.draw.day)
          }), at: world.coordinator)
      try #require(outcome.saved == sample.objects.count, "\(outcome)")
    }
  }

  private static func keepBooks(at world: CensusWorld) async throws {
    let day = try #require(CivilDate("2026-01-01"))
    _ = try await Operations.addExpenses.call(
      ExpenseRequest(
        lines: (1...6).map { number in
          ExpenseLine(
            voucher: "V\(number)", payDate: day, payee: "示例公司", summary: "服务",
            amountFen: Fen(Int64(number) * 10_000), isPublicity: false, reason: "",
            economicCode: "30227")
        }, acceptsWarnings: true), at: world.coordinator)
    _ = try await Operations.addProject.call(
      ProjectUpload(document: try RichStores.project()), at: world.coordinator)
    for value in ["4", "3", "4"] {
      _ = try await Operations.recordIndicator.call(
        IndicatorRecord(
          project: "vehicles", indicator: "rentedVehicles", date: day, value: value,
          note: "按合同", attachment: "合同.pdf",
          attachmentHash: ContentHash.sha256(of: Array("合同".utf8))),
        at: world.coordinator)
    }
  }

  /// A project of the sample data, in the year of the play.
  private static func project() throws -> String {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../SampleData/performance/vehicles.json")
    return try String(contentsOf: file, encoding: .utf8).replacing("2021", with: "2026")
  }
}

/// What a database says, or the words with which it fails.
enum DatabaseWords {
  /// Everything in the tables of the database at `path`, by table.
  static func all(_ path: String) -> [String: [[DatabaseValue]]]? {
    var configuration = Configuration()
    configuration.readonly = true
    return try? DatabaseQueue(path: path, configuration: configuration).read { db in
      let names = try String.fetchAll(
        db, sql: "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
      var words: [String: [[DatabaseValue]]] = [:]
      for name in names + ["sqlite_master"] {
        let columns =
          name == "sqlite_master" ? "type, name, tbl_name, sql" : "*"
        words[name] = try Row.fetchAll(
          db, sql: "SELECT \(columns) FROM \(name.quotedDatabaseIdentifier)"
        ).map { Array($0.databaseValues) }
      }
      return words
    }
  }
}
