import CensusDomain
import CensusHub
import GRDB

/// The table `account`.
struct AccountTable: AccountRecords {
  private let db: Database

  init(_ db: Database) { self.db = db }

  func contains(_ name: String) throws -> Bool {
    try Bool.fetchOne(
      db, sql: "SELECT EXISTS (SELECT 1 FROM account WHERE name = ?)", arguments: [name]) ?? false
  }

  func find(tokenHash: ContentHash) throws -> StoredAccount? {
    guard
      let row = try Row.fetchOne(
        db, sql: "SELECT * FROM account WHERE tokenHash = ?", arguments: [tokenHash.data])
    else { return nil }
    return try StoredAccount(row)
  }

  func list(within region: RegionCode?) throws -> [StoredAccount] {
    let range = RegionRange(region)
    return try Row.fetchAll(
      db, sql: "SELECT * FROM account WHERE region >= ? AND region < ? ORDER BY name",
      arguments: [range.from, range.below]
    ).map { try StoredAccount($0) }
  }

  func revoke(_ name: String, at time: Timestamp) throws {
    try db.execute(
      sql: "UPDATE account SET revokedAt = ? WHERE name = ? AND revokedAt IS NULL",
      arguments: [time.milliseconds, name])
  }

  func add(_ account: StoredAccount, tokenHash: ContentHash, at time: Timestamp) throws {
    try db.execute(
      sql: "INSERT INTO account (name, role, region, tokenHash, addedAt) VALUES (?, ?, ?, ?, ?)",
      arguments: [
        account.name, account.role.rawValue, account.region.digits, tokenHash.data,
        time.milliseconds,
      ])
  }
}

extension StoredAccount {
  /// Reads a row of `account`.
  init(_ row: Row) throws {
    self.init(
      name: row["name"], role: Role(rawValue: row["role"]) ?? .viewer,
      region: try row.region("region"), isRevoked: row["revokedAt"] as Int64? != nil)
  }
}
