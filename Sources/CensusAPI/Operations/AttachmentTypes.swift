import CensusDomain

/// Which missing attachments to list.
public struct AttachmentQuery: Sendable, Codable {
  /// At most so many.
  public var limit: Int

  /// Makes a query.
  public init(limit: Int = 1000) { self.limit = limit }
}

/// Attachments that entries declare and of which the central has no file.
public struct MissingAttachmentList: Sendable, Codable {
  /// One declared file that is missing.
  public struct Item: Sendable, Codable {
    /// The entry whose standing revision declares it.
    public var entry: UniqueID
    /// The entry's survey object.
    public var objectCode: String
    /// The entry's form.
    public var form: String
    /// The entry's township.
    public var townCode: String
    /// The SHA-256 of the file.
    public var hash: ContentHash
    /// The device that made the revision.
    public var device: UniqueID
    /// Who filled it.
    public var surveyor: String

    /// Describes a missing file.
    public init(
      entry: UniqueID, objectCode: String, form: String, townCode: String, hash: ContentHash,
      device: UniqueID, surveyor: String
    ) {
      self.entry = entry
      self.objectCode = objectCode
      self.form = form
      self.townCode = townCode
      self.hash = hash
      self.device = device
      self.surveyor = surveyor
    }
  }
  /// The missing files, by entry and hash.
  public var items: [Item]
  /// How many there are in all.
  public var total: Int

  /// Makes a list.
  public init(items: [Item], total: Int) {
    self.items = items
    self.total = total
  }
}
