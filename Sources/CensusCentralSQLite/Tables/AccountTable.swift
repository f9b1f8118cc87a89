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
    return StoredAccount(
      name: row["name"], role: Role(rawValue: row["role"]) ?? .viewer,
      region: try row.region("region"), isRevoked: row["revokedAt"] as Int64? != nil)
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
