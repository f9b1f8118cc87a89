import CensusAPI
import CensusDomain
import CensusJSON
import CensusSQLite
import Foundation
import GRDB

/// Makes own revisions anew under another identity inside one transaction.
///
/// A revision names its device within the bytes that are hashed, so under another identity it is
/// another revision. The former one stays in the store; what was made from it is made from the new one.
struct RevisionRemaker {
  private let identity: DeviceIdentity
  private(set) var nextSequence: Int64
  /// How many were made anew.
  private(set) var count = 0
  /// What became of revisions, by their former hashes.
  private var became: [ContentHash: (number: Int, hash: ContentHash)] = [:]
  private let find: HotStatement
  private let findParent: HotStatement
  private let findBefore: HotStatement
  private let held: Set<ContentHash>
  private let insert: HotStatement
  private let link: HotStatement
  private let raise: HotStatement
  private let rebase: HotStatement
  private let queue: HotStatement
  private let unqueue: HotStatement
  private var writer = JSONWriter(capacity: 4096)

  /// Prepares to make revisions anew; `held` are hashes that the central answered for.
  init(
    _ db: Database, identity: DeviceIdentity, last: Int64, held: Set<ContentHash>
  ) throws {
    self.identity = identity
    self.held = held
    findParent = try HotStatement(
      db, "SELECT 1 FROM revision WHERE entry = ?1 AND number = ?2 AND hash = ?3")
    findBefore = try HotStatement(
      db,
      """
      SELECT number, hash FROM revision WHERE entry = ?1 AND number < ?2
        AND (sequence IS NULL OR sequence NOT IN (SELECT became FROM remade))
      ORDER BY number DESC LIMIT 1
      """)
    nextSequence = last + 1
    find = try HotStatement(db, "SELECT id, hash, record FROM revision WHERE sequence = ?1")
    insert = try HotStatement(
      db,
      """
      INSERT INTO revision (entry, number, parent, hash, sequence, record)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6)
      """)
    link = try HotStatement(db, "INSERT INTO remade (sequence, became) VALUES (?1, ?2)")
    raise = try HotStatement(
      db, "UPDATE entry SET head = ?3, state = 'ready' WHERE entry = ?1 AND head = ?2")
    rebase = try HotStatement(db, "UPDATE draft SET base = ?3 WHERE entry = ?1 AND base = ?2")
    queue = try HotStatement(db, "INSERT INTO outbox (sequence) VALUES (?1)")
    unqueue = try HotStatement(db, "DELETE FROM outbox WHERE sequence = ?1")
  }

  /// Makes the revision of `sequence` anew and puts it into the outbox in the former one's place.
  mutating func remake(_ sequence: Int64) throws {
    guard let (id, hash, bytes) = try former(sequence) else { return }
    let record = try write(bytes)
    let newHash = ContentHash.sha256(of: writer.bytes)
    insert.bind(1, record.entry)
    insert.bind(2, record.number)
    insert.bind(3, record.parent)
    insert.bind(4, newHash)
    insert.bind(5, nextSequence)
    let newID = try writer.bytes.withUnsafeBytes { bytes in
      insert.bind(6, blobInPlace: bytes)
      try insert.run()
      return insert.insertedRow
    }
    link.bind(1, sequence)
    link.bind(2, nextSequence)
    try link.run()
    raise.bind(1, record.entry)
    raise.bind(2, id)
    raise.bind(3, newID)
    try raise.run()
    rebase.bind(1, record.entry)
    rebase.bind(2, hash)
    rebase.bind(3, newHash)
    try rebase.run()
    unqueue.bind(1, sequence)
    try unqueue.run()
    queue.bind(1, nextSequence)
    try queue.run()
    became[hash] = (record.number, newHash)
    nextSequence += 1
    count += 1
  }

  private func former(
    _ sequence: Int64
  ) throws -> (id: Int64, hash: ContentHash, bytes: [UInt8])? {
    find.bind(1, sequence)
    defer { find.reset() }
    guard try find.step(), let hash = find.hash(1) else { return nil }
    let bytes = Array(find.blob(2))
    guard ContentHash.sha256(of: bytes) == hash else {
      throw CensusError(
        .inputOutput, zh: "第 \(sequence) 号修订与其摘要不符，存储可能已损坏；没有换用新的设备编号。",
        en: """
          Revision number \(sequence) does not agree with its hash, the store may be damaged; no new \
          identity was taken on.
          """,
        remedy: LocalizedText(
          zh: "先复制整个文件夹，再运行 hazcensus doctor。",
          en: "Copy the whole folder first, then run hazcensus doctor."))
    }
    return (find.integer(0), hash, bytes)
  }

  /// Writes the record as the new identity makes it.
  private mutating func write(_ bytes: [UInt8]) throws -> RevisionRecord {
    let (former, content) = try JSONParser().withDocument(bytes) { node in
      let (record, content) = try RevisionRecord.read(node)
      return (record, Array(content.raw))
    }
    var record = former
    record.device = identity.device
    record.sequence = nextSequence
    let origin = try origin(of: former)
    record.number = (origin?.number ?? 0) + 1
    record.parent = origin?.hash
    record.settles = former.settles.map { became[$0]?.hash ?? $0 }
    writer.reset()
    record.write(content: content, to: &writer)
    return record
  }

  /// What a revision was made from, as it is known under the new identity.
  ///
  /// After a salvage that may be lost everywhere; then it is taken to be made from what is left before
  /// it, since the central would wait for the lost one for ever.
  private func origin(of former: RevisionRecord) throws -> (number: Int, hash: ContentHash)? {
    guard let parent = former.parent else { return nil }
    if let anew = became[parent] { return anew }
    if held.contains(parent) { return (former.number - 1, parent) }
    findParent.bind(1, former.entry)
    findParent.bind(2, former.number - 1)
    findParent.bind(3, parent)
    defer { findParent.reset() }
    if try findParent.step() { return (former.number - 1, parent) }
    findBefore.bind(1, former.entry)
    findBefore.bind(2, former.number)
    defer { findBefore.reset() }
    guard try findBefore.step(), let hash = findBefore.hash(1) else { return nil }
    return became[hash] ?? (Int(findBefore.integer(0)), hash)
  }
}
