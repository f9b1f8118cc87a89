import CensusBundles
import CensusDomain
import CensusHub
import Foundation
import GRDB

/// The tables `bundle` and `bundleKey`.
struct BundleTable: BundleRecords {
  private let db: Database

  init(_ db: Database) { self.db = db }

  func secrets() throws -> BundleSecrets? {
    try Row.fetchOne(db, sql: "SELECT signing, sealing FROM bundleKey").map { row in
      BundleSecrets(signing: Array(row["signing"] as Data), sealing: Array(row["sealing"] as Data))
    }
  }

  func keep(_ secrets: BundleSecrets) throws {
    try db.execute(
      sql: "INSERT INTO bundleKey (one, signing, sealing) VALUES (1, ?, ?)",
      arguments: [Data(secrets.signing), Data(secrets.sealing)])
  }

  func contains(_ id: UniqueID, of device: UniqueID) throws -> Bool {
    try Row.fetchOne(
      db, sql: "SELECT 1 FROM bundle WHERE device = ? AND id = ?",
      arguments: [device.data, id.data]) != nil
  }

  func add(_ bundle: TakenBundle) throws {
    try db.execute(
      sql: """
        INSERT INTO bundle (id, device, takenAt, answered, cursor, inventory, head)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        bundle.id.data, bundle.device.data, bundle.takenAt.milliseconds, bundle.reached.answered,
        bundle.reached.cursor, bundle.reached.inventory, bundle.reached.head?.data,
      ])
  }

  func last(of device: UniqueID) throws -> TakenBundle? {
    let row = try Row.fetchOne(
      db, sql: "SELECT * FROM bundle WHERE device = ? ORDER BY number DESC LIMIT 1",
      arguments: [device.data])
    return try row.map { row in
      TakenBundle(
        id: try row.id("id"), device: device,
        takenAt: Timestamp(milliseconds: row["takenAt"]),
        reached: BundleManifest.Reached(
          answered: row["answered"], cursor: row["cursor"], inventory: row["inventory"],
          head: (row["head"] as Data?).flatMap { ContentHash(bytes: $0) }))
    }
  }
}
