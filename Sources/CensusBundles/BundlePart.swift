import CensusDomain

/// One file in a bundle.
public struct BundlePart: Sendable, Codable, Hashable {
  /// What a part holds.
  public enum Kind: String, Sendable, Codable, CaseIterable {
    /// Lines of a batch, as `POST /v1/batches` takes them.
    case batch
    /// An attachment, named by its hash.
    case attachment
    /// Answers, as `GET /v1/receipts` gives them.
    case receipt
    /// A page of the change feed, as `GET /v1/changes` gives it.
    case changes
    /// A page of an inventory version, as `GET /v1/inventory` gives it.
    case inventory
    /// What the central lacks of the device's attachments, as `GET /v1/attachments/missing` gives it.
    case missing
  }

  /// Its name in the ZIP.
  public var path: String
  /// What it holds.
  public var kind: Kind
  /// Its size, bytes.
  public var size: Int64
  /// The SHA-256 of its bytes.
  public var hash: ContentHash

  /// Describes the part number `index` of its bundle, counted from 0.
  public init(_ kind: Kind, index: Int, size: Int64, hash: ContentHash) {
    self.kind = kind
    self.size = size
    self.hash = hash
    path = BundlePart.path(kind, index: index, hash: hash)
  }

  /// The key of the batch that the part holds; nil of any other part.
  ///
  /// A body has one key for ever, so that a bundle taken in twice is seen to be the same.
  public var batchKey: UniqueID? {
    kind == .batch ? UniqueID(bytes: hash.bytes.prefix(16)) : nil
  }

  /// Whether its name is the one that a part of this kind has at this place, and no other.
  ///
  /// So no name of a bundle leads anywhere when a person unpacks it with a tool of their own.
  func isNamedRightly(at index: Int) -> Bool {
    path == BundlePart.path(kind, index: index, hash: hash) && size >= 0
  }

  private static func path(_ kind: Kind, index: Int, hash: ContentHash) -> String {
    let digits = String(index + 1)
    let number = String(repeating: "0", count: max(0, 6 - digits.count)) + digits
    return switch kind {
    case .batch: "batches/\(number).ndjson"
    case .attachment: "attachments/\(hash)"
    case .receipt: "receipts/\(number).json"
    case .changes: "changes/\(number).json"
    case .inventory: "inventory/\(number).json"
    case .missing: "missing.json"
    }
  }
}
