import CensusDomain

/// One event of the audit trail: who did what to what, from which device.
public struct AuditEvent: Sendable, Hashable {
  /// Who did it.
  public var actor: String
  /// From which device; empty for the central itself.
  public var device: String
  /// What was done, such as `batch.received`.
  public var action: String
  /// To what: an identifier.
  public var subject: String
  /// Anything that explains it.
  public var detail: String

  /// Makes an event.
  public init(
    actor: String, device: String = "", action: String, subject: String, detail: String = ""
  ) {
    self.actor = actor
    self.device = device
    self.action = action
    self.subject = subject
    self.detail = detail
  }
}

/// The append-only audit trail, whose rows chain by hash.
public protocol AuditRecords {
  /// Appends `event` and gives the chain's new head.
  func append(_ event: AuditEvent, at time: Timestamp) throws -> ContentHash
  /// The chain's head; ``ContentHash/zero`` before the first event.
  func head() throws -> ContentHash
  /// Whether `hash` was the chain's head once.
  func contains(_ hash: ContentHash) throws -> Bool
  /// The chain's head as it was at `moment`.
  func head(at moment: Timestamp) throws -> ContentHash
  /// When the newest event happened; the beginning of 1970 before the first.
  func newestTime() throws -> Timestamp
  /// The first position at which the chain does not hold; nil where it is whole.
  func firstBreak() throws -> Int64?
}
