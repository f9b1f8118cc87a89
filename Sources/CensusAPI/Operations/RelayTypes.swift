import CensusDomain

/// How a central stands with the central above it.
public struct RelayStatus: Sendable, Codable {
  /// A line that the central above did not take.
  public struct Refusal: Sendable, Codable {
    /// Its place in this central's commit order.
    public var cursor: Int64
    /// The hash of the revision or the review.
    public var hash: ContentHash
    /// Why it was not taken.
    public var faults: [Fault]

    /// Makes a refusal.
    public init(cursor: Int64, hash: ContentHash, faults: [Fault]) {
      self.cursor = cursor
      self.hash = hash
      self.faults = faults
    }
  }

  /// How far attachments have come, by what the central above said last.
  public struct Attachments: Sendable, Codable {
    /// Files that were sent and confirmed.
    public var sent: Int
    /// Files that are here and that the central above lacks; the next run sends them.
    public var waiting: Int
    /// Files that neither has; they are sent once their devices have brought them here.
    public var absent: Int

    /// Counts attachments.
    public init(sent: Int, waiting: Int, absent: Int) {
      self.sent = sent
      self.waiting = waiting
      self.absent = absent
    }
  }

  /// The identifier under which the central above enrols this one.
  public var relay: UniqueID
  /// The newest cursor of this central.
  public var newest: Int64
  /// The last cursor that the central above has answered for.
  public var sent: Int64
  /// When the central above was last reached, ISO 8601; empty if never.
  public var lastRun: String
  /// How far attachments have come.
  public var attachments: Attachments
  /// What the central above did not take, the first thousand.
  public var refusals: [Refusal]

  /// Makes a status.
  public init(
    relay: UniqueID, newest: Int64, sent: Int64, lastRun: String, attachments: Attachments,
    refusals: [Refusal]
  ) {
    self.relay = relay
    self.newest = newest
    self.sent = sent
    self.lastRun = lastRun
    self.attachments = attachments
    self.refusals = refusals
  }
}
