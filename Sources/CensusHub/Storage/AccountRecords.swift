import CensusDomain

/// An account of someone who is no device.
public struct StoredAccount: Sendable, Hashable {
  /// The holder's name, which is unique.
  public var name: String
  /// What the holder may do.
  public var role: Role
  /// Within which region.
  public var region: RegionCode
  /// Whether its token was withdrawn.
  public var isRevoked: Bool

  /// Describes an account.
  public init(name: String, role: Role, region: RegionCode, isRevoked: Bool = false) {
    self.name = name
    self.role = role
    self.region = region
    self.isRevoked = isRevoked
  }
}

/// The accounts.
public protocol AccountRecords {
  /// Whether there is an account of this name.
  func contains(_ name: String) throws -> Bool
  /// The account whose token has this SHA-256.
  func find(tokenHash: ContentHash) throws -> StoredAccount?
  /// The accounts whose region lies within `region`, nil for all, by name.
  func list(within region: RegionCode?) throws -> [StoredAccount]
  /// Notes that the account's token was withdrawn.
  func revoke(_ name: String, at time: Timestamp) throws
  /// Adds an account; refuses a name or a token hash that is there.
  func add(_ account: StoredAccount, tokenHash: ContentHash, at time: Timestamp) throws
}
