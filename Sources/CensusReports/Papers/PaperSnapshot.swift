import CensusDomain

/// The state of the records that a paper was made from, so that anyone can count it again.
public struct PaperSnapshot: Sendable, Hashable, Codable {
  /// Up to when records count, in milliseconds since 1970 UTC.
  public var moment: Timestamp
  /// The version of the frozen inventory; nil where none was frozen.
  public var inventoryVersion: Int?
  /// The head of the audit chain: how many rows it has, and the hash of the last.
  public var auditHead: String

  /// Makes a snapshot.
  public init(moment: Timestamp, inventoryVersion: Int?, auditHead: String) {
    self.moment = moment
    self.inventoryVersion = inventoryVersion
    self.auditHead = auditHead
  }
}
