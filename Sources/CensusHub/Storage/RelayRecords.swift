import CensusAPI
import CensusDomain

/// How far a central has come with the central above it.
public struct RelayState: Sendable, Hashable {
  /// A batch that was begun and whose receipt has not come yet.
  public struct OpenBatch: Sendable, Hashable {
    /// Its idempotency key.
    public var key: UniqueID
    /// The cursor before its first line.
    public var after: Int64
    /// The cursor of its last line.
    public var through: Int64

    /// Describes a batch.
    public init(key: UniqueID, after: Int64, through: Int64) {
      self.key = key
      self.after = after
      self.through = through
    }
  }

  /// As whom the central above knows this one.
  public var id: UniqueID
  /// The last cursor that the central above has answered for.
  public var sent: Int64
  /// The cursor in the upper central's feed up to which its reviews were taken in.
  public var taken: Int64
  /// The head of the upper central's audit chain that came with ``taken``; nil where none did.
  public var head: ContentHash?
  /// The batch under way.
  public var open: OpenBatch?
  /// When the central above was last reached.
  public var lastRun: Timestamp?

  /// Describes a state.
  public init(
    id: UniqueID, sent: Int64 = 0, taken: Int64 = 0, head: ContentHash? = nil,
    open: OpenBatch? = nil, lastRun: Timestamp? = nil
  ) {
    self.id = id
    self.sent = sent
    self.taken = taken
    self.head = head
    self.open = open
    self.lastRun = lastRun
  }
}

/// What goes to the central above and what comes from centrals below.
public protocol RelayRecords {
  /// Lets the work of `device` come through `relay`, which is noted the first time.
  ///
  /// - Parameter tokenHash: nobody's token; it keeps others from sending as the device.
  /// - Returns: false where the device is enrolled here itself or comes through another relay.
  func carry(
    _ device: UniqueID, of surveyor: String, by relay: DeviceIdentity, tokenHash: ContentHash,
    at time: Timestamp
  ) throws -> Bool
  /// Whether any revision of the entry came through a relay.
  func carries(_ entry: UniqueID) throws -> Bool
  /// How far this central has come with the one above; nil where it never relayed.
  func state() throws -> RelayState?
  /// Notes how far this central has come.
  func set(_ state: RelayState) throws
  /// Keeps what the central above did not take; the same line again replaces what was said of it.
  func keep(_ refusal: ReceiptItem, at time: Timestamp) throws
  /// Forgets a refusal: the line was taken after all.
  func settle(_ at: Int64) throws
  /// The first `limit` refusals by cursor.
  func refusals(limit: Int) throws -> [ReceiptItem]
  /// Notes that the central above lacks these attachments and no others, as far as it knows of them.
  func lacks(_ hashes: Set<ContentHash>) throws
  /// Notes that the central above confirmed the whole file of `hash`.
  func sent(_ hash: ContentHash, at time: Timestamp) throws
  /// How many attachments this central sent, and which the central above lacks.
  func attachments() throws -> (sent: Int, lacking: [ContentHash])
}
