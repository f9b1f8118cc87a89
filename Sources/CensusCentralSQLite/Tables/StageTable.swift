import CensusDomain
import CensusHub
import CensusSQLite
import GRDB

/// The stages in `requirement` and `item`; triggers on `item` keep `progress`.
final class StageTable: StageRecords {
  private let findPlace: LazyStatement
  private let setRequirement: LazyStatement
  private let setItem: LazyStatement
  private let findLowest: LazyStatement

  init(_ db: Database) {
    findPlace = LazyStatement(
      db,
      """
      SELECT item.id, item.townCode, item.formCount, requirement.stage, requirement.author
      FROM requirement JOIN item ON item.id = requirement.item
      WHERE requirement.objectCode = ? AND requirement.form = ?
      """)
    setRequirement = LazyStatement(
      db, "UPDATE requirement SET stage = ?, author = ? WHERE objectCode = ? AND form = ?")
    setItem = LazyStatement(db, "UPDATE item SET stage = ?, author = ? WHERE id = ?")
    findLowest = LazyStatement(
      db, "SELECT stage, author FROM requirement WHERE item = ? ORDER BY stage, form LIMIT 1")
  }

  func place(_ object: String, form: String) throws -> InventoryPlace? {
    let statement = try findPlace.ready()
    statement.bind(1, object)
    statement.bind(2, form)
    defer { statement.reset() }
    guard try statement.step() else { return nil }
    return InventoryPlace(
      item: statement.integer(0), town: statement.text(1), formCount: Int(statement.integer(2)),
      stage: StageTable.stage(statement.integer(3)), author: statement.text(4))
  }

  func set(_ stage: Stage, by author: String, object: String, form: String) throws {
    let statement = try setRequirement.ready()
    statement.bind(1, stage.rawValue)
    statement.bind(2, author)
    statement.bind(3, object)
    statement.bind(4, form)
    try statement.run()
  }

  func lowest(of item: Int64) throws -> (stage: Stage, author: String)? {
    let statement = try findLowest.ready()
    statement.bind(1, item)
    defer { statement.reset() }
    guard try statement.step() else { return nil }
    return (StageTable.stage(statement.integer(0)), statement.text(1))
  }

  func set(_ stage: Stage, by author: String, item: Int64) throws {
    let statement = try setItem.ready()
    statement.bind(1, stage.rawValue)
    statement.bind(2, author)
    statement.bind(3, item)
    try statement.run()
  }

  private static func stage(_ value: Int64) -> Stage { Stage(rawValue: Int(value)) ?? .none }
}
