import CensusDomain
import CensusForms
import CensusJSON
import CensusSQLite
import GRDB

/// Keeps what entries claim under the rules across records, and finds who claimed it before.
///
/// An entry claims by its head revision. What a reviewer returned or the central rejected stands in
/// nobody's way until it is mended. What an entry claimed when it last became final it may keep,
/// whoever claimed it since: its other fields must stay open to correction, and the county passes
/// only one of the two.
struct ClaimKeeper {
  private let findRival: HotStatement
  private let insert: HotStatement
  private let delete: HotStatement

  init(_ db: Database) throws {
    findRival = try HotStatement(
      db,
      """
      SELECT entry.entry, entry.objectCode FROM claim JOIN entry USING (entry)
      WHERE claim.form = ?1 AND claim.rule = ?2 AND claim.value = ?3
        AND claim.fromDay <= ?5 AND claim.toDay >= ?4 AND claim.entry <> ?6
        AND entry.state <> 'returned' AND entry.state <> 'rejected'
        AND NOT EXISTS (
          SELECT 1 FROM claim AS own
          WHERE own.entry = ?6 AND own.rule = ?2 AND own.form = ?1 AND own.value = ?3
            AND own.fromDay = ?4 AND own.toDay = ?5)
      LIMIT 1
      """)
    insert = try HotStatement(
      db, "INSERT INTO claim (entry, rule, form, value, fromDay, toDay) VALUES (?, ?, ?, ?, ?, ?)")
    delete = try HotStatement(db, "DELETE FROM claim WHERE entry = ?")
  }

  /// What stands against the claims of `content`, each other entry named once.
  func findings(
    _ claims: [DistinctClaim], of entry: UniqueID, form: Form, content: EntryContent
  ) throws -> [Finding] {
    var rivals = Set<UniqueID>()
    var findings: [Finding] = []
    for claim in claims {
      guard let rule = form.distinctRule(claim.rule),
        let (rival, object) = try rival(of: claim, form.code, besides: entry),
        rivals.insert(rival).inserted
      else { continue }
      findings.append(
        try JSONParser().withDocument(content.bytes) { rule.finding(in: $0, against: object) })
    }
    return findings
  }

  private func rival(
    of claim: DistinctClaim, _ form: String, besides entry: UniqueID
  ) throws -> (UniqueID, object: String)? {
    findRival.bind(1, form)
    findRival.bind(2, claim.rule)
    findRival.bind(3, claim.value)
    findRival.bind(4, claim.from)
    findRival.bind(5, claim.to)
    findRival.bind(6, entry)
    defer { findRival.reset() }
    guard try findRival.step(), let id = UniqueID(bytes: findRival.blob(0)) else { return nil }
    return (id, findRival.text(1))
  }

  /// Puts `claims` in place of what the entry claimed before.
  func set(
    _ claims: [DistinctClaim], of entry: UniqueID, form: String, isKnown: Bool
  ) throws {
    if isKnown {
      delete.bind(1, entry)
      try delete.run()
    }
    for claim in claims {
      insert.bind(1, entry)
      insert.bind(2, claim.rule)
      insert.bind(3, form)
      insert.bind(4, claim.value)
      insert.bind(5, claim.from)
      insert.bind(6, claim.to)
      try insert.run()
    }
  }
}
