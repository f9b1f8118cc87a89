import CensusDomain
import Foundation
import GRDB

/// What lies in a central's store file, read past the program: a witness that shares none of its code.
struct CentralWitness {
  /// A place in a device's numbering.
  struct Place: Hashable {
    let device: UniqueID
    let sequence: Int64
  }

  /// A revision as it lies in the file; one in quarantine has the disposition `rejected`.
  struct Revision {
    let hash: ContentHash
    let disposition: String
    let town: String
    let record: [UInt8]
    /// The record is only the notice of one that its device could not deliver.
    let isVoid: Bool
  }

  /// Where an entry stands.
  struct Entry {
    let head: ContentHash
    let town: String
    let object: String
    let standing: String
  }

  let revisions: [(place: Place, revision: Revision)]
  let entries: [UniqueID: Entry]
  /// The last sequence held of each device.
  let lastSequences: [UniqueID: Int64]
  let auditHead: ContentHash

  /// Reads a copy of the store's folder, which it may change.
  init(copy folder: String) throws {
    let queue = try DatabaseQueue(path: folder + "/central.sqlite")
    defer { try? queue.close() }
    (revisions, entries, lastSequences, auditHead) = try queue.read { db in
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT device, sequence, hash, disposition, townCode, record, 0 AS isVoid FROM revision
          UNION ALL SELECT device, sequence, hash, 'rejected', '', record,
            instr(faults, '"rule":"void"') > 0 FROM quarantine
          ORDER BY device, sequence
          """)
      let revisions = rows.compactMap { row -> (place: Place, revision: Revision)? in
        guard let device = UniqueID(bytes: row["device"] as Data),
          let hash = ContentHash(bytes: row["hash"] as Data)
        else { return nil }
        return (
          Place(device: device, sequence: row["sequence"]),
          Revision(
            hash: hash, disposition: row["disposition"], town: row["townCode"],
            record: Array(row["record"] as Data), isVoid: row["isVoid"])
        )
      }
      var entries: [UniqueID: Entry] = [:]
      for row in try Row.fetchAll(
        db, sql: "SELECT id, headHash, townCode, objectCode, standing FROM entry")
      {
        guard let id = UniqueID(bytes: row["id"] as Data),
          let head = ContentHash(bytes: row["headHash"] as Data)
        else { continue }
        entries[id] = Entry(
          head: head, town: row["townCode"], object: row["objectCode"], standing: row["standing"])
      }
      var last: [UniqueID: Int64] = [:]
      for row in try Row.fetchAll(db, sql: "SELECT id, lastSequence FROM device") {
        if let id = UniqueID(bytes: row["id"] as Data) { last[id] = row["lastSequence"] }
      }
      let head = try Data.fetchOne(
        db, sql: "SELECT hash FROM auditEntry ORDER BY position DESC LIMIT 1")
      return (revisions, entries, last, head.flatMap { ContentHash(bytes: $0) } ?? .zero)
    }
  }
}
