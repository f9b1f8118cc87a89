import CensusAPI
import CensusDomain
import CensusHub
import GRDB

/// The tables `expenseLine` and `activity`.
struct LedgerTable: LedgerRecords {
  private let db: Database

  init(_ db: Database) { self.db = db }

  func expenses(_ query: LedgerQuery) throws -> [ExpenseLine] {
    // Days written as YYYY-MM-DD sort as text.
    try Row.fetchAll(
      db,
      sql: """
        SELECT * FROM expenseLine WHERE payDate >= ? AND payDate <= ?
        ORDER BY payDate, voucher, id
        """,
      arguments: [query.from?.description ?? "", query.to?.description ?? ":"]
    ).map { row in
      ExpenseLine(
        voucher: row["voucher"], payDate: try row.day("payDate"), payee: row["payee"],
        summary: row["summary"], amountFen: Fen(row["amountFen"]),
        isPublicity: row["isPublicity"], reason: row["reason"], economicCode: row["economicCode"],
        refundOf: row["refundOf"] == "" ? nil : row["refundOf"])
    }
  }

  func add(_ line: ExpenseLine, repetition: Int, at time: Timestamp) throws -> Bool {
    try db.execute(
      sql: """
        INSERT INTO expenseLine (
          voucher, payDate, payee, summary, amountFen, isPublicity, reason, economicCode,
          repetition, addedAt, refundOf)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
        """,
      arguments: [
        line.voucher, line.payDate.description, line.payee, line.summary, line.amountFen.value,
        line.isPublicity, line.reason, line.economicCode, repetition, time.milliseconds,
        line.refundOf ?? "",
      ])
    return db.changesCount == 1
  }

  func activities(_ query: LedgerQuery) throws -> [Activity] {
    try Row.fetchAll(
      db, sql: "SELECT * FROM activity WHERE date >= ? AND date <= ? ORDER BY date, id",
      arguments: [query.from?.description ?? "", query.to?.description ?? ":"]
    ).map { row in
      guard let kind = Activity.Kind(rawValue: row["kind"]) else { throw Row.damaged("kind") }
      return Activity(
        kind: kind, date: try row.day("date"), title: row["title"], organiser: row["organiser"],
        place: row["place"], townCode: row["townCode"], count: row["count"],
        satisfied: row["satisfied"], valid: row["valid"], note: row["note"])
    }
  }

  func add(_ activity: Activity, at time: Timestamp) throws -> Bool {
    try db.execute(
      sql: """
        INSERT INTO activity (
          kind, date, title, organiser, place, townCode, count, satisfied, valid, note, addedAt)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
        """,
      arguments: [
        activity.kind.rawValue, activity.date.description, activity.title, activity.organiser,
        activity.place, activity.townCode, activity.count, activity.satisfied, activity.valid,
        activity.note, time.milliseconds,
      ])
    return db.changesCount == 1
  }
}
