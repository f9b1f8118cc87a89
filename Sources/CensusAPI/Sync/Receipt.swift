import CensusDomain
import CensusJSON

/// What the central found wrong with a revision; the same shape as a form's finding.
public struct Fault: Sendable, Hashable, Codable {
  /// The field, as a JSON Pointer; empty for the whole.
  public var pointer: String
  /// The rule that was broken.
  public var rule: String
  /// What is wrong.
  public var message: LocalizedText

  /// Makes a fault.
  public init(pointer: String, rule: String, message: LocalizedText) {
    self.pointer = pointer
    self.rule = rule
    self.message = message
  }
}

/// The central's answer for one revision.
public struct ReceiptItem: Sendable, Hashable {
  /// The revision's place in its device's order.
  public var sequence: Int64
  /// The revision's hash, as the central computed it.
  public var hash: ContentHash
  /// What was done with it.
  public var disposition: Disposition
  /// Why it was rejected; empty otherwise.
  public var faults: [Fault]

  /// Makes an item.
  public init(
    sequence: Int64, hash: ContentHash, disposition: Disposition, faults: [Fault] = []
  ) {
    self.sequence = sequence
    self.hash = hash
    self.disposition = disposition
    self.faults = faults
  }
}

/// The central's answer to a batch: one item for each revision, in the batch's order.
public struct Receipt: Sendable, Hashable {
  /// The batch's idempotency key.
  public var batch: UniqueID
  /// The device that sent it.
  public var device: UniqueID
  /// The head of the central's audit chain after the batch.
  public var auditHead: ContentHash
  /// When the batch was taken in, by the central's clock; for people only.
  public var receivedAt: Timestamp
  /// One item for each revision.
  public var items: [ReceiptItem]

  /// Makes a receipt.
  public init(
    batch: UniqueID, device: UniqueID, auditHead: ContentHash, receivedAt: Timestamp,
    items: [ReceiptItem]
  ) {
    self.batch = batch
    self.device = device
    self.auditHead = auditHead
    self.receivedAt = receivedAt
    self.items = items
  }

  /// The receipt's JSON; the central stores these bytes and repeats them word for word.
  public var encoded: [UInt8] {
    var writer = JSONWriter(capacity: 200 + items.count * 120)
    writer.beginObject()
    writer.key("batch")
    writer.string(batch.description)
    writer.key("device")
    writer.string(device.description)
    writer.key("auditHead")
    writer.string(auditHead.description)
    writer.key("receivedAt")
    writer.integer(receivedAt.milliseconds)
    writer.key("items")
    writer.beginArray()
    for item in items { item.write(to: &writer) }
    writer.endArray()
    writer.endObject()
    return writer.bytes
  }

  /// Reads a receipt.
  ///
  /// - Throws: ``CensusError`` with `protocolViolation` for anything that is not a whole receipt, such
  ///   as the page of a captive portal.
  public static func decode(_ bytes: [UInt8]) throws(CensusError) -> Receipt {
    let parser = JSONParser(maximumDepth: 8, maximumBytes: 64 * 1024 * 1024)
    let receipt = try? parser.withDocument(bytes) { node in try read(node) }
    guard let receipt else { throw notAReceipt }
    return receipt
  }

  private static func read(_ node: JSONNode) throws(CensusError) -> Receipt {
    guard node.kind == .object,
      let batch = node[member: "batch"]?.string.flatMap({ UniqueID($0) }),
      let device = node[member: "device"]?.string.flatMap({ UniqueID($0) }),
      let head = node[member: "auditHead"]?.string.flatMap({ ContentHash($0) }),
      let receivedAt = node[member: "receivedAt"]?.int64,
      let list = node[member: "items"], list.kind == .array
    else { throw notAReceipt }
    var items: [ReceiptItem] = []
    items.reserveCapacity(list.count)
    for element in list.elements {
      guard let item = ReceiptItem(element) else { throw notAReceipt }
      items.append(item)
    }
    return Receipt(
      batch: batch, device: device, auditHead: head,
      receivedAt: Timestamp(milliseconds: receivedAt), items: items)
  }

  private static let notAReceipt = CensusError(
    .protocolViolation, zh: "对方的应答不是中心的回执，未将任何记录标为已送达。",
    en: "The answer is not a central's receipt; nothing was marked as sent.",
    remedy: LocalizedText(
      zh: "检查网络是否需要网页登录，以及服务器地址是否正确，然后再次同步。",
      en:
        "Check whether the network asks for a login page and whether the address is right, then sync again."
    ))
}

extension ReceiptItem {
  fileprivate func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.key("sequence")
    writer.integer(sequence)
    writer.key("hash")
    writer.string(hash.description)
    writer.key("disposition")
    writer.string(disposition.rawValue)
    if !faults.isEmpty {
      writer.key("faults")
      writer.raw(Fault.encode(faults))
    }
    writer.endObject()
  }

  fileprivate init?(_ node: JSONNode) {
    guard node.kind == .object, let sequence = node[member: "sequence"]?.int64,
      let text = node[member: "hash"], text.kind == .string,
      let hash = ContentHash(hex: UnsafeRawBufferPointer(text.utf8)),
      let disposition = node[member: "disposition"]?.string.flatMap(Disposition.init)
    else { return nil }
    let faults = node[member: "faults"].map(Fault.decode) ?? []
    self.init(sequence: sequence, hash: hash, disposition: disposition, faults: faults)
  }
}

extension Fault {
  /// Faults as a JSON array, for a receipt and for a device's store.
  public static func encode(_ faults: [Fault]) -> [UInt8] {
    var writer = JSONWriter()
    writer.beginArray()
    for fault in faults {
      writer.beginObject()
      writer.key("pointer")
      writer.string(fault.pointer)
      writer.key("rule")
      writer.string(fault.rule)
      writer.key("zh")
      writer.string(fault.message.zh)
      writer.key("en")
      writer.string(fault.message.en)
      writer.endObject()
    }
    writer.endArray()
    return writer.bytes
  }

  /// Faults from the JSON array; what is not a fault is left out.
  public static func decode(_ node: JSONNode) -> [Fault] {
    guard node.kind == .array else { return [] }
    return node.elements.compactMap { element in
      guard element.kind == .object, let rule = element[member: "rule"]?.string else { return nil }
      return Fault(
        pointer: element[member: "pointer"]?.string ?? "", rule: rule,
        message: LocalizedText(
          zh: element[member: "zh"]?.string ?? "", en: element[member: "en"]?.string ?? ""))
    }
  }
}
