import CensusDomain
import Foundation
import GRDB

/// Who a device is; made once by `init` and never changed.
public struct DeviceIdentity: Sendable, Hashable, Codable {
  /// The device's identifier.
  public let device: UniqueID
  /// The district, six digits.
  public let district: RegionCode
  /// The surveyor who carries it.
  public let surveyor: String

  static func fetch(_ db: Database) throws -> DeviceIdentity? {
    let row = try Row.fetchOne(db, sql: "SELECT id, district, surveyor FROM device")
    guard let row, let id = UniqueID(bytes: row["id"] as Data),
      let district = RegionCode(row["district"])
    else { return nil }
    return DeviceIdentity(device: id, district: district, surveyor: row["surveyor"])
  }

  func insert(_ db: Database, at now: Timestamp) throws {
    try db.execute(
      sql: "INSERT INTO device (one, id, district, surveyor, createdAt) VALUES (1, ?, ?, ?, ?)",
      arguments: [Data(device.bytes), district.digits, surveyor, now.milliseconds])
  }
}
