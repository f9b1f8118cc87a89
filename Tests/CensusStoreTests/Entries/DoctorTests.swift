import CensusDomain
import CensusStore
import Testing

@Suite("The doctor")
struct DoctorTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// Three final entries, the first in two revisions, then closed.
  private func fill() throws -> UniqueID {
    let store = try Samples.create(folder)
    let (entry, _) = try store.finalized("X-1")
    try store.finalized("X-2")
    try store.finalized("X-3")
    try store.saveDraft(entry, content: Samples.content(Samples.rain("X-1")))
    _ = try store.revise(entry)
    return entry
  }

  @Test("A store in order is sound in every point")
  func sound() throws {
    _ = try fill()
    let store = try DeviceStore.open(folder: folder.path)
    let examinations = try store.examine()
    #expect(
      examinations.map(\.name) == ["database", "hashes", "audit", "numbering", "durability"])
    #expect(try store.unsound() == [])
    #expect(examinations.contains { $0.finding.en.contains("4 revisions were checked") })
  }

  static let damages = [
    // One character in the middle of a record.
    (
      """
      UPDATE revision SET record = CAST(
        substr(CAST(record AS TEXT), 1, 99)
        || iif(substr(CAST(record AS TEXT), 100, 1) = 'A', '@', 'A')
        || substr(CAST(record AS TEXT), 101) AS BLOB)
      """, ["hashes"]
    ),
    ("UPDATE revision SET hash = randomblob(32) WHERE id = 2", ["hashes"]),
    ("UPDATE auditEntry SET actor = '王强' WHERE position = 3", ["audit"]),
    ("DELETE FROM auditEntry WHERE position = 2", ["audit"]),
    ("DELETE FROM outbox WHERE sequence = 2", ["numbering"]),
    ("UPDATE device SET nextSequence = 2", ["numbering"]),
    ("UPDATE revision SET sequence = 40 WHERE sequence = 4", ["database", "numbering"]),
    ("DELETE FROM revision WHERE sequence = 2", ["database", "numbering"]),
  ]

  @Test("Damage and forgery show in the point that they concern", arguments: damages)
  func damage(_ sql: String, _ points: [String]) throws {
    _ = try fill()
    try Records.tamper(folder, sql)
    #expect(try DeviceStore.open(folder: folder.path).unsound() == points)
  }

  @Test("A damaged record is neither shown nor sent")
  func damagedRecord() throws {
    let entry = try fill()
    try Records.tamper(folder, "UPDATE revision SET record = substr(record, 2)")
    let store = try DeviceStore.open(folder: folder.path)
    let error = try #require(throws: CensusError.self) { try store.entry(entry) }
    #expect(error.code == .inputOutput)
    #expect(error.remedy?.en.contains("doctor") == true)
    // In its place goes a line that says so, or the revisions behind it would wait for ever.
    let batch = try #require(
      try store.prepareBatch(after: 0, BatchBounds(count: 9, bytes: 1 << 20)))
    #expect(batch.items.count == 4)
    #expect(!String(decoding: batch.body, as: UTF8.self).contains(#""revision""#))
    // The list and the status still work.
    #expect(try store.entries().count == 3)
    #expect(try store.status().ready == 4)
  }
}
