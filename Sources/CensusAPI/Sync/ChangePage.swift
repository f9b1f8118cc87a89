import CensusDomain
import CensusJSON

/// One thing that happened at the central and concerns a device.
public struct Change: Sendable, Hashable {
  /// What happened.
  public enum Kind: Sendable, Hashable {
    /// The inventory has a new version; its objects come from `GET /v1/inventory`.
    case inventory(version: Int)
    /// An entry was reviewed.
    case review(ReviewRecord)
    /// A form was added.
    case form(FormAnnouncement)
    /// A revision was stored, of this or another device of the region.
    case revision(hash: ContentHash, disposition: Disposition, record: [UInt8])
  }

  /// Its place in the central's commit order.
  public var cursor: Int64
  /// What happened.
  public var kind: Kind

  /// Makes a change.
  public init(cursor: Int64, kind: Kind) {
    self.cursor = cursor
    self.kind = kind
  }
}

/// A page of the change feed (`GET /v1/changes?after=CURSOR`), in commit order.
public struct ChangePage: Sendable, Hashable {
  /// The changes.
  public var changes: [Change]
  /// Where the next page begins; also covers changes that do not concern the caller.
  public var next: Int64
  /// Whether there is more.
  public var hasMore: Bool
  /// The head of the central's audit chain, by which it knows later whether `next` was its own; absent
  /// from centrals that do not tell.
  public var head: ContentHash?

  /// Makes a page.
  public init(changes: [Change], next: Int64, hasMore: Bool, head: ContentHash? = nil) {
    self.changes = changes
    self.next = next
    self.hasMore = hasMore
    self.head = head
  }

  /// The page's JSON; records stand in it with their exact bytes, so that hashes hold.
  public func encoded() throws(CensusError) -> [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("changes")
    writer.beginArray()
    for change in changes {
      writer.beginObject()
      writer.key("cursor")
      writer.integer(change.cursor)
      switch change.kind {
      case .inventory(let version):
        writer.key("inventory")
        writer.integer(version)
      case .review(let review):
        writer.key("review")
        writer.raw(try OperationCoding.encode(review))
      case .form(let form):
        writer.key("form")
        form.write(to: &writer)
      case .revision(let hash, let disposition, let record):
        writer.key("disposition")
        writer.string(disposition.rawValue)
        writer.key("hash")
        writer.string(hash.description)
        writer.key("revision")
        writer.raw(record)
      }
      writer.endObject()
    }
    writer.endArray()
    writer.key("next")
    writer.integer(next)
    writer.key("hasMore")
    writer.bool(hasMore)
    if let head {
      writer.key("head")
      writer.string(head.description)
    }
    writer.endObject()
    return writer.bytes
  }

  /// Reads a page and proves the hash of each record in it.
  ///
  /// - Throws: ``CensusError`` with `protocolViolation` for anything else.
  public static func decode(_ bytes: [UInt8]) throws(CensusError) -> ChangePage {
    let parser = JSONParser(maximumBytes: 64 * 1024 * 1024)
    do {
      return try parser.withDocument(bytes) { node in try read(node) }
    } catch let error as CensusError {
      throw error
    } catch {
      throw notAPage
    }
  }

  private static func read(_ node: JSONNode) throws(CensusError) -> ChangePage {
    guard node.kind == .object, let list = node[member: "changes"], list.kind == .array,
      let next = node[member: "next"]?.int64, let hasMore = node[member: "hasMore"]?.boolean
    else { throw notAPage }
    var changes: [Change] = []
    for element in list.elements {
      guard element.kind == .object, let cursor = element[member: "cursor"]?.int64 else {
        throw notAPage
      }
      changes.append(Change(cursor: cursor, kind: try kind(of: element)))
    }
    let head = node[member: "head"]?.string.flatMap { ContentHash($0) }
    return ChangePage(changes: changes, next: next, hasMore: hasMore, head: head)
  }

  private static func kind(of element: JSONNode) throws(CensusError) -> Change.Kind {
    if let version = element[member: "inventory"]?.int64 {
      return .inventory(version: Int(version))
    }
    if let review = element[member: "review"] {
      return .review(try OperationCoding.decode(ReviewRecord.self, from: Array(review.raw)))
    }
    if let form = element[member: "form"] {
      guard let announcement = FormAnnouncement(form) else { throw notAPage }
      return .form(announcement)
    }
    guard let disposition = element[member: "disposition"]?.string.flatMap(Disposition.init) else {
      throw notAPage
    }
    let (hash, revision) = try BatchLine.read(element)
    return .revision(hash: hash, disposition: disposition, record: Array(revision.raw))
  }

  private static let notAPage = CensusError(
    .protocolViolation, zh: "对方的应答不是中心的更新列表。", en: "The answer is not a central's change feed.",
    remedy: LocalizedText(
      zh: "检查网络是否需要网页登录，以及服务器地址是否正确。",
      en: "Check whether the network asks for a login page and whether the address is right."))
}
