import CensusDomain
import CensusSQLite
import GRDB

/// Keeps each inventory object's stage what its entries make it, within one transaction.
///
/// A form's stage is the best over the object's entries of that form; an object's stage is the
/// lowest of its required forms'. Of several entries at the best stage the oldest one names the
/// author, so that the order of arrival does not matter.
struct StageKeeper: ~Copyable {
  /// Where the inventory asks for a form of an object.
  struct Place {
    let item: Int64
    let town: String
    let formCount: Int64
    let stage: Stage
    let author: String
  }

  private let findPlace: HotStatement
  private let findEntries: HotStatement
  private let findQuarantined: HotStatement
  private let setRequirement: HotStatement
  private let setItem: HotStatement
  private let findLowest: HotStatement

  init(_ db: Database) throws {
    let findPlace = try HotStatement(
      db,
      """
      SELECT item.id, item.townCode, item.formCount, requirement.stage, requirement.author
      FROM requirement JOIN item ON item.id = requirement.item
      WHERE requirement.objectCode = ? AND requirement.form = ?
      """)
    let findEntries = try HotStatement(
      db, "SELECT standing, author FROM entry WHERE objectCode = ? AND form = ? ORDER BY id")
    let findQuarantined = try HotStatement(
      db,
      """
      SELECT author FROM quarantine WHERE objectCode = ? AND form = ? AND author <> ''
      ORDER BY device, sequence LIMIT 1
      """)
    let setRequirement = try HotStatement(
      db, "UPDATE requirement SET stage = ?, author = ? WHERE objectCode = ? AND form = ?")
    let setItem = try HotStatement(db, "UPDATE item SET stage = ?, author = ? WHERE id = ?")
    let findLowest = try HotStatement(
      db, "SELECT stage, author FROM requirement WHERE item = ? ORDER BY stage, form LIMIT 1")
    self.findPlace = findPlace
    self.findEntries = findEntries
    self.findQuarantined = findQuarantined
    self.setRequirement = setRequirement
    self.setItem = setItem
    self.findLowest = findLowest
  }

  /// Where the inventory asks for `form` of `object`; nil where it does not.
  func place(_ object: String, _ form: String) throws -> Place? {
    findPlace.bind(1, object)
    findPlace.bind(2, form)
    defer { findPlace.reset() }
    guard try findPlace.step() else { return nil }
    return Place(
      item: findPlace.integer(0), town: findPlace.text(1), formCount: findPlace.integer(2),
      stage: Stage(rawValue: Int(findPlace.integer(3))) ?? .none, author: findPlace.text(4))
  }

  /// Takes note of a new entry at `received`; with nothing as good there before, it is the best.
  func added(_ object: String, _ form: String, by author: String, at place: Place?) throws {
    guard let place, place.stage <= .received else { return }
    if place.stage < .received {
      try set(object, form, at: place, .received, author)
    } else {
      try refresh(object, form, at: place)
    }
  }

  /// Computes the stage of `form` of `object` anew.
  func refresh(_ object: String, _ form: String) throws {
    guard !object.isEmpty, let place = try place(object, form) else { return }
    try refresh(object, form, at: place)
  }

  private func refresh(_ object: String, _ form: String, at place: Place) throws {
    let (stage, author) = try best(object, form)
    guard stage != place.stage || author != place.author else { return }
    try set(object, form, at: place, stage, author)
  }

  private func best(_ object: String, _ form: String) throws -> (Stage, String) {
    var best = (stage: Stage.none, author: "")
    findEntries.bind(1, object)
    findEntries.bind(2, form)
    defer { findEntries.reset() }
    while try findEntries.step() {
      let stage = Stage(standing: findEntries.text(0))
      if stage > best.stage { best = (stage, findEntries.text(1)) }
    }
    guard best.stage == .none else { return best }
    findQuarantined.bind(1, object)
    findQuarantined.bind(2, form)
    defer { findQuarantined.reset() }
    return try findQuarantined.step() ? (.recorded, findQuarantined.text(0)) : best
  }

  private func set(
    _ object: String, _ form: String, at place: Place, _ stage: Stage, _ author: String
  ) throws {
    setRequirement.bind(1, stage.rawValue)
    setRequirement.bind(2, author)
    setRequirement.bind(3, object)
    setRequirement.bind(4, form)
    try setRequirement.run()
    guard place.formCount > 1 else { return try setItem(place.item, stage.rawValue, author) }
    findLowest.bind(1, place.item)
    defer { findLowest.reset() }
    guard try findLowest.step() else { return }
    try setItem(place.item, Int(findLowest.integer(0)), findLowest.text(1))
  }

  private func setItem(_ item: Int64, _ stage: Int, _ author: String) throws {
    setItem.bind(1, stage)
    setItem.bind(2, author)
    setItem.bind(3, item)
    try setItem.run()
  }
}
