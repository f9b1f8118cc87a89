import CensusAPI
import CensusDomain
import CensusSQLite
import Foundation
import GRDB

extension DeviceStore {
  /// How many revisions wait for the central's answer, and how many bytes they have.
  ///
  /// - Throws: ``CensusError`` if the store cannot be read.
  public func unsent() throws(CensusError) -> (count: Int, bytes: Int) {
    try read { db in
      let row = try Row.fetchOne(
        db,
        sql: """
          SELECT count(*) AS count, coalesce(sum(length(record)), 0) AS bytes
          FROM outbox JOIN revision USING (sequence)
          """)
      return (row?["count"] ?? 0, row?["bytes"] ?? 0)
    }
  }

  /// The first own sequence without an answer; nil where every one was answered for.
  ///
  /// - Throws: ``CensusError`` if the store cannot be read.
  public func firstUnanswered() throws(CensusError) -> Int64? {
    try read { db in try Int64.fetchOne(db, sql: "SELECT min(sequence) FROM outbox") }
  }

  /// What the last sync learnt of the link; nil before the first.
  ///
  /// - Throws: ``CensusError`` if the store cannot be read.
  public func link() throws(CensusError) -> LinkState? {
    try read { db in try LinkState.fetch(db) }
  }

  /// The batch that was begun and not answered, with its key and its revisions; nil if there is none.
  ///
  /// A repeat of it bears the same key, so the central gives the same answer.
  /// - Throws: ``CensusError`` if the store cannot be read.
  public func openBatch() throws(CensusError) -> OutgoingBatch? {
    try read { db in
      let open = try Row.fetchOne(db, sql: "SELECT key, firstSequence, lastSequence FROM batch")
      guard let open, let key = UniqueID(bytes: open["key"] as Data) else { return nil }
      let lines = try lines(
        db, from: open["firstSequence"], to: open["lastSequence"],
        bounds: BatchBounds(count: .max, bytes: .max))
      return lines.items.isEmpty
        ? nil : OutgoingBatch(key: key, items: lines.items, body: lines.body)
    }
  }

  /// Lays out the unsent revisions after `sequence` as a batch; nil where nothing waits.
  ///
  /// In place of a record that does not agree with its hash any more stands a ``VoidLine``, and so in
  /// place of those that `setAside` names, each with the words for why.
  /// - Throws: ``CensusError`` if the store cannot be read.
  public func prepareBatch(
    after sequence: Int64, _ bounds: BatchBounds, setAside: [Int64: String] = [:]
  ) throws(CensusError) -> OutgoingBatch? {
    let key = identifiers.next(at: clock.now())
    return try read { db in
      let lines = try lines(
        db, from: sequence + 1, to: .max, bounds: bounds, setAside: setAside)
      return lines.items.isEmpty
        ? nil : OutgoingBatch(key: key, items: lines.items, body: lines.body)
    }
  }

  /// Puts a batch's key on the disk; must return before the first byte of it is sent.
  ///
  /// - Parameter link: what is known of the link by now; goes with the key, at no write of its own.
  /// - Throws: ``CensusError`` if the store cannot be written.
  public func begin(_ batch: OutgoingBatch, link: LinkState? = nil) throws(CensusError) {
    try write { db in
      try link?.save(db)
      try db.execute(
        sql: """
          INSERT INTO batch (one, key, firstSequence, lastSequence) VALUES (1, ?, ?, ?)
          ON CONFLICT (one) DO UPDATE SET key = excluded.key,
            firstSequence = excluded.firstSequence, lastSequence = excluded.lastSequence
          """,
        arguments: [Data(batch.key.bytes), batch.firstSequence, batch.lastSequence])
    }
  }

  /// Forgets the batch under way, so that the next one may be cut differently.
  ///
  /// Nothing is lost: the revisions stay in the outbox, and the central knows each by its hash.
  /// - Throws: ``CensusError`` if the store cannot be written.
  public func dissolveBatch(link: LinkState? = nil) throws(CensusError) {
    try write { db in
      try link?.save(db)
      try db.execute(sql: "DELETE FROM batch")
    }
  }

  /// Which own revisions a batch is laid out from.
  enum LineSource: String {
    /// Those that wait for an answer.
    case outbox = "outbox JOIN revision USING (sequence)"
    /// All of them.
    case revisions = "revision"
  }

  func lines(
    _ db: Database, of source: LineSource = .outbox, from first: Int64, to last: Int64,
    bounds: BatchBounds, setAside: [Int64: String] = [:]
  ) throws -> (items: [(sequence: Int64, hash: ContentHash)], body: [UInt8]) {
    let statement = try HotStatement(
      db,
      """
      SELECT sequence, hash, record, entry, parent FROM \(source.rawValue)
      WHERE sequence BETWEEN ?1 AND ?2 ORDER BY sequence
      """)
    statement.bind(1, first)
    statement.bind(2, last)
    var items: [(sequence: Int64, hash: ContentHash)] = []
    var body: [UInt8] = []
    body.reserveCapacity(min(bounds.bytes, ProtocolLimits.targetBatchBytes) + 4096)
    while try statement.step() {
      let record = statement.blob(2)
      if !items.isEmpty, body.count + record.count > bounds.bytes { break }
      let sequence = statement.integer(0)
      guard let stored = ContentHash(bytes: statement.blob(1)) else {
        throw damaged(identity.device)
      }
      let refusal = setAside[sequence]
      if refusal == nil, ContentHash.sha256(of: record) == stored {
        BatchLine.append(hash: stored, record: record, to: &body)
      } else {
        // The revisions behind it must not wait: the central takes its place in the order instead.
        VoidLine(
          sequence: sequence, hash: stored,
          entry: UniqueID(bytes: statement.blob(3)) ?? identity.device,
          parent: ContentHash(bytes: statement.blob(4)),
          reason: refusal == nil ? .damaged : .refused, detail: refusal ?? ""
        ).append(to: &body)
      }
      items.append((sequence: sequence, hash: stored))
      if items.count >= bounds.count { break }
    }
    return (items, body)
  }
}
