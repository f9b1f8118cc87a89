import CensusDomain
import Foundation
import GRDB

extension DeviceStore {
  /// The secret by which this device signs its bundles; `fresh` is kept where there is none yet.
  ///
  /// - Parameter fresh: 32 bytes.
  /// - Throws: ``CensusError`` if the store cannot be written.
  public func bundleSecret(orKeep fresh: [UInt8]) throws(CensusError) -> [UInt8] {
    let select = "SELECT secret FROM bundleKey"
    if let known = try read({ db in try Data.fetchOne(db, sql: select) }) { return Array(known) }
    return try write { db in
      try db.execute(
        sql: "INSERT INTO bundleKey (one, secret) VALUES (1, ?) ON CONFLICT (one) DO NOTHING",
        arguments: [Data(fresh)])
      return try Data.fetchOne(db, sql: select).map { Array($0) } ?? fresh
    }
  }

  /// An identifier for a new bundle, and the time at which it is made.
  public func newBundle() -> (id: UniqueID, at: Timestamp) {
    let now = clock.now()
    return (identifiers.next(at: now), now)
  }

  /// Lays out revisions of the present identity with the sequences `first` to `last`, answered or not.
  ///
  /// In place of a record that does not agree with its hash any more stands a void line.
  /// - Returns: nil where there are none.
  /// - Throws: ``CensusError`` if the store cannot be read.
  public func exportedBatch(
    from first: Int64, through last: Int64, _ bounds: BatchBounds
  ) throws(CensusError) -> OutgoingBatch? {
    let key = identifiers.next(at: clock.now())
    return try read { db in
      let lines = try lines(db, of: .revisions, from: first, to: last, bounds: bounds)
      return lines.items.isEmpty
        ? nil : OutgoingBatch(key: key, items: lines.items, body: lines.body)
    }
  }

  /// The last sequence that this device has given out; 0 for none.
  ///
  /// - Throws: ``CensusError`` if the store cannot be read.
  public func lastSequence() throws(CensusError) -> Int64 {
    try read { db in
      (try Int64.fetchOne(db, sql: "SELECT nextSequence FROM device") ?? 1) - 1
    }
  }

  /// The last sequence among the own revisions of `entry`; nil where there is none.
  ///
  /// - Throws: ``CensusError`` if the store cannot be read.
  public func lastSequence(of entry: UniqueID) throws(CensusError) -> Int64? {
    try read { db in
      try Int64.fetchOne(
        db, sql: "SELECT max(sequence) FROM revision WHERE entry = ?",
        arguments: [Data(entry.bytes)])
    }
  }

  /// Notes that a bundle left this device.
  ///
  /// - Throws: ``CensusError`` if the store cannot be written.
  public func noteExport(_ bundle: UniqueID, _ detail: String) throws(CensusError) {
    let now = clock.now()
    try write { db in
      try audit(db, "bundle.exported", bundle.description, detail, at: now)
    }
  }
}
