import CensusAPI
import CensusDomain
import Foundation
import GRDB

/// The append-only log of a store: each row's hash covers the row before it.
public enum AuditTrail {
  /// The table, for a store's first migration; triggers refuse any change of a row.
  public static let schema = """
    CREATE TABLE auditEntry (
      position INTEGER PRIMARY KEY,
      at INTEGER NOT NULL,
      actor TEXT NOT NULL,
      device TEXT NOT NULL,
      action TEXT NOT NULL,
      subject TEXT NOT NULL,
      detail TEXT NOT NULL,
      previous BLOB NOT NULL CHECK (length(previous) = 32),
      hash BLOB NOT NULL UNIQUE CHECK (length(hash) = 32)
    ) STRICT;
    CREATE TRIGGER auditEntryIsNeverChanged BEFORE UPDATE ON auditEntry
      BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
    CREATE TRIGGER auditEntryIsNeverDeleted BEFORE DELETE ON auditEntry
      BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
    """

  /// One event: who did what to what, from which device.
  public struct Event: Sendable {
    /// Who did it.
    public var actor: String
    /// From which device; empty for the central itself.
    public var device: String
    /// What was done, such as `batch.received`.
    public var action: String
    /// To what: an identifier.
    public var subject: String
    /// Anything that explains it.
    public var detail: String

    /// Makes an event.
    public init(
      actor: String, device: String = "", action: String, subject: String, detail: String = ""
    ) {
      self.actor = actor
      self.device = device
      self.action = action
      self.subject = subject
      self.detail = detail
    }
  }

  /// Appends `event` inside the caller's transaction and returns the chain's new head.
  /// - Throws: `DatabaseError`.
  @discardableResult
  public static func append(
    _ db: Database, _ event: Event, at time: Timestamp
  ) throws -> ContentHash {
    let (position, previous) = try head(db)
    let next = position + 1
    let hash = link(previous, next, time, event)
    try db.cachedStatement(
      sql: """
        INSERT INTO auditEntry (position, at, actor, device, action, subject, detail, previous, hash)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(
      arguments: [
        next, time.milliseconds, event.actor, event.device, event.action, event.subject,
        event.detail, Data(previous.bytes), Data(hash.bytes),
      ])
    return hash
  }

  /// The last position and hash; zero where nothing is logged yet.
  /// - Throws: `DatabaseError`.
  public static func head(_ db: Database) throws -> (position: Int64, hash: ContentHash) {
    let row = try Row.fetchOne(
      db.cachedStatement(
        sql: "SELECT position, hash FROM auditEntry ORDER BY position DESC LIMIT 1"))
    guard let row, let hash = ContentHash(bytes: row["hash"] as Data) else { return (0, .zero) }
    return (row["position"], hash)
  }

  /// The first position at which the chain does not hold; nil where it is whole.
  /// - Throws: `DatabaseError`.
  public static func firstBreak(_ db: Database) throws -> Int64? {
    var previous = ContentHash.zero
    var expected: Int64 = 1
    // By a hot statement, and by the columns' names: a damaged store has to be told, whatever its
    // values or its schema have become.
    let row = try HotStatement(
      db,
      """
      SELECT position, at, actor, device, action, subject, detail, previous, hash
      FROM auditEntry ORDER BY position
      """)
    while try row.step() {
      let position = row.integer(0)
      let event = Event(
        actor: row.text(2), device: row.text(3), action: row.text(4), subject: row.text(5),
        detail: row.text(6))
      let hash = link(previous, position, Timestamp(milliseconds: row.integer(1)), event)
      guard position == expected, row.hash(8) == hash, row.hash(7) == previous
      else { return expected }
      previous = hash
      expected += 1
    }
    return nil
  }

  private static func link(
    _ previous: ContentHash, _ position: Int64, _ time: Timestamp, _ event: Event
  ) -> ContentHash {
    AuditLink.hash(
      after: previous, position: position, at: time,
      event: [event.actor, event.device, event.action, event.subject, event.detail])
  }
}
