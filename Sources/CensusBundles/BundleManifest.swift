import CensusDomain

/// What a bundle says of itself; signed, and the only source of what its parts are.
public struct BundleManifest: Sendable, Codable, Hashable {
  /// The version of this form that is written.
  public static let currentFormat = 1

  /// What a bundle carries.
  public enum Kind: String, Sendable, Codable {
    /// Revisions and attachments, from a device to a central.
    case entries
    /// Answers, reviews and all else that a pull brings, from a central to a device.
    case receipts
  }

  /// How far a device has taken in what a central says, so that a central knows what to send back.
  public struct Reached: Sendable, Codable, Hashable {
    /// The last sequence that was answered for.
    public var answered: Int64
    /// The cursor of the change feed.
    public var cursor: Int64
    /// The version of the inventory; 0 for none.
    public var inventory: Int
    /// The head of the central's audit chain that came with the cursor; nil where none did.
    public var head: ContentHash?

    /// States how far a device has come.
    public init(answered: Int64, cursor: Int64, inventory: Int, head: ContentHash? = nil) {
      self.answered = answered
      self.cursor = cursor
      self.inventory = inventory
      self.head = head
    }

    /// A device that has taken in nothing.
    public static let nothing = Reached(answered: 0, cursor: 0, inventory: 0)
  }

  /// The version of this form.
  public var format: Int
  /// What the bundle carries.
  public var kind: Kind
  /// The bundle's own identifier.
  public var bundle: UniqueID
  /// The survey's district; another district's bundle is refused.
  public var district: RegionCode
  /// The device that made it, or that it is made for.
  public var device: UniqueID
  /// Who carries the device.
  public var surveyor: String
  /// When it was made, milliseconds since the epoch; for people only.
  public var madeAt: Int64
  /// The version of the program that made it.
  public var program: String
  /// The first sequence in it; of receipts the cursor before its first change.
  public var first: Int64
  /// The last sequence in it; of receipts the cursor after its last change.
  public var last: Int64
  /// The sequence after which the numbering of the device's present identity begins.
  public var startsAfter: Int64
  /// How many revisions or answers it holds.
  public var count: Int
  /// How many attachments it holds.
  public var attachments: Int
  /// How far the device had come when it made the bundle, or has come with it.
  public var reached: Reached
  /// Of receipts: the audit head that the device last told of, which the central's chain has.
  public var follows: ContentHash?
  /// Of receipts: the audit head that the device last told of, which the central's chain has not, since
  /// it was restored.
  public var lacks: ContentHash?
  /// Its parts in the order in which they are taken in.
  public var parts: [BundlePart]

  /// Describes a bundle.
  public init(
    kind: Kind, bundle: UniqueID, district: RegionCode, device: UniqueID, surveyor: String,
    madeAt: Timestamp, program: String, first: Int64, last: Int64, startsAfter: Int64 = 0,
    count: Int,
    reached: Reached, follows: ContentHash? = nil, lacks: ContentHash? = nil, parts: [BundlePart]
  ) {
    format = BundleManifest.currentFormat
    self.kind = kind
    self.bundle = bundle
    self.district = district
    self.device = device
    self.surveyor = surveyor
    self.madeAt = madeAt.milliseconds
    self.program = program
    self.first = first
    self.last = last
    self.startsAfter = startsAfter
    self.count = count
    attachments = parts.count { $0.kind == .attachment }
    self.reached = reached
    self.follows = follows
    self.lacks = lacks
    self.parts = parts
  }
}
