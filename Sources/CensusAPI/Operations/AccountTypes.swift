import CensusDomain

/// Names an account.
public struct AccountReference: Sendable, Codable {
  /// The holder's name.
  public var name: String

  /// Names an account.
  public init(name: String) { self.name = name }
}

/// The accounts of a central.
public struct AccountList: Sendable, Codable {
  /// One account.
  public struct Item: Sendable, Codable {
    /// The holder's name.
    public var name: String
    /// What the holder may do.
    public var role: Role
    /// Within which region.
    public var region: RegionCode
    /// Whether its token was withdrawn.
    public var isRevoked: Bool

    /// Makes an item.
    public init(name: String, role: Role, region: RegionCode, isRevoked: Bool) {
      self.name = name
      self.role = role
      self.region = region
      self.isRevoked = isRevoked
    }
  }

  /// The accounts by name.
  public var accounts: [Item]

  /// Makes a list.
  public init(accounts: [Item]) { self.accounts = accounts }
}
