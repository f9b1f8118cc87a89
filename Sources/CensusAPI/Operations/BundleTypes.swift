import CensusDomain

/// Asks for the central's public key.
public struct CentralKeyQuery: Sendable, Codable {
  /// Makes a query.
  public init() {}
}

/// The public key to which a device seals a bundle for this central.
public struct CentralKey: Sendable, Codable {
  /// X25519, Base 64.
  public var publicKey: String

  /// Names a key.
  public init(publicKey: String) { self.publicKey = publicKey }
}

/// Names a bundle that was uploaded, to be taken in.
public struct BundleArrival: Sendable, Codable {
  /// The SHA-256 of the uploaded file.
  public var file: ContentHash
  /// What people call the file.
  public var name: String
  /// Why the bundle of a device whose token was withdrawn is wanted; without it, it is refused.
  public var reason: String?

  /// Names a bundle.
  public init(file: ContentHash, name: String, reason: String? = nil) {
    self.file = file
    self.name = name
    self.reason = reason
  }
}

/// What became of a bundle that was brought to a central.
public struct BundleOutcome: Sendable, Codable, Hashable {
  /// The bundle.
  public var bundle: UniqueID
  /// The device that made it.
  public var device: UniqueID
  /// Who carries the device.
  public var surveyor: String
  /// The first sequence in it.
  public var first: Int64
  /// The last sequence in it.
  public var last: Int64
  /// How many revisions were answered for, by disposition.
  public var answered: [String: Int]
  /// How many of its attachments are held now.
  public var attachments: Int
  /// Attachments over the central's limit, which were left out.
  public var refusedAttachments: [ContentHash]
  /// Whether it was taken in before; then it changed nothing.
  public var isRepeated: Bool

  /// Begins an account of a bundle.
  public init(
    bundle: UniqueID, device: UniqueID, surveyor: String, first: Int64, last: Int64,
    isRepeated: Bool
  ) {
    self.bundle = bundle
    self.device = device
    self.surveyor = surveyor
    self.first = first
    self.last = last
    answered = [:]
    attachments = 0
    refusedAttachments = []
    self.isRepeated = isRepeated
  }
}
