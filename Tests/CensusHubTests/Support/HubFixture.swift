import CensusAPI
import CensusCentralSQLite
import CensusDomain
import CensusForms
import CensusHub
import Foundation
import Testing

/// A central in memory with what tests do to it.
struct HubFixture {
  let hub: Hub
  let clock: TestClock
  let contents: SampleContents
  let local: LocalCentral
  static let district = "130205"
  /// Compiled once for all tests.
  private static let shared = Result {
    let forms = FormCatalogue.builtIn()
    let day = try #require(CivilDate("2026-01-01"))
    return (forms: forms, contents: try SampleContents(forms: forms, today: day), day: day)
  }

  init(folder: String? = nil) throws {
    let (forms, contents, day) = try Self.shared.get()
    self.contents = contents
    clock = TestClock(day: day)
    let district = try #require(RegionCode(Self.district))
    if let folder {
      hub = try Hub.create(
        folder: folder, district: district, districtName: "开平区", clock: clock)
    } else {
      hub = try Hub.inMemory(
        district: district, districtName: "开平区", parts: HubParts(forms: forms, clock: clock))
    }
    local = LocalCentral(hub: hub, caller: .localAdministrator)
  }

  /// Enrols a device and gives its pen and token.
  func device(
    _ surveyor: String, region: String = district
  ) async throws -> (pen: DevicePen, token: String) {
    let id = try #require(UniqueID(bytes: ContentHash.sha256(of: surveyor).bytes.prefix(16)))
    let region = try #require(RegionCode(region))
    let issued = try await Operations.addDevice.call(
      DeviceEnrolment(device: id, surveyor: surveyor, region: region), at: local)
    return (DevicePen(DeviceIdentity(id: id, surveyor: surveyor, region: region)), issued.token)
  }

  /// Sends lines as one batch and reads the receipt.
  @discardableResult
  func send(_ lines: [DevicePen.Line], by pen: DevicePen, key: UniqueID? = nil) throws -> Receipt {
    let bytes = try hub.receive(
      batch: key ?? Self.key(), body: DevicePen.body(lines), from: pen.identity)
    return try Receipt.decode(bytes)
  }

  static func key() -> UniqueID {
    var random = SystemRandomNumberGenerator()
    return UniqueID.version7(at: Timestamp(milliseconds: 1_700_000_000_000), using: &random)
  }

  static func object(
    _ code: String, forms: [String] = [SampleContents.fireSource],
    hazard: Hazard = .forestGrasslandFire, town: String = "130205103", shouldSurvey: Bool = true
  ) -> InventoryObject {
    InventoryObject(
      objectCode: code, hazard: hazard, forms: forms, name: "对象 \(code)", townCode: town,
      longitude: 118.2, latitude: 39.7, shouldSurvey: shouldSurvey,
      excludeReason: shouldSurvey ? nil : "1")
  }

  @discardableResult
  func freeze(_ objects: [InventoryObject], reason: String = "初次清查") async throws
    -> InventorySummary
  {
    try await Operations.importInventory.call(
      InventoryImport(objects: objects, reason: reason, isTrial: false), at: local)
  }

  @discardableResult
  func review(
    _ entries: [UniqueID], _ level: ReviewLevel, _ verdict: ReviewVerdict, comment: String = "请核对"
  ) async throws -> ReviewOutcome {
    try await Operations.review.call(
      ReviewRequest(
        entries: entries, level: level, verdict: verdict, comment: comment, fields: []),
      at: local)
  }

  /// The funnel of today's report: recorded, received, county passed, city passed.
  func funnel(asOf day: CivilDate? = nil) async throws -> [Int] {
    let document = try await Operations.report.call(
      ReportRequest(kind: .completion, asOf: day, format: .json, language: .en), at: local)
    struct Report: Decodable {
      struct Funnel: Decodable {
        let shouldSurvey, recorded, received, countyPassed, cityPassed: Int
      }
      let total: Funnel
    }
    let total = try OperationCoding.decode(Report.self, from: Array(document.text.utf8)).total
    return [
      total.shouldSurvey, total.recorded, total.received, total.countyPassed, total.cityPassed,
    ]
  }

  func detail(_ entry: UniqueID) async throws -> EntryDetail {
    try await Operations.showEntry.call(EntryReference(entry: entry), at: local)
  }
}

/// A folder of its own for `body`, gone afterwards.
func withFolder<Result>(_ body: (String) async throws -> Result) async throws -> Result {
  let folder = NSTemporaryDirectory() + "hazcensus-hub-\(UUID().uuidString)"
  defer { try? FileManager.default.removeItem(atPath: folder) }
  return try await body(folder)
}
