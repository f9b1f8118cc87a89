/// What a token's holder may do within the holder's region.
public enum Role: String, Sendable, CaseIterable, Codable {
  /// Sends own entries, reads what the region holds.
  case surveyor
  /// Also reviews, keeps the inventory and the ledger.
  case coordinator
  /// Reads reports only.
  case viewer
  /// Forwards what a lower central has accepted; only a central's own token has it.
  case relay

  /// Whether the role may send entries.
  public var maySubmit: Bool { self != .viewer }
  /// Whether the role may review, change the inventory or write the ledger.
  public var mayCoordinate: Bool { self == .coordinator }
  /// Whether the role may read other people's figures.
  public var mayReadReports: Bool { self == .coordinator || self == .viewer }
}
