import CensusAPI
import CensusCentralSQLite
import CensusDomain
import CensusJSON
import CensusSQLite
import Foundation
import GRDB

extension StoreVerifier {
  /// Forms: their bytes against their hashes.
  func forms(_ db: Database, _ found: inout StoreVerification) throws {
    guard try db.tableExists("form") else { return }
    let forms = try HotStatement(db, "SELECT code, version, hash, json FROM form")
    while try forms.step() {
      guard ContentHash.sha256(of: forms.blob(3)) != forms.hash(2) else { continue }
      found.faults.append(.changed("form \(forms.text(0)) \(forms.integer(1))"))
    }
  }

  /// Budget projects: their files' bytes against their hashes.
  func projects(_ db: Database, _ found: inout StoreVerification) throws {
    guard try db.tableExists("project") else { return }
    let projects = try HotStatement(db, "SELECT project, year, version, hash, json FROM project")
    while try projects.step() {
      guard ContentHash.sha256(of: projects.blob(4)) != projects.hash(3) else { continue }
      found.faults.append(
        .changed("project \(projects.text(0)) \(projects.integer(1)) \(projects.integer(2))"))
    }
  }

  /// Papers that were handed over and the counts of past days: their bytes against their hashes.
  func papers(_ db: Database, _ found: inout StoreVerification) throws {
    guard try db.tableExists("paper") else { return }
    let papers = try HotStatement(db, "SELECT number, hash, json FROM paper")
    while try papers.step() {
      guard ContentHash.sha256(of: papers.blob(2)) != papers.hash(1) else { continue }
      found.faults.append(.changed("paper \(papers.text(0))"))
    }
    let days = try HotStatement(db, "SELECT day, hash, json || sums FROM dayCount")
    while try days.step() {
      guard ContentHash.sha256(of: days.blob(2)) != days.hash(1) else { continue }
      found.faults.append(.changed("dayCount \(days.text(0))"))
    }
  }

  /// Rows that have a hash or a seal of their own beside revisions, and times that follow from others.
  func rows(_ db: Database, _ found: inout StoreVerification) throws {
    try wording(db, &found)
    switch kind {
    case .device:
      try inventory(db, &found)
      try complain(
        db,
        """
        SELECT lower(hex(entry.entry)) FROM entry JOIN revision ON revision.id = entry.head
        WHERE revision.entry <> entry.entry
        """, "entry", &found,
        LocalizedText(
          zh: "所指的修订不是它的。", en: "The revision that it points to is not its own."))
    case .central:
      try quarantine(db, &found)
      try batches(db, &found)
      try times(db, &found)
    }
  }

  /// Words that neither a hash nor an index covers are among those that the schema admits.
  ///
  /// SQLite passes over CHECKs where the file is opened without the right to write.
  private func wording(_ db: Database, _ found: inout StoreVerification) throws {
    let (table, sql) =
      kind == .device
      ? (
        "entry",
        """
        SELECT lower(hex(entry)) FROM entry WHERE (state = 'draft') <> (head IS NULL)
          OR state NOT IN ('draft', 'ready', 'sent', 'returned', 'rejected', 'conflict', 'accepted')
        """
      )
      : (
        "revision",
        """
        SELECT cursor FROM revision
        WHERE disposition NOT IN ('accepted', 'superseded', 'conflict')
        """
      )
    try complain(
      db, sql, table, &found,
      LocalizedText(zh: "状态不在允许的范围内。", en: "Its state is none that there is."))
  }

  /// On a device: the columns of an inventory's object are those of its document.
  private func inventory(_ db: Database, _ found: inout StoreVerification) throws {
    try complain(
      db,
      """
      SELECT objectCode || ' ' || hazard FROM inventoryObject WHERE NOT json_valid(json)
        OR json ->> 'objectCode' IS NOT objectCode OR json ->> 'hazard' IS NOT hazard
        OR json ->> 'townCode' IS NOT townCode OR json ->> 'shouldSurvey' IS NOT shouldSurvey
      """, "inventoryObject", &found,
      LocalizedText(zh: "各列与其内容不同。", en: "Its columns differ from its document."))
  }

  /// Work that was refused: its bytes against its hash.
  ///
  /// A void line stands for bytes that never came.
  private func quarantine(_ db: Database, _ found: inout StoreVerification) throws {
    let rows = try HotStatement(db, "SELECT rowid, hash, record, sequence FROM quarantine")
    let parser = JSONParser()
    while try rows.step() {
      let hash = rows.hash(1)
      if ContentHash.sha256(of: rows.blob(2)) == hash { continue }
      let void = try? parser.withDocument(Array(rows.blob(2))) { try VoidLine.read($0) }
      if let void, void.hash == hash, void.sequence == rows.integer(3) { continue }
      found.faults.append(.changed("quarantine \(rows.integer(0))"))
    }
  }

  /// Receipts against their seals.
  private func batches(_ db: Database, _ found: inout StoreVerification) throws {
    let rows = try HotStatement(db, "SELECT rowid, digest, receivedAt, receipt, seal FROM batch")
    while try rows.step() {
      let seal = BatchSeal.of(
        digest: rows.blob(1), receivedAt: rows.integer(2), receipt: rows.blob(3))
      if rows.hash(4) != seal { found.faults.append(.changed("batch \(rows.integer(0))")) }
    }
  }

  /// A revision came with a batch of its moment, or in a change that the audit log has of its moment.
  private func times(_ db: Database, _ found: inout StoreVerification) throws {
    // After a salvage what tells of the moment may be what was lost.
    let salvages = try HotStatement(
      db, "SELECT 1 FROM auditEntry WHERE action = '\(SalvageNote.action)' LIMIT 1")
    if try salvages.step() { return }
    try complain(
      db,
      """
      SELECT cursor FROM revision WHERE receivedAt NOT IN (SELECT receivedAt FROM batch)
        AND NOT EXISTS (
          SELECT 1 FROM auditEntry WHERE at BETWEEN receivedAt AND receivedAt + 1000)
      """, "revision", &found,
      LocalizedText(zh: "接收时间没有相应的批次。", en: "No batch came at its time."))
  }

  /// Adds one fault for each value that `sql` finds.
  func complain(
    _ db: Database, _ sql: String, _ table: String, _ found: inout StoreVerification,
    _ problem: LocalizedText
  ) throws {
    let rows = try HotStatement(db, sql + " LIMIT \(StoreVerifier.complaints)")
    while try rows.step() {
      found.faults.append(
        StoreFault("\(table) \(rows.text(0))", zh: problem.zh, en: problem.en))
    }
  }
}
