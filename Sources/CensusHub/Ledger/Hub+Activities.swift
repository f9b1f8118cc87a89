import CensusAPI
import CensusDomain
import Foundation
import GRDB

extension Hub {
  /// Adds activities and lists all; those held word for word change nothing.
  func addActivities(
    _ request: ActivityRequest, by caller: Caller
  ) throws(CensusError) -> ActivityList {
    try caller.require(.coordinate)
    try caller.require(reaching: district)
    let now = clock.now()
    try ActivityCheck(today: now.officeDay, district: district).require(request.activities)
    return try commit { db in
      var added = 0
      for activity in request.activities {
        try insert(db, activity, at: now)
        added += db.changesCount
      }
      if added > 0 { try log(db, by: caller, "activities.added", String(added)) }
      return ActivityList(activities: try Hub.activities(db, LedgerQuery()))
    }
  }

  /// Lists activities by day.
  func listActivities(
    _ query: LedgerQuery, by caller: Caller
  ) throws(CensusError) -> ActivityList {
    try caller.require(.coordinate)
    try caller.require(reaching: district)
    return try fetch { db in ActivityList(activities: try Hub.activities(db, query)) }
  }

  private func insert(_ db: Database, _ activity: Activity, at now: Timestamp) throws {
    try db.execute(
      sql: """
        INSERT INTO activity (
          kind, date, title, organiser, place, townCode, count, satisfied, valid, note, addedAt)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
        """,
      arguments: [
        activity.kind.rawValue, activity.date.description, activity.title, activity.organiser,
        activity.place, activity.townCode, activity.count, activity.satisfied, activity.valid,
        activity.note, now.milliseconds,
      ])
  }

  private static func activities(_ db: Database, _ query: LedgerQuery) throws -> [Activity] {
    let rows = try Row.fetchAll(
      db, sql: "SELECT * FROM activity WHERE date >= ? AND date <= ? ORDER BY date, id",
      arguments: [query.from?.description ?? "", query.to?.description ?? ":"])
    return try rows.map { row in
      guard let kind = Activity.Kind(rawValue: row["kind"]) else { throw Row.damaged("kind") }
      return Activity(
        kind: kind, date: try row.day("date"), title: row["title"], organiser: row["organiser"],
        place: row["place"], townCode: row["townCode"], count: row["count"],
        satisfied: row["satisfied"], valid: row["valid"], note: row["note"])
    }
  }
}
