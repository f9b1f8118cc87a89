import CensusDomain
import CensusHub
import Foundation
import GRDB

/// The table `batch`.
struct BatchTable: BatchRecords {
  private let db: Database

  init(_ db: Database) { self.db = db }

  func find(_ key: UniqueID, of device: UniqueID) throws -> StoredBatch? {
    guard
      let row = try Row.fetchOne(
        db, sql: "SELECT digest, receipt, receivedAt FROM batch WHERE device = ? AND key = ?",
        arguments: [device.data, key.data])
    else { return nil }
    return StoredBatch(
      device: device, key: key, digest: try row.hash("digest"),
      receipt: Array(row["receipt"] as Data),
      receivedAt: Timestamp(milliseconds: row["receivedAt"]))
  }

  func add(_ batch: StoredBatch) throws {
    let seal = batch.digest.withUnsafeBytes { digest in
      batch.receipt.withUnsafeBytes { receipt in
        BatchSeal.of(
          digest: digest, receivedAt: batch.receivedAt.milliseconds, receipt: receipt)
      }
    }
    try db.execute(
      sql: """
        INSERT INTO batch (device, key, digest, receipt, receivedAt, seal) VALUES (?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        batch.device.data, batch.key.data, batch.digest.data, Data(batch.receipt),
        batch.receivedAt.milliseconds, seal.data,
      ])
  }
}
