import CensusDomain
import Foundation
import GRDB

/// Who a device is; made by `init`, and once more by each `device rejoin`.
public struct DeviceIdentity: Sendable, Hashable, Codable {
  /// The device's identifier.
  public let device: UniqueID
  /// The district, six digits.
  public let district: RegionCode
  /// The surveyor who carries it.
  public let surveyor: String

  static func fetch(_ db: Database) throws -> DeviceIdentity? {
    let row = try Row.fetchOne(db, sql: "SELECT id, district, surveyor FROM device")
    guard let row else { return nil }
    // Where the file was damaged a value may be of another kind.
    guard let bytes = Data.fromDatabaseValue(row[0]), let id = UniqueID(bytes: bytes),
      let digits = String.fromDatabaseValue(row[1]), let district = RegionCode(digits),
      let surveyor = String.fromDatabaseValue(row[2])
    else { throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "the device's own row") }
    return DeviceIdentity(device: id, district: district, surveyor: surveyor)
  }

  func insert(_ db: Database, at now: Timestamp) throws {
    try db.execute(
      sql: "INSERT INTO device (one, id, district, surveyor, createdAt) VALUES (1, ?, ?, ?, ?)",
      arguments: [Data(device.bytes), district.digits, surveyor, now.milliseconds])
  }
}
