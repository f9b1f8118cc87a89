import CensusAPI
import CensusDomain
import CensusReports
import CensusSQLite
import Foundation
import GRDB

/// Works out where every entry stood at the end of a past day, from what was received and decided.
struct PastState {
  /// What an entry was at the moment.
  struct Entry {
    var object: String
    var form: String
    var town: String
    var author: String
    var standing: EntryStanding
  }

  private(set) var entries: [UniqueID: Entry] = [:]

  /// Plays back everything up to `moment` in commit order.
  init(_ db: Database, upTo moment: Timestamp) throws {
    // Whatever happened to an entry last decides where it stands.
    let events = try Row.fetchCursor(
      db,
      sql: """
        SELECT cursor, entry, disposition AS event, objectCode, form, townCode, author
          FROM revision WHERE receivedAt <= ?1 AND disposition <> 'superseded'
        UNION ALL
        SELECT cursor, entry, verdict || level, NULL, NULL, NULL, NULL
          FROM review WHERE at <= ?1
        ORDER BY cursor
        """, arguments: [moment.milliseconds])
    while let row = try events.next() {
      let id = try row.id("entry")
      if row["event"] == "accepted" {
        entries[id] = Entry(
          object: row["objectCode"], form: row["form"], town: row["townCode"],
          author: row["author"], standing: .received)
      } else {
        entries[id]?.standing = PastState.standing(after: row["event"])
      }
    }
  }

  private static func standing(after event: String) -> EntryStanding {
    switch event {
    case "conflict": .conflict
    case "passcounty": .countyPassed
    case "passcity": .cityPassed
    default: .returned
    }
  }
}
