import CensusAPI
import CensusDomain
import CensusHub
import CensusSQLite
import GRDB

/// The tables `item` and `requirement`: the current inventory with how far each object has come.
final class ItemTable {
  private let deleteRequirements: LazyStatement
  private let deleteItem: LazyStatement
  private let insertItem: LazyStatement
  private let insertRequirement: LazyStatement
  private let findItem: LazyStatement

  init(_ db: Database) {
    deleteRequirements = LazyStatement(db, "DELETE FROM requirement WHERE item = ?")
    deleteItem = LazyStatement(db, "DELETE FROM item WHERE id = ?")
    insertItem = LazyStatement(
      db,
      """
      INSERT INTO item (
        objectCode, hazard, name, townCode, longitude, latitude, shouldSurvey, excludeReason,
        formCount)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id
      """)
    insertRequirement = LazyStatement(
      db, "INSERT INTO requirement (objectCode, form, item) VALUES (?, ?, ?)")
    findItem = LazyStatement(db, "SELECT id FROM item WHERE objectCode = ? AND hazard = ?")
  }

  /// Removes the object with what it requires.
  func remove(_ object: InventoryObject) throws {
    guard let item = try id(of: object) else { return }
    for statement in [try deleteRequirements.ready(), try deleteItem.ready()] {
      statement.bind(1, item)
      try statement.run()
    }
  }

  /// Adds the object with what it requires.
  func add(_ object: InventoryObject) throws {
    let statement = try insertItem.ready()
    statement.bind(1, object.objectCode)
    statement.bind(2, object.hazard.rawValue)
    statement.bind(particularsOf: object, from: 3)
    statement.bind(9, object.forms.count)
    _ = try statement.step()
    let item = statement.integer(0)
    statement.reset()
    let requirement = try insertRequirement.ready()
    for form in object.forms {
      requirement.bind(1, object.objectCode)
      requirement.bind(2, form)
      requirement.bind(3, item)
      try requirement.run()
    }
  }

  private func id(of object: InventoryObject) throws -> Int64? {
    let statement = try findItem.ready()
    statement.bind(1, object.objectCode)
    statement.bind(2, object.hazard.rawValue)
    defer { statement.reset() }
    return try statement.step() ? statement.integer(0) : nil
  }
}

extension HotStatement {
  /// Binds name, township, position and whether and why not to survey, from `index` on.
  func bind(particularsOf object: InventoryObject, from index: Int32) {
    bind(index, object.name)
    bind(index + 1, object.townCode)
    bind(index + 2, object.longitude)
    bind(index + 3, object.latitude)
    bind(index + 4, object.shouldSurvey ? 1 : 0)
    if let reason = object.excludeReason { bind(index + 5, reason) } else { bindNull(index + 5) }
  }
}
