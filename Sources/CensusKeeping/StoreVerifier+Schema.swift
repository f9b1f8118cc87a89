import CensusDomain
import CensusSQLite
import Foundation
import GRDB

extension StoreVerifier {
  /// Compares tables, indexes and triggers with those that the same steps make in a new database.
  ///
  /// - Returns: Whether all steps of this program were taken, so that everything can be recounted.
  func schema(_ db: Database, _ found: inout StoreVerification) throws -> Bool {
    let steps = kind.migrator.migrations
    let taken = try texts(db, "SELECT identifier FROM grdb_migrations ORDER BY rowid", 1).map {
      $0[0]
    }
    guard let last = steps.last(where: { taken.contains($0) }), Set(taken).isSubset(of: steps)
    else {
      found.faults.append(
        StoreFault(
          "schema", zh: "记有本程序不认识的结构版本：\(taken.joined(separator: "、"))。",
          en: "It notes steps that this program does not know: \(taken.joined(separator: ", "))."))
      return false
    }
    let model = try DatabaseQueue()
    try kind.migrator.migrate(model, upTo: last)
    let expected = try model.read { try described($0) }
    for difference in Set(expected).symmetricDifference(try described(db)).map({ $0[1] }).sorted() {
      found.faults.append(
        StoreFault(
          "schema \(difference)", zh: "表、索引或触发器与程序所定的不同。",
          en: "A table, an index or a trigger is not what this program makes."))
    }
    return last == steps.last
  }

  private func described(_ db: Database) throws -> [[String]] {
    try texts(
      db,
      """
      SELECT quote(type), quote(name), quote(tbl_name), quote(sql) FROM sqlite_master
      WHERE name NOT LIKE 'sqlite\\_stat%' ESCAPE '\\'
      """, 4)
  }

  private func texts(_ db: Database, _ sql: String, _ columns: Int32) throws -> [[String]] {
    let statement = try HotStatement(db, sql)
    var rows: [[String]] = []
    while try statement.step() { rows.append((0..<columns).map { statement.text($0) }) }
    return rows
  }
}
