import CensusAPI
import CensusDomain
import CensusSQLite
import Foundation
import GRDB
import Testing

@Suite("The audit trail")
struct AuditTrailTests {
  private static let length = 6

  /// A trail of six events in memory whose triggers are gone, as a forger would have it.
  private func openTrail() throws -> DatabaseQueue {
    let queue = try TrialStore.open(nil)
    try TrialStore.log(Self.length, in: queue)
    try queue.write { db in
      try db.execute(sql: "DROP TRIGGER auditEntryIsNeverChanged")
      try db.execute(sql: "DROP TRIGGER auditEntryIsNeverDeleted")
    }
    return queue
  }

  private func firstBreak(_ queue: DatabaseQueue) throws -> Int64? {
    try queue.read { try AuditTrail.firstBreak($0) }
  }

  @Test("A trail that nobody touched is whole, an empty one too")
  func whole() throws {
    #expect(try firstBreak(openTrail()) == nil)
    #expect(try firstBreak(TrialStore.open(nil)) == nil)
    let head = try TrialStore.open(nil).read { try AuditTrail.head($0) }
    #expect(head.position == 0)
    #expect(head.hash == .zero)
  }

  static let edits = [
    "at = at + 1", "actor = '李娜'", "device = 'e'", "action = 'approved'", "subject = ''",
    "detail = 'y'", "previous = zeroblob(32)", "hash = randomblob(32)",
    // Letters moved from one column to the next keep the joined text.
    "action = 'teste', subject = 'd' || subject",
  ]

  @Test("An edit of any column of any row shows at that row", arguments: edits, 1...length)
  func edited(_ change: String, _ position: Int) throws {
    let queue = try openTrail()
    try queue.write { db in
      try db.execute(
        sql: "UPDATE auditEntry SET \(change) WHERE position = ?", arguments: [position])
    }
    // The first row's predecessor is zero, so that one edit changes nothing there.
    let isSame = change.hasPrefix("previous") && position == 1
    #expect(try firstBreak(queue) == (isSame ? nil : Int64(position)))
  }

  @Test("A row rewritten with a hash that fits it shows at the next row", arguments: 1..<length)
  func rewritten(_ position: Int) throws {
    let queue = try openTrail()
    try queue.write { db in
      let row = try #require(
        try Row.fetchOne(
          db, sql: "SELECT * FROM auditEntry WHERE position = ?", arguments: [position]))
      let previous = try #require(ContentHash(bytes: row["previous"] as Data))
      let hash = AuditLink.hash(
        after: previous, position: Int64(position), at: Timestamp(milliseconds: row["at"]),
        event: [row["actor"], row["device"], row["action"], row["subject"], "forged"])
      try db.execute(
        sql: "UPDATE auditEntry SET detail = 'forged', hash = ? WHERE position = ?",
        arguments: [Data(hash.bytes), position])
      try db.execute(
        sql: "UPDATE auditEntry SET previous = ? WHERE position = ?",
        arguments: [Data(hash.bytes), position + 1])
    }
    // Its own hash is right, but the next one covers the one that was there before.
    #expect(try firstBreak(queue) == Int64(position + 1))
  }

  @Test("A deleted row shows, with the rest moved up or not", arguments: 1..<length, [true, false])
  func deleted(_ position: Int, _ movesUp: Bool) throws {
    let queue = try openTrail()
    try queue.write { db in
      try db.execute(sql: "DELETE FROM auditEntry WHERE position = ?", arguments: [position])
      guard movesUp else { return }
      for later in position + 1...Self.length {
        try db.execute(
          sql: "UPDATE auditEntry SET position = position - 1 WHERE position = ?",
          arguments: [later])
      }
    }
    #expect(try firstBreak(queue) == Int64(position))
  }

  @Test("Two rows that changed places show", arguments: 1..<length)
  func reordered(_ position: Int) throws {
    let queue = try openTrail()
    try queue.write { db in
      for (from, to) in [(position, 99), (position + 1, position), (99, position + 1)] {
        try db.execute(
          sql: "UPDATE auditEntry SET position = ? WHERE position = ?", arguments: [to, from])
      }
    }
    #expect(try firstBreak(queue) == Int64(position))
  }

  @Test("A row that was slipped in shows")
  func inserted() throws {
    let queue = try openTrail()
    try queue.write { db in
      try db.execute(
        sql: """
          INSERT INTO auditEntry
          SELECT position + 1, at, actor, device, action, subject, detail, hash, randomblob(32)
          FROM auditEntry WHERE position = 6
          """)
    }
    #expect(try firstBreak(queue) == 7)
  }

  @Test("Rows cut from the end leave a whole trail, but another head than the one that was noted")
  func cutEnd() throws {
    let queue = try openTrail()
    let noted = try queue.read { try AuditTrail.head($0).hash }
    try queue.write { try $0.execute(sql: "DELETE FROM auditEntry WHERE position = 6") }
    #expect(try firstBreak(queue) == nil)
    #expect(try queue.read { try AuditTrail.head($0).hash } != noted)
  }

  @Test(
    "The triggers refuse to change, replace or delete a row",
    arguments: [
      "UPDATE auditEntry SET detail = ''", "UPDATE auditEntry SET position = 9 WHERE position = 1",
      "DELETE FROM auditEntry", "DELETE FROM auditEntry WHERE position = 6",
    ])
  func triggers(_ sql: String) throws {
    let queue = try TrialStore.open(nil)
    try TrialStore.log(Self.length, in: queue)
    let error = try #require(throws: DatabaseError.self) {
      try queue.write { try $0.execute(sql: sql) }
    }
    #expect(error.message == "the audit log is append-only")
    #expect(try queue.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM auditEntry") } == 6)
    #expect(try firstBreak(queue) == nil)
  }

  @Test("An event is logged only if its transaction is committed")
  func rollback() throws {
    let queue = try TrialStore.open(nil)
    try TrialStore.log(1, in: queue)
    #expect(throws: CensusError.self) {
      try queue.commit(at: "trial") { db in
        try AuditTrail.append(
          db, AuditTrail.Event(actor: "a", action: "b", subject: "c"),
          at: Timestamp(milliseconds: 0))
        throw CensusError(.conflict, zh: "否", en: "No")
      }
    }
    #expect(try queue.read { try AuditTrail.head($0).position } == 1)
  }
}
