import CensusDomain
import GRDB

/// One thing in a store that is not as it should be.
public struct StoreFault: Sendable, Hashable, Codable {
  /// Where: a table and a row, a file, or the database.
  public let place: String
  /// What was found there.
  public let problem: LocalizedText

  init(_ place: String, zh: String, en: String) {
    self.place = place
    problem = LocalizedText(zh: zh, en: en)
  }

  /// What is stored is not what was hashed or sealed.
  static func changed(_ place: String) -> StoreFault {
    StoreFault(place, zh: "内容与其摘要不符。", en: "Its bytes do not agree with its hash.")
  }

  /// A row that a new store does not take.
  static func refused(_ place: String, _ error: any Error) -> StoreFault {
    let words = (error as? DatabaseError)?.message ?? "\(error)"
    return StoreFault(place, zh: "不合存储规则：\(words)。", en: "It breaks a rule: \(words).")
  }
}

/// What a look at a whole store found.
public struct StoreVerification: Sendable, Codable {
  /// Whose store it is.
  public let kind: StoreKind
  /// The schema's version in the file.
  public internal(set) var schemaVersion: Int32 = 0
  /// Revisions that were read.
  public internal(set) var revisions = 0
  /// Entries in the audit log.
  public internal(set) var auditEntries: Int64 = 0
  /// The hash of the last of them.
  public internal(set) var auditHead = ContentHash.zero
  /// Attachments that are held.
  public internal(set) var attachments = 0
  /// Attachments that records name and that are not held; they may not have come yet.
  public internal(set) var missingAttachments: [ContentHash] = []
  /// On a device: the central's audit heads that its receipts bear.
  public internal(set) var receiptHeads: [ContentHash] = []
  /// What is not as it should be; empty for a sound store.
  public internal(set) var faults: [StoreFault] = []

  /// Whether nothing is wrong.
  public var isSound: Bool { faults.isEmpty }

  init(kind: StoreKind) { self.kind = kind }

  /// Adds what was found elsewhere, such as in a backup's list of files.
  public mutating func add(_ more: [StoreFault]) { faults += more }
}
