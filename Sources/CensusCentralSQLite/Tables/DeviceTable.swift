import CensusDomain
import CensusHub
import Foundation
import GRDB

/// The table `device`.
struct DeviceTable: DeviceRecords {
  private let db: Database

  init(_ db: Database) { self.db = db }

  func find(_ id: UniqueID) throws -> EnrolledDevice? {
    let row = try Row.fetchOne(
      db.cachedStatement(sql: "SELECT * FROM device WHERE id = ?"), arguments: [id.data])
    return try row.map { try EnrolledDevice($0) }
  }

  func find(tokenHash: ContentHash) throws -> EnrolledDevice? {
    let row = try Row.fetchOne(
      db.cachedStatement(sql: "SELECT * FROM device WHERE tokenHash = ?"),
      arguments: [tokenHash.data])
    return try row.map { try EnrolledDevice($0) }
  }

  func tokenHash(of id: UniqueID) throws -> ContentHash? {
    let row = try Row.fetchOne(
      db, sql: "SELECT tokenHash FROM device WHERE id = ?", arguments: [id.data])
    return try row.map { try $0.hash("tokenHash") }
  }

  func list(within region: RegionCode?) throws -> [EnrolledDevice] {
    let range = RegionRange(region)
    return try Row.fetchAll(
      db,
      sql: """
        SELECT * FROM device WHERE region >= ? AND region < ? AND isDesk = 0
        ORDER BY surveyor, addedAt, id
        """,
      arguments: [range.from, range.below]
    ).map { try EnrolledDevice($0) }
  }

  func add(_ device: DeviceIdentity, tokenHash: ContentHash, at time: Timestamp) throws {
    try db.execute(
      sql: """
        INSERT INTO device (id, surveyor, region, tokenHash, addedAt, isRelay)
        VALUES (?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        device.id.data, device.surveyor, device.region.digits, tokenHash.data, time.milliseconds,
        device.isRelay,
      ])
  }

  func addDesk(_ desk: DeviceIdentity, tokenHash: ContentHash, at time: Timestamp) throws {
    try add(desk, tokenHash: tokenHash, at: time)
    try db.execute(sql: "UPDATE device SET isDesk = 1 WHERE id = ?", arguments: [desk.id.data])
  }

  func revoke(_ id: UniqueID, at time: Timestamp) throws {
    try db.execute(
      sql: "UPDATE device SET revokedAt = ? WHERE id = ?",
      arguments: [time.milliseconds, id.data])
  }

  func renew(_ id: UniqueID, tokenHash: ContentHash) throws {
    try db.execute(
      sql: """
        UPDATE device SET tokenHash = ?, revokedAt = NULL WHERE id = ? AND revokedAt IS NOT NULL
        """,
      arguments: [tokenHash.data, id.data])
  }

  func note(_ declaration: StoredDeclaration, of id: UniqueID) throws {
    try db.execute(
      sql: """
        UPDATE device SET programVersion = ?, clockSkew = ?, unsent = ?, declaredAt = ? WHERE id = ?
        """,
      arguments: [
        declaration.programVersion, declaration.clockSkew, declaration.unsent,
        declaration.at.milliseconds, id.data,
      ])
  }

  func note(_ id: UniqueID, rejoinedFrom former: UniqueID) throws {
    try db.execute(
      sql: "UPDATE device SET rejoinedFrom = ? WHERE id = ?", arguments: [former.data, id.data])
  }

  func successors(of id: UniqueID) throws -> [EnrolledDevice] {
    try Row.fetchAll(
      db, sql: "SELECT * FROM device WHERE rejoinedFrom = ? ORDER BY addedAt, id",
      arguments: [id.data]
    ).map { try EnrolledDevice($0) }
  }

  func begin(_ id: UniqueID, after sequence: Int64) throws {
    try db.execute(
      sql: """
        UPDATE device SET lastSequence = ?2 WHERE id = ?1 AND lastHash IS NULL AND lastSequence < ?2
        """,
      arguments: [id.data, sequence])
  }

  func advance(
    _ id: UniqueID, to sequence: Int64, hash: ContentHash?, at time: Timestamp
  ) throws {
    try db.execute(
      sql: "UPDATE device SET lastSequence = ?, lastHash = ?, lastSeen = ? WHERE id = ?",
      arguments: [sequence, hash?.data, time.milliseconds, id.data])
  }
}

extension EnrolledDevice {
  /// Reads a row of `device`.
  init(_ row: Row) throws {
    self.init(
      identity: DeviceIdentity(
        id: try row.id("id"), surveyor: row["surveyor"], region: try row.region("region"),
        isRelay: row["isRelay"]),
      lastSequence: row["lastSequence"],
      lastHash: (row["lastHash"] as Data?).flatMap { ContentHash(bytes: $0) },
      lastSeen: (row["lastSeen"] as Int64?).map { Timestamp(milliseconds: $0) },
      isRevoked: row["revokedAt"] as Int64? != nil,
      rejoinedFrom: (row["rejoinedFrom"] as Data?).flatMap { UniqueID(bytes: $0) },
      declared: StoredDeclaration(row))
  }
}

extension StoredDeclaration {
  /// Reads a row of `device`; nil where the device declared nothing yet.
  init?(_ row: Row) {
    guard let at = row["declaredAt"] as Int64? else { return nil }
    self.init(
      programVersion: row["programVersion"] ?? "", clockSkew: row["clockSkew"] ?? 0,
      unsent: row["unsent"] ?? 0, at: Timestamp(milliseconds: at))
  }
}
