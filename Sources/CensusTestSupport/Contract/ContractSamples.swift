import CensusAPI
import CensusDomain
import CensusHub

/// Records for the contract's checks; nothing in them means anything.
enum ContractSamples {
  static let noon = Timestamp(milliseconds: 1_630_000_000_000)
  static let form = "FOR_FIRESOURCE"
  static let town = "130205103"

  static func id(_ number: Int) -> UniqueID { UniqueID(high: 7, low: UInt64(number)) }

  static func hash(_ text: String) -> ContentHash { ContentHash.sha256(of: Array(text.utf8)) }

  static func region(_ digits: String) throws -> RegionCode {
    guard let region = RegionCode(digits) else { throw ContractBreach(description: digits) }
    return region
  }

  static func day(_ text: String) throws -> CivilDate {
    guard let day = CivilDate(text) else { throw ContractBreach(description: text) }
    return day
  }

  /// Enrols the devices 1 to `count`.
  static func enrol(_ count: Int, in records: any CentralTransaction) throws {
    for number in 1...count {
      try records.devices.add(
        DeviceIdentity(
          id: id(number), surveyor: "surveyor \(number)", region: try region("130205")),
        tokenHash: hash("token \(number)"), at: noon)
    }
  }

  /// The record of the device's revision of this sequence.
  static func record(_ device: Int, _ sequence: Int64) -> [UInt8] {
    Array("{\"device\":\(device),\"sequence\":\(sequence)}".utf8)
  }

  static func revision(
    _ device: Int, _ sequence: Int64, entry: UniqueID? = nil, number: Int = 1,
    disposition: Disposition = .accepted, object: String = "A", town: String = town,
    receivedAt: Timestamp = noon
  ) -> StoredRevision {
    StoredRevision(
      device: id(device), sequence: sequence,
      entry: entry ?? id(1_000_000 * device + Int(sequence)), number: number,
      parent: number == 1 ? nil : hash("parent"),
      hash: ContentHash.sha256(of: record(device, sequence)), disposition: disposition,
      author: "surveyor \(device)", form: form, object: object, town: town,
      receivedAt: receivedAt)
  }

  /// Adds the revision with its record and gives its cursor.
  @discardableResult
  static func add(
    _ revision: StoredRevision, of device: Int, in records: any CentralTransaction
  ) throws -> Int64 {
    try record(device, revision.sequence).withUnsafeBytes { bytes in
      try records.revisions.add(revision, record: bytes)
    }
  }

  /// The entry whose standing revision is `revision`.
  static func entry(
    _ revision: StoredRevision, at cursor: Int64, standing: EntryStanding = .received,
    isListed: Bool = false
  ) -> StoredEntry {
    StoredEntry(
      id: revision.entry, form: revision.form, subject: .hazard(.forestGrasslandFire),
      object: revision.object, town: revision.town, author: revision.author,
      headCursor: cursor, headHash: revision.hash, number: revision.number, standing: standing,
      isListed: isListed, receivedAt: revision.receivedAt)
  }

  static func review(
    _ number: Int, of revision: StoredRevision, _ verdict: ReviewVerdict, at: Timestamp = noon
  ) -> ReviewRecord {
    ReviewRecord(
      id: id(9_000_000 + number), entry: revision.entry, revision: revision.hash,
      level: .county, verdict: verdict, comment: "核对",
      fields: [
        FieldComment(pointer: "/name", comment: "“\(number)”")
      ], reviewer: "王芳", at: at.milliseconds)
  }

  static func version(_ number: Int, at: Timestamp = noon) -> InventoryVersion {
    InventoryVersion(
      number: number, frozenAt: at, reason: "第 \(number) 版", added: 0, removed: 0, changed: 0,
      hash: hash("version \(number)"), hazards: [])
  }

  static func object(
    _ code: String, town: String = town, forms: [String] = [form], shouldSurvey: Bool = true
  ) -> InventoryObject {
    InventoryObject(
      objectCode: code, hazard: .forestGrasslandFire, forms: forms, name: "对象 \(code)",
      townCode: town, longitude: 118.25, latitude: nil, shouldSurvey: shouldSurvey,
      excludeReason: shouldSurvey ? nil : "已拆除")
  }
}
