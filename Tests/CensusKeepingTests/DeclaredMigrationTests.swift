import CensusCentralSQLite
import Foundation
import GRDB
import Testing

/// The step that lays out anew what revisions declare.
@Suite("Declared attachments of earlier releases")
struct DeclaredMigrationTests {
  @Test("Each declaration stays with its revision, and so does whether its file came")
  func kept() throws {
    let queue = try DatabaseQueue()
    try HubSchema.migrator.migrate(queue, upTo: "13 bundles' heads")
    let (device, entry) = (blob(16, 1), blob(16, 2))
    let (first, second) = (blob(32, 9), blob(32, 3))
    let (photo, other) = (blob(32, 7), blob(32, 8))
    try queue.write { db in
      try db.execute(
        sql: """
          INSERT INTO device (id, surveyor, region, tokenHash, addedAt)
          VALUES (?, '李娜', '130205', ?, 1)
          """, arguments: [device, blob(32, 4)])
      for (number, hash) in [first, second].enumerated() {
        try db.execute(
          sql: """
            INSERT INTO revision (cursor, device, sequence, entry, number, hash, disposition, author,
              form, objectCode, townCode, receivedAt, record)
            VALUES (?, ?, ?, ?, ?, ?, 'accepted', '李娜', 'F', 'O', '130205100', 1, x'00')
            """,
          arguments: [number + 5, device, number + 1, entry, number + 1, hash])
      }
      for (hash, revision, arrivedAt) in [
        (photo, first, 77), (photo, second, 77), (other, second, nil),
      ] {
        try db.execute(
          sql:
            "INSERT INTO declaredAttachment (hash, entry, revision, arrivedAt) VALUES (?, ?, ?, ?)",
          arguments: [hash, entry, revision, arrivedAt])
      }
    }
    try HubSchema.migrator.migrate(queue)
    let rows = try queue.read { db in
      try Row.fetchAll(
        db, sql: "SELECT cursor, hash, arrivedAt FROM declaredAttachment ORDER BY cursor, hash")
    }
    let told = rows.map { row -> String in
      let hash: Data = row["hash"]
      return
        "\(row["cursor"] as Int) \(hash == photo ? "photo" : "other") \(row["arrivedAt"] as Int?)"
    }
    #expect(told == ["5 photo Optional(77)", "6 photo Optional(77)", "6 other nil"])
    let faults = try queue.read { db in try String.fetchAll(db, sql: "PRAGMA integrity_check") }
    #expect(faults == ["ok"])
  }

  private func blob(_ count: Int, _ byte: UInt8) -> Data { Data(repeating: byte, count: count) }
}
