import CensusDomain

/// An attachment that an entry of this device declares.
public struct DeviceAttachment: Sendable, Hashable, Encodable {
  /// Where its file is.
  public enum Place: String, Sendable, Codable {
    /// Declared, but the file is not on this device.
    case elsewhere
    /// On this device, and the central has not confirmed it yet.
    case waiting
    /// The central holds it.
    case sent
  }

  /// The entry.
  public let entry: UniqueID
  /// The entry's survey object.
  public let objectCode: String
  /// The entry's form.
  public let form: String
  /// The SHA-256 of the file.
  public let hash: ContentHash
  /// The size of the file on this device, bytes; nil where it is not here.
  public let size: Int64?
  /// Where the file is.
  public let place: Place

  private enum CodingKeys: String, CodingKey { case entry, objectCode, form, hash, size, place }

  /// Writes every key, also that of a size which is not known.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(entry, forKey: .entry)
    try container.encode(objectCode, forKey: .objectCode)
    try container.encode(form, forKey: .form)
    try container.encode(hash, forKey: .hash)
    try container.encode(size, forKey: .size)
    try container.encode(place, forKey: .place)
  }
}
