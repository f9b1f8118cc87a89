import CensusDomain
import Foundation
import GRDB

/// What lies in a device's store file, read past the program: a witness that shares none of its code.
struct DeviceWitness {
  /// A revision as it lies in the file.
  struct Revision {
    let entry: UniqueID
    let hash: ContentHash
    let sequence: Int64?
    let record: [UInt8]
  }

  let revisions: [Revision]
  /// The hash that stands for each entry that has one.
  let heads: [UniqueID: ContentHash]
  let drafts: [UniqueID: [UInt8]]
  /// The answers by sequence.
  let receipts: [Int64: String]
  let waiting: Set<Int64>
  /// What became of sequences that were made anew.
  let remade: [Int64: Int64]

  /// Reads a copy of the store's folder, which it may change.
  init(copy folder: String) throws {
    let queue = try DatabaseQueue(path: folder + "/device.sqlite")
    defer { try? queue.close() }
    (revisions, heads, drafts, receipts, waiting, remade) = try queue.read { db in
      let revisions = try Row.fetchAll(
        db, sql: "SELECT entry, hash, sequence, record FROM revision"
      )
      .compactMap { row -> Revision? in
        guard let entry = UniqueID(bytes: row["entry"] as Data),
          let hash = ContentHash(bytes: row["hash"] as Data)
        else { return nil }
        return Revision(
          entry: entry, hash: hash, sequence: row["sequence"],
          record: Array(row["record"] as Data))
      }
      var heads: [UniqueID: ContentHash] = [:]
      for row in try Row.fetchAll(
        db, sql: "SELECT entry.entry, hash FROM entry JOIN revision ON revision.id = entry.head")
      {
        if let id = UniqueID(bytes: row["entry"] as Data) {
          heads[id] = ContentHash(bytes: row["hash"] as Data)
        }
      }
      var drafts: [UniqueID: [UInt8]] = [:]
      for row in try Row.fetchAll(db, sql: "SELECT entry, CAST(content AS BLOB) AS c FROM draft") {
        if let id = UniqueID(bytes: row["entry"] as Data) { drafts[id] = Array(row["c"] as Data) }
      }
      var receipts: [Int64: String] = [:]
      for row in try Row.fetchAll(db, sql: "SELECT sequence, disposition FROM receipt") {
        receipts[row["sequence"]] = row["disposition"]
      }
      let waiting = Set(try Int64.fetchAll(db, sql: "SELECT sequence FROM outbox"))
      var remade: [Int64: Int64] = [:]
      for row in try Row.fetchAll(db, sql: "SELECT sequence, became FROM remade") {
        remade[row["sequence"]] = row["became"]
      }
      return (revisions, heads, drafts, receipts, waiting, remade)
    }
  }
}
