import CensusCentralSQLite
import CensusDomain
import CensusHub
import CensusSQLite
import Foundation
import GRDB

extension StoreVerifier {
  /// At a central: entries, stages and sums against what follows from revisions, reviews and inventory.
  ///
  /// The recount is the one of `central recount`.
  func derived(_ db: Database, _ found: inout StoreVerification) throws {
    for check in StoreVerifier.derivations {
      try complain(db, check.sql, check.table, &found, check.problem)
    }
    let state = try DerivedState(SQLiteCentralStorage.records(on: db))
    found.faults += state.differences.map { difference in
      StoreFault(
        "progress \(difference)", zh: "维护的计数与重新计数不同。", en: "The kept count differs from a recount.")
    }
    found.faults += state.entries.map { id in
      StoreFault(
        "entry \(id)", zh: "状态与收到的修订和审核不符。",
        en: "Its standing is not what its revisions and reviews make of it.")
    }
    found.faults += state.stages.map { place in
      StoreFault(
        "requirement \(place)", zh: "阶段与各调查记录不符。", en: "Its stage is not what entries make of it.")
    }
    let broken = try SalvageNote.versions(db)
    found.faults += state.versions.filter { !broken.contains(Int64($0)) }
      .map { .changed("inventoryVersion \($0)") }
    try samples(db, &found)
  }

  /// Quality samples against what their seeds and frames make of them.
  private func samples(_ db: Database, _ found: inout StoreVerification) throws {
    let salvages = try HotStatement(
      db, "SELECT 1 FROM auditEntry WHERE action = '\(SalvageNote.action)' LIMIT 1")
    let draws = try SampleProof.broken(
      SQLiteCentralStorage.records(on: db), mayLack: try salvages.step())
    found.faults += draws.map { number in
      StoreFault(
        "sampleDraw \(number)", zh: "样本与按种子和抽样框重抽的结果不同，或抽样框与摘要不符。",
        en:
          "Its sample is not what seed and frame make of it, or its frame is not that of its hash.")
    }
  }

  private static let derivations: [(table: String, sql: String, problem: LocalizedText)] = [
    (
      "entry",
      """
      SELECT lower(hex(entry.id)) FROM entry JOIN revision ON revision.cursor = entry.headCursor
      WHERE (entry.form, entry.objectCode, entry.townCode, entry.author, entry.number,
          entry.receivedAt, entry.isListed) IS NOT (
        revision.form, revision.objectCode, revision.townCode, revision.author, revision.number,
          revision.receivedAt, EXISTS (
            SELECT 1 FROM requirement
            WHERE requirement.objectCode = entry.objectCode AND requirement.form = entry.form))
      """,
      LocalizedText(zh: "各列与其现行修订不同。", en: "Its columns differ from its standing revision.")
    ),
    (
      "item",
      """
      SELECT objectCode || ' ' || hazard FROM (
        SELECT objectCode, hazard, name, townCode, longitude, latitude, shouldSurvey, excludeReason
          FROM item
        EXCEPT
        SELECT objectCode, hazard, name, townCode, longitude, latitude, shouldSurvey, excludeReason
          FROM inventoryHistory WHERE until IS NULL)
      """,
      LocalizedText(zh: "与现行清查底册不同。", en: "It differs from the newest inventory.")
    ),
    (
      "inventoryHistory",
      """
      SELECT objectCode || ' ' || hazard FROM inventoryHistory WHERE until IS NULL AND NOT EXISTS (
        SELECT 1 FROM item
        WHERE item.objectCode = inventoryHistory.objectCode AND item.hazard = inventoryHistory.hazard)
      """,
      LocalizedText(zh: "清查底册的对象没有计数项。", en: "The object of the inventory is not counted.")
    ),
    (
      "item",
      """
      SELECT objectCode || ' ' || hazard FROM item
      WHERE formCount <> (SELECT count(*) FROM requirement WHERE item = item.id)
        OR (formCount > 0 AND (stage, author) IS NOT (
          SELECT stage, author FROM requirement WHERE item = item.id ORDER BY stage, form LIMIT 1))
      """,
      LocalizedText(zh: "阶段不是所需各表中最低的。", en: "Its stage is not the lowest of its forms'.")
    ),
    (
      "requirement",
      """
      SELECT requirement.objectCode || ' ' || requirement.form FROM requirement
      LEFT JOIN item ON item.id = requirement.item
      LEFT JOIN inventoryHistory AS history ON history.objectCode = item.objectCode
        AND history.hazard = item.hazard AND history.until IS NULL
      WHERE item.objectCode IS NOT requirement.objectCode OR NOT EXISTS (
        SELECT 1 FROM json_each(history.forms) WHERE json_each.value = requirement.form)
      """,
      LocalizedText(zh: "清查底册不要求此表。", en: "The inventory does not require this form.")
    ),
  ]
}
