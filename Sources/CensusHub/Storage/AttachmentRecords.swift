import CensusAPI
import CensusDomain

/// What the standing revision of an entry asks of an object's form when one of its files comes or goes.
public struct AttachedWork: Sendable, Hashable {
  /// The survey object.
  public var object: String
  /// The form.
  public var form: String
  /// The township.
  public var town: String

  /// Names an object's form.
  public init(object: String, form: String, town: String) {
    self.object = object
    self.form = form
    self.town = town
  }
}

/// Which attachments revisions declare, and whether their files are held.
public protocol AttachmentRecords {
  /// Notes that the revision at `cursor` declares `hash`; `arrivedAt` is nil where there is no file yet.
  ///
  /// What was noted before stays as it is.
  func declare(_ hash: ContentHash, by cursor: Int64, arrivedAt: Timestamp?) throws
  /// The hashes that the revision at `cursor` declares and that have no file.
  func missing(by cursor: Int64) throws -> [ContentHash]
  /// Whether any revision declares `hash`.
  func isDeclared(_ hash: ContentHash) throws -> Bool
  /// The entries whose standing revision lacks a file.
  func incomplete() throws -> Set<UniqueID>
  /// The object's forms whose standing revisions declare `hash`.
  func work(on hash: ContentHash) throws -> [AttachedWork]
  /// Notes since when the file of `hash` is held, nil where it is not; tells whether that is news.
  func set(arrivedAt: Timestamp?, of hash: ContentHash) throws -> Bool
  /// Every hash that was declared, and whether its file is noted as held; in order.
  func declared() throws -> [(hash: ContentHash, isHeld: Bool)]
  /// What standing revisions lack within `region`, nil for all, of `device`, nil for all; by entry.
  ///
  /// To a device belongs what its former identities made, and to a relay what it carried.
  func listMissing(
    within region: RegionCode?, of device: UniqueID?, limit: Int
  ) throws -> MissingAttachmentList
}
