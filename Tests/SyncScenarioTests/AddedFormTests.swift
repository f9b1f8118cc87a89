import CensusAPI
import CensusCentralSQLite
import CensusDomain
import CensusForms
import CensusHub
import CensusServer
import CensusStore
import CensusSync
import CensusTestSupport
import Foundation
import Testing

/// A form that is added while a central runs reaches the devices, is filled, sent and counted.
@Suite struct AddedFormTests {
  /// The built-in form in a further version, or under another code, with blanks around it.
  private static func file(code: String = "FOR_FIRESOURCE", version: Int) throws -> String {
    let path = SampleData.folder + "/../Schemas/forms/earlier/FOR_FIRESOURCE.1.json"
    return "\n "
      + (try String(contentsOfFile: path, encoding: .utf8))
      .replacing("FOR_FIRESOURCE:1", with: "\(code):\(version)")
      .replacing("\"code\": \"FOR_FIRESOURCE\"", with: "\"code\": \"\(code)\"")
      .replacing("\"version\": 1", with: "\"version\": \(version)") + "\n\n"
  }

  @discardableResult
  private func add(_ file: String, at world: CensusWorld) async throws -> FormList {
    try await Operations.addForm.call(FormUpload(schema: file), at: world.coordinator)
  }

  @Test func `a new form reaches a device, which fills and sends it, and it counts`()
    async throws
  {
    let world = try CensusWorld()
    let device = try await world.device("李娜")
    let file = try Self.file(code: "FOR_NEW", version: 1)
    let list = try await add(file, at: world)
    #expect(list.forms.contains { $0.code == "FOR_NEW" && $0.hash != nil })
    _ = try await Operations.importInventory.call(
      InventoryImport(
        objects: [
          InventoryObject(
            objectCode: "T-1", hazard: .forestGrasslandFire, forms: ["FOR_NEW"], name: "测试",
            townCode: "130205100", longitude: nil, latitude: nil, shouldSurvey: true,
            excludeReason: nil)
        ], reason: "", isTrial: false), at: world.coordinator)

    try await world.sync(device)
    let forms = try device.store.forms(beside: world.forms).catalogue
    let form = try forms.require("FOR_NEW")
    let filling = CensusWorld.Device(store: device.store, token: device.token, form: form)
    let entries = try filling.record(try SampleData.fireSources(1))
    let report = try await world.sync(device)

    #expect(report.answered == ["accepted": 1])
    let entry = try #require(entries.first)
    #expect(try device.store.entry(entry).row.form == "FOR_NEW")
    #expect(try await world.entries().map(\.form) == ["FOR_NEW"])
    #expect(try world.hub.recount().isEmpty)
  }

  @Test func `old entries keep their version beside a further one`() async throws {
    let world = try CensusWorld()
    let device = try await world.device("李娜")
    let contents = try SampleData.fireSources(2)
    let old = try device.record([contents[0]])
    try await world.sync(device)
    try await add(try Self.file(version: 3), at: world)
    try await world.sync(device)
    let newest = try device.store.forms(beside: world.forms).catalogue.require("FOR_FIRESOURCE")
    #expect(newest.version == 3)
    let further = CensusWorld.Device(store: device.store, token: device.token, form: newest)
    let new = try further.record([contents[1]])
    let report = try await world.sync(device)
    #expect(report.answered == ["accepted": 1])
    let versions = try (old + new).map { try device.store.entry($0).row.formVersion }
    #expect(versions == [2, 3])
  }

  @Test func `a version that the central does not know is kept in quarantine`() async throws {
    let world = try CensusWorld()
    let device = try await world.device("李娜")
    let form = try #require(
      FormLoader.load(Array(try Self.file(version: 9).utf8)).form, "the sample is not sound")
    let ahead = CensusWorld.Device(store: device.store, token: device.token, form: form)
    try ahead.record(try SampleData.fireSources(1))
    let report = try await world.sync(device)
    #expect(report.answered == ["rejected": 1])
  }

  @Test func `a version is never replaced, and the same file again changes nothing`()
    async throws
  {
    let world = try CensusWorld()
    let file = try Self.file(version: 3)
    let first = try await add(file, at: world)
    let again = try await add("  " + file, at: world)
    #expect(first.forms.map(\.hash) == again.forms.map(\.hash))
    for other in [file.replacing("{", with: "{ ", maxReplacements: 1), try Self.file(version: 1)] {
      let error = await #expect(throws: CensusError.self) { try await add(other, at: world) }
      #expect(error?.code == .conflict)
    }
    let bad = await #expect(throws: CensusError.self) { try await add("{}", at: world) }
    #expect(bad?.code == .invalidData)
  }

  @Test func `the file's bytes arrive as they were, and a central opened anew judges by them`()
    async throws
  {
    let folder = NSTemporaryDirectory() + "hazcensus-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let district = try #require(RegionCode("130205"))
    let file = try Self.file(version: 3)
    do {
      let hub = try Hub.create(folder: folder, district: district, districtName: "开平区")
      _ = try await Operations.addForm.call(
        FormUpload(schema: file), at: LocalCentral(hub: hub, caller: .localAdministrator))
    }
    let hub = try Hub.open(folder: folder, forms: FormCatalogue.builtIn())
    #expect(try hub.forms.newest("FOR_FIRESOURCE")?.version == 3)
    let central = LocalCentral(hub: hub, caller: .localAdministrator)
    let device = UniqueID(high: 1, low: 1)
    _ = try await Operations.addDevice.call(
      DeviceEnrolment(device: device, surveyor: "李娜", region: district), at: central)
    let page = try hub.changes(for: try hub.identity(of: device), after: 0)
    let read = try ChangePage.decode(try page.encoded())
    guard case .form(let form)? = read.changes.first?.kind else {
      Issue.record("no form was announced")
      return
    }
    let trimmed = file.trimmingCharacters(in: .whitespacesAndNewlines)
    #expect(String(decoding: form.schema, as: UTF8.self) == trimmed)
    #expect(read == page)
  }
}
