import GRDB

/// What is known of the link to the central, kept between syncs.
public struct LinkState: Sendable, Hashable {
  /// The bounds of the next batch.
  public var bounds: BatchBounds
  /// Bytes a second as they travelled; nil before the first measurement.
  public var bytesPerSecond: Int64?
  /// Among which revisions one is sought that the central stumbles over; nil where it is content.
  public var suspects: Suspects?

  /// Makes a state.
  public init(bounds: BatchBounds, bytesPerSecond: Int64?, suspects: Suspects? = nil) {
    self.bounds = bounds
    self.bytesPerSecond = bytesPerSecond
    self.suspects = suspects
  }

  static func fetch(_ db: Database) throws -> LinkState? {
    let row = try Row.fetchOne(db, sql: "SELECT count, bytes, bytesPerSecond FROM link")
    return try row.map { row in
      LinkState(
        bounds: BatchBounds(count: row["count"], bytes: row["bytes"]),
        bytesPerSecond: row["bytesPerSecond"], suspects: try Suspects.fetch(db))
    }
  }

  func save(_ db: Database) throws {
    try db.execute(
      sql: """
        INSERT INTO link (one, count, bytes, bytesPerSecond) VALUES (1, ?, ?, ?)
        ON CONFLICT (one) DO UPDATE SET count = excluded.count, bytes = excluded.bytes,
          bytesPerSecond = excluded.bytesPerSecond
        """, arguments: [bounds.count, bounds.bytes, bytesPerSecond])
    try Suspects.save(suspects, db)
  }
}
