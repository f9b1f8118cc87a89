import CensusDomain
import CensusForms
import CensusHub
import CensusSQLite
import GRDB

/// The table `claim`.
final class ClaimTable: ClaimRecords {
  private let insert: LazyStatement
  private let delete: LazyStatement
  private let findRivals: LazyStatement

  init(_ db: Database) {
    insert = LazyStatement(
      db, "INSERT INTO claim (entry, rule, form, value, fromDay, toDay) VALUES (?, ?, ?, ?, ?, ?)")
    delete = LazyStatement(db, "DELETE FROM claim WHERE entry = ?")
    findRivals = LazyStatement(
      db,
      """
      SELECT own.rule, entry.id, entry.objectCode, entry.townCode, entry.author FROM claim AS own
      JOIN claim AS other ON other.form = own.form AND other.rule = own.rule
        AND other.value = own.value AND other.fromDay <= own.toDay AND other.toDay >= own.fromDay
        AND other.entry <> own.entry
      JOIN entry ON entry.id = other.entry
      WHERE own.entry = ? AND entry.standing <> 'returned'
      ORDER BY own.rule, entry.id
      """)
  }

  func set(_ claims: [DistinctClaim], of entry: UniqueID, form: String) throws {
    let old = try delete.ready()
    old.bind(1, entry)
    try old.run()
    for claim in claims {
      let statement = try insert.ready()
      statement.bind(1, entry)
      statement.bind(2, claim.rule)
      statement.bind(3, form)
      statement.bind(4, claim.value)
      statement.bind(5, claim.from)
      statement.bind(6, claim.to)
      try statement.run()
    }
  }

  func rivals(of entry: UniqueID) throws -> [RivalClaim] {
    let statement = try findRivals.ready()
    statement.bind(1, entry)
    defer { statement.reset() }
    var rivals: [RivalClaim] = []
    while try statement.step() {
      guard let id = UniqueID(bytes: statement.blob(1)) else { throw Row.damaged("id") }
      rivals.append(
        RivalClaim(
          rule: statement.text(0), entry: id, object: statement.text(2),
          town: statement.text(3), author: statement.text(4)))
    }
    return rivals
  }
}
