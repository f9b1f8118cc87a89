import CensusAPI
import CensusDomain
import CensusJSON
import CensusSQLite
import Foundation
import GRDB

/// Proves each revision: its bytes against its hash, and what they say against the row's columns.
struct RevisionCheck {
  private let db: Database
  private let kind: StoreKind
  private let progress: (Int) -> Void
  /// On a device: its identity and its former ones.
  private var own: Set<UniqueID> = []

  init(_ db: Database, _ kind: StoreKind, _ progress: @escaping (Int) -> Void) {
    self.db = db
    self.kind = kind
    self.progress = progress
  }

  /// Reads all revisions; `declared` gets the attachments that sound ones name.
  mutating func run(_ found: inout StoreVerification, _ declared: inout Set<ContentHash>) throws {
    // What follows from a record elsewhere: on a device the entry that it stands in.
    let columns =
      kind == .device
      ? """
      NULL, entry.form, entry.objectCode, entry.townCode, entry.author, entry.formVersion
      FROM revision LEFT JOIN entry ON entry.entry = revision.entry AND entry.head = revision.id
      """
      : """
      revision.device, revision.form, revision.objectCode, revision.townCode, revision.author, NULL
      FROM revision
      """
    if kind == .device {
      let former = try db.tableExists("formerIdentity") ? "UNION SELECT id FROM formerIdentity" : ""
      own = Set(
        try Data.fetchAll(db, sql: "SELECT id FROM device \(former)").compactMap {
          UniqueID(bytes: $0)
        })
    }
    let statement = try HotStatement(
      db,
      """
      SELECT revision.\(kind.orderColumn), revision.entry, number, parent, hash, sequence, record,
        \(columns)
      ORDER BY revision.\(kind.orderColumn)
      """)
    let parser = JSONParser()
    while try statement.step() {
      found.revisions += 1
      if found.revisions.isMultiple(of: 1000) { progress(found.revisions) }
      let place = "revision \(statement.integer(0))"
      let bytes = Array(statement.blob(6))
      guard let hash = statement.hash(4), ContentHash.sha256(of: bytes) == hash else {
        found.faults.append(.changed(place))
        continue
      }
      do {
        try parser.withDocument(bytes) { node in
          let (record, content) = try RevisionRecord.read(node)
          if let column = disagreement(record, content, statement) {
            found.faults.append(
              StoreFault(
                place, zh: "列 \(column) 与记录内容不同。",
                en: "The column \(column) differs from what its record says."))
          }
          guard let photos = content[member: "photos"]?.elements else { return }
          for photo in photos {
            if let text = photo[member: "sha256"]?.string, let hash = ContentHash(text) {
              declared.insert(hash)
            }
          }
        }
      } catch {
        found.faults.append(
          StoreFault(place, zh: "记录无法读懂：\(error)。", en: "The record cannot be read: \(error)."))
      }
    }
    progress(found.revisions)
  }

  /// The first column that is not what the record says.
  private func disagreement(
    _ record: RevisionRecord, _ content: JSONNode, _ row: HotStatement
  ) -> String? {
    // On a device no entry may show this revision.
    if !row.isNull(8) {
      if row.text(8) != record.form { return "form" }
      if row.text(9) != content[member: "objectCode"]?.string ?? "" { return "objectCode" }
      if row.text(10) != content[member: "townCode"]?.string ?? "" { return "townCode" }
      if row.text(11) != record.author { return "author" }
      if !row.isNull(12), row.integer(12) != Int64(record.formVersion) { return "formVersion" }
    }
    if UniqueID(bytes: row.blob(1)) != record.entry { return "entry" }
    if row.integer(2) != Int64(record.number) { return "number" }
    if row.hash(3) != record.parent { return "parent" }
    let isOwn = kind == .central || !row.isNull(5)
    if isOwn, row.integer(5) != record.sequence { return "sequence" }
    guard isOwn else { return nil }
    let isMaker =
      kind == .device ? own.contains(record.device) : UniqueID(bytes: row.blob(7)) == record.device
    return isMaker ? nil : "device"
  }
}
