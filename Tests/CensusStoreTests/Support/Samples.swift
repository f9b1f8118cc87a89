import CensusDomain
import CensusForms
import CensusJSON
import CensusStore
import Foundation
import Testing

/// A clock that stands still on a day after the youngest sample.
struct FixedClock: WallClock {
  func now() -> Timestamp { Timestamp(milliseconds: 1_638_288_000_000) }
}

enum Samples {
  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  static func path(_ name: String) -> String {
    root.appending(path: "SampleData/" + name).path(percentEncoded: false)
  }

  /// Loaded once, because some tests ask for thousands.
  private static let builtIn = FormCatalogue.builtIn()

  static func catalogue() -> FormCatalogue { builtIn }

  static func form(_ code: String = "MET_RAIN") throws -> Form {
    try #require(try catalogue().newest(code))
  }

  static func district() throws -> RegionCode { try #require(RegionCode("130205")) }

  static func create(
    _ folder: TemporaryFolder?, clock: any WallClock = FixedClock(),
    identifiers: IdentifierSource = .system
  ) throws -> DeviceStore {
    try DeviceStore.create(
      folder: folder?.path ?? "", district: district(), surveyor: "李娜", clock: clock,
      identifiers: identifiers)
  }

  /// A valid rainstorm entry for some object; objects with other numbers are of other stations.
  static func rain(_ objectCode: String = "130205-QX-9001") throws -> JSONObject {
    var object = try firstRain.get()
    object["objectCode"] = .string(objectCode)
    object["stationId"] = .string(station(objectCode))
    return object
  }

  /// The station of an object's process: five digits, the last of the object's own.
  static func station(_ objectCode: String) -> String {
    let digits = objectCode.filter(\.isNumber).suffix(5)
    return String(repeating: "0", count: 5 - digits.count) + digits
  }

  /// Read once, because some tests ask for thousands.
  private static let firstRain = Result {
    let text = try String(contentsOfFile: path("devices/b/entries-b.ndjson"), encoding: .utf8)
    let line = try #require(text.split(separator: "\n").first { $0.contains("130205-QX-0001") })
    return try #require(try JSONValue.parse(String(line))[member: "content"]?.object)
  }

  static func content(_ object: JSONObject) throws -> EntryContent {
    try EntryContent(json: JSONValue.object(object).encodedBytes)
  }
}

extension DeviceStore {
  /// Begins an entry and makes it final; the content must be in order.
  @discardableResult
  func finalized(
    _ objectCode: String, change: (inout JSONObject) -> Void = { _ in }
  ) throws -> (entry: UniqueID, hash: ContentHash) {
    var object = try Samples.rain(objectCode)
    change(&object)
    let form = try Samples.form()
    let entry = try newDraft(form: form, content: Samples.content(object))
    return (entry, try revise(entry))
  }

  /// Makes the working copy final.
  func revise(_ entry: UniqueID) throws -> ContentHash {
    let outcome = try finalize(entry, form: Samples.form(), reasons: [:])
    guard case .finalized(let hash, _) = outcome else {
      throw CensusError(.invalidData, zh: "未能定稿：\(outcome)", en: "Not final: \(outcome)")
    }
    return hash
  }

  /// The points of an examination that are not as they should be.
  func unsound() throws -> [String] { try examine().filter { !$0.isSound }.map(\.name) }

  func state(_ entry: UniqueID) throws -> EntryState { try self.entry(entry).row.state }
}
