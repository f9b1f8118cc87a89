import CensusAPI
import CensusDomain

/// A unit that was drawn, with the revision that had passed by then.
public struct DrawnObject: Sendable, Hashable {
  /// The object's code.
  public var object: String
  /// The form's code.
  public var form: String
  /// The township's code, by the inventory.
  public var town: String
  /// The object's name, by the inventory.
  public var name: String
  /// The entry that had passed.
  public var entry: UniqueID
  /// Its revision.
  public var revision: ContentHash

  /// Describes a unit.
  public init(
    object: String, form: String, town: String, name: String, entry: UniqueID,
    revision: ContentHash
  ) {
    self.object = object
    self.form = form
    self.town = town
    self.name = name
    self.entry = entry
    self.revision = revision
  }
}

/// The quality samples and what their checks found; nothing is ever changed.
public protocol QualityRecords {
  /// The draws by number.
  func list() throws -> [SampleDraw]
  /// The draw of this number.
  func find(_ number: Int) throws -> SampleDraw?
  /// The text of what a draw was drawn from.
  func frame(of draw: Int) throws -> String?
  /// Adds a draw with its frame and sample; refuses a number that is there.
  func add(_ draw: SampleDraw, frame: String, objects: [DrawnObject]) throws
  /// What was drawn, in the order of the bytes of form, township and object.
  func objects(of draw: Int) throws -> [DrawnObject]
  /// Adds a check; false where it is held word for word. Refuses what was not drawn.
  func add(
    _ check: SampleCheck, of draw: Int, by account: String, at time: Timestamp
  ) throws -> Bool
  /// The draw's checks in the order in which they were added; of each unit the last counts.
  func checks(of draw: Int) throws -> [SampleCheck]
}
