import CensusAPI
import CensusDomain
import CensusSQLite
import GRDB

/// Writes the difference that a new inventory version makes, within the caller's transaction.
struct InventoryWriter: ~Copyable {
  private let version: Int
  private let stages: StageKeeper
  private let endRow: HotStatement
  private let insertRow: HotStatement
  private let deleteRequirements: HotStatement
  private let deleteItem: HotStatement
  private let insertItem: HotStatement
  private let insertRequirement: HotStatement
  private let findItem: HotStatement
  private let listEntries: HotStatement

  init(_ db: Database, version: Int) throws {
    self.version = version
    let stages = try StageKeeper(db)
    let endRow = try HotStatement(
      db,
      """
      UPDATE inventoryHistory SET until = ?
      WHERE objectCode = ? AND hazard = ? AND until IS NULL
      """)
    let insertRow = try HotStatement(
      db,
      """
      INSERT INTO inventoryHistory (
        objectCode, hazard, since, forms, name, townCode, longitude, latitude, shouldSurvey,
        excludeReason)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """)
    let deleteRequirements = try HotStatement(db, "DELETE FROM requirement WHERE item = ?")
    let deleteItem = try HotStatement(db, "DELETE FROM item WHERE id = ?")
    let insertItem = try HotStatement(
      db,
      """
      INSERT INTO item (
        objectCode, hazard, name, townCode, longitude, latitude, shouldSurvey, excludeReason,
        formCount)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id
      """)
    let insertRequirement = try HotStatement(
      db, "INSERT INTO requirement (objectCode, form, item) VALUES (?, ?, ?)")
    let findItem = try HotStatement(db, "SELECT id FROM item WHERE objectCode = ? AND hazard = ?")
    let listEntries = try HotStatement(
      db,
      "UPDATE entry SET isListed = ? WHERE objectCode = ? AND form = ? AND isListed <> ?1")
    self.stages = stages
    self.endRow = endRow
    self.insertRow = insertRow
    self.deleteRequirements = deleteRequirements
    self.deleteItem = deleteItem
    self.insertItem = insertItem
    self.insertRequirement = insertRequirement
    self.findItem = findItem
    self.listEntries = listEntries
  }

  /// Removes what is gone, adds what is new, replaces what has changed.
  func write(_ diff: InventoryDiff) throws {
    // What changed goes away first and comes back: the new form of one may be the old of another.
    for object in diff.removed + diff.changed.map(\.old) { try remove(object) }
    for object in diff.added + diff.changed.map(\.new) { try add(object) }
  }

  private func remove(_ object: InventoryObject) throws {
    endRow.bind(1, version)
    endRow.bind(2, object.objectCode)
    endRow.bind(3, object.hazard.rawValue)
    try endRow.run()
    for form in object.forms { try mark(object.objectCode, form, isListed: false) }
    findItem.bind(1, object.objectCode)
    findItem.bind(2, object.hazard.rawValue)
    guard try findItem.step() else { return findItem.reset() }
    let item = findItem.integer(0)
    findItem.reset()
    deleteRequirements.bind(1, item)
    try deleteRequirements.run()
    deleteItem.bind(1, item)
    try deleteItem.run()
  }

  private func add(_ object: InventoryObject) throws {
    insertRow.bind(1, object.objectCode)
    insertRow.bind(2, object.hazard.rawValue)
    insertRow.bind(3, version)
    insertRow.bind(4, object.formsText)
    bindParticulars(of: object, to: insertRow, from: 5)
    try insertRow.run()

    insertItem.bind(1, object.objectCode)
    insertItem.bind(2, object.hazard.rawValue)
    bindParticulars(of: object, to: insertItem, from: 3)
    insertItem.bind(9, object.forms.count)
    _ = try insertItem.step()
    let item = insertItem.integer(0)
    insertItem.reset()
    for form in object.forms {
      insertRequirement.bind(1, object.objectCode)
      insertRequirement.bind(2, form)
      insertRequirement.bind(3, item)
      try insertRequirement.run()
    }
    // Entries may have been there before the inventory named their object.
    for form in object.forms {
      try mark(object.objectCode, form, isListed: true)
      try stages.refresh(object.objectCode, form)
    }
  }

  private func bindParticulars(
    of object: InventoryObject, to statement: borrowing HotStatement, from index: Int32
  ) {
    statement.bind(index, object.name)
    statement.bind(index + 1, object.townCode)
    statement.bind(index + 2, object.longitude)
    statement.bind(index + 3, object.latitude)
    statement.bind(index + 4, object.shouldSurvey ? 1 : 0)
    if let reason = object.excludeReason {
      statement.bind(index + 5, reason)
    } else {
      statement.bindNull(index + 5)
    }
  }

  private func mark(_ object: String, _ form: String, isListed: Bool) throws {
    listEntries.bind(1, isListed ? 1 : 0)
    listEntries.bind(2, object)
    listEntries.bind(3, form)
    try listEntries.run()
  }
}
