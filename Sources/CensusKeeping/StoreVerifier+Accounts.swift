import CensusDomain
import CensusSQLite
import Foundation
import GRDB

extension StoreVerifier {
  /// What must add up: on a device its numbering and receipts, at a central the kept counts.
  func account(_ db: Database, _ found: inout StoreVerification) throws {
    switch kind {
    case .device: try numbering(db, &found)
    case .central: try counts(db, &found)
    }
  }

  /// Own sequences run from 1, without gaps but those that a salvage told of.
  ///
  /// Each waits or was answered for.
  private func numbering(_ db: Database, _ found: inout StoreVerification) throws {
    found.receiptHeads = try Data.fetchAll(
      db, sql: "SELECT DISTINCT auditHead FROM receipt ORDER BY auditHead"
    ).compactMap { ContentHash(bytes: $0) }
    let next = try Int64.fetchOne(db, sql: "SELECT nextSequence FROM device") ?? 0
    let lost = try SalvageNote.lost(db)
    let last = max(
      try Int64.fetchOne(db, sql: "SELECT max(sequence) FROM revision") ?? 0, lost.max() ?? 0)
    if last + 1 != next {
      found.faults.append(
        StoreFault(
          "device", zh: "下一个编号为 \(next)，而最大编号是 \(last)。",
          en: "The next sequence is \(next), though the last one is \(last)."))
    }
    for sequence in try Int64.fetchAll(db, sql: StoreVerifier.gaps)
    where !lost.contains(sequence - 1) {
      found.faults.append(
        StoreFault(
          "sequence \(sequence)", zh: "之前有编号缺失。", en: "A sequence before it is missing."))
    }
    // A revision of a former identity may have been made anew instead of being answered for.
    let hasFormer = try db.tableExists("remade")
    let remade = hasFormer ? "AND sequence NOT IN (SELECT sequence FROM remade)" : ""
    for (name, part) in StoreVerifier.accounts {
      let sql = part.replacingOccurrences(of: "/* remade */", with: remade)
      for sequence in try Int64.fetchAll(db, sql: sql).prefix(StoreVerifier.complaints) {
        let problem = name
        found.faults.append(
          StoreFault("sequence \(sequence)", zh: problem.zh, en: problem.en))
      }
    }
  }

  private static let gaps = """
    SELECT sequence FROM revision AS later WHERE sequence > 1 AND NOT EXISTS (
      SELECT 1 FROM revision WHERE sequence = later.sequence - 1)
    """

  private static let accounts = [
    (
      LocalizedText(zh: "既不在待发送中，也没有回执。", en: "It neither waits nor was answered for."),
      """
      SELECT sequence FROM revision WHERE sequence IS NOT NULL
        AND sequence NOT IN (SELECT sequence FROM outbox)
        AND sequence NOT IN (SELECT sequence FROM receipt) /* remade */
      """
    ),
    (
      LocalizedText(zh: "既在待发送中，又有回执。", en: "It waits although it was answered for."),
      "SELECT sequence FROM outbox WHERE sequence IN (SELECT sequence FROM receipt)"
    ),
  ]

  /// The sums that are kept as objects move must be those of the objects.
  private func counts(_ db: Database, _ found: inout StoreVerification) throws {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT hazard, townCode, author, stage, sum(kept), sum(counted) FROM (
          SELECT hazard, townCode, author, stage, count AS kept, 0 AS counted FROM progress
          UNION ALL
          SELECT hazard, townCode, author, stage, 0, 1 FROM item WHERE shouldSurvey = 1)
        GROUP BY hazard, townCode, author, stage HAVING sum(kept) <> sum(counted)
        """)
    for row in rows.prefix(StoreVerifier.complaints) {
      let place = (0..<4).map { "\(row[$0] as DatabaseValue)" }.joined(separator: " ")
      let (kept, counted) = (row[4] as DatabaseValue, row[5] as DatabaseValue)
      found.faults.append(
        StoreFault(
          "progress \(place)", zh: "维护的计数 \(kept)，实有 \(counted)。",
          en: "\(kept) are kept, \(counted) are there."))
    }
    for row in try Row.fetchAll(
      db,
      sql: """
        SELECT entry.id FROM entry JOIN revision ON revision.cursor = entry.headCursor
        WHERE revision.hash <> entry.headHash OR revision.entry <> entry.id
        """
    ).prefix(StoreVerifier.complaints) {
      let id = Data.fromDatabaseValue(row[0]).flatMap { UniqueID(bytes: $0) }
      found.faults.append(
        StoreFault(
          "entry \(id.map(\.description) ?? "?")", zh: "所指的修订不是它的。",
          en: "The revision that it points to is not its own."))
    }
  }
}
