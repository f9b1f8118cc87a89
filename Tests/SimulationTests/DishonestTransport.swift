import CensusAPI
import CensusDomain
import CensusJSON
import Foundation

/// A way to the central that has a fault planted in it, to see whether the simulator finds it.
struct DishonestTransport: CentralTransport {
  /// What is wrong with it.
  enum Fault: Sendable {
    /// Batches are acknowledged and go nowhere.
    case acknowledgesWithoutStoring
    /// Receipts say that everything was refused.
    case altersAnswers
    /// Each page of changes is empty, and passes over what it should have told.
    case passesOverChanges
    /// No batch ever gets an answer, although the central takes each in.
    case neverAnswers
    /// The central is never told what a device has read, so it cannot know that it lost it.
    case hidesLoss
    /// Every batch is refused for a reason that nobody knows.
    case failsInside
    /// What a lower central lets stand travels as if something else stood.
    case altersDecisions
  }

  let base: any CentralTransport
  let fault: Fault

  func send(_ call: HTTPCall) async throws(TransportFailure) -> HTTPReply {
    let isBatch = call.path == "/v1/batches"
    switch fault {
    case .acknowledgesWithoutStoring:
      if isBatch, let receipt = forged(call) { return sealed(receipt) }
      return try await base.send(call)
    case .altersAnswers:
      let reply = try await base.send(call)
      let path = call.path.prefix { $0 != "?" }
      guard isBatch || path == "/v1/receipts", let receipt = try? Receipt.decode(reply.body) else {
        return reply
      }
      return sealed(refusing(receipt))
    case .passesOverChanges:
      let reply = try await base.send(call)
      guard call.path.hasPrefix("/v1/changes"), let page = try? ChangePage.decode(reply.body),
        let body = try? ChangePage(changes: [], next: page.next, hasMore: page.hasMore).encoded()
      else { return reply }
      return sealed(body, MediaType.changes)
    case .failsInside:
      guard isBatch else { return try await base.send(call) }
      return HTTPReply(status: 500, headers: [:], body: [])
    case .hidesLoss:
      var forgetful = call
      forgetful.path = String(call.path.replacing(#/&head=[0-9a-f]+/#, with: ""))
      return try await base.send(forgetful)
    case .altersDecisions:
      return try await base.send(isBatch ? superseding(call) : call)
    case .neverAnswers:
      let reply = try await base.send(call)
      if isBatch { throw TransportFailure(.interrupted, detail: "the answer was lost") }
      return reply
    }
  }

  /// A receipt for all of a batch, from one who has not stored it.
  private func forged(_ call: HTTPCall) -> Receipt? {
    guard let body = call.body,
      let plain = try? Gzip.decompress(body, limit: ProtocolLimits.maximumPlainBytes),
      let key = call.headers.first(where: { $0.name == "Idempotency-Key" })?.value,
      let batch = UniqueID(key)
    else { return nil }
    var device = batch
    var items: [ReceiptItem] = []
    for line in plain.split(separator: UInt8(ascii: "\n")) {
      let item = try? JSONParser().withDocument(Array(line)) { node -> ReceiptItem? in
        let (hash, revision) = try BatchLine.read(node)
        guard let sequence = revision[member: "sequence"]?.int64,
          let sender = revision[member: "device"]?.string.flatMap({ UniqueID($0) })
        else { return nil }
        device = sender
        return ReceiptItem(sequence: sequence, hash: hash, disposition: .accepted)
      }
      guard let item = item ?? nil else { return nil }
      items.append(item)
    }
    return Receipt(
      batch: batch, device: device, auditHead: .zero, receivedAt: Timestamp(milliseconds: 0),
      items: items)
  }

  /// The call with every revision but an entry's first told of as overtaken.
  private func superseding(_ call: HTTPCall) -> HTTPCall {
    guard let body = call.body,
      let plain = try? Gzip.decompress(body, limit: ProtocolLimits.maximumPlainBytes)
    else { return call }
    let text = String(decoding: plain, as: UTF8.self)
      .replacing(#""disposition":"accepted""#, with: #""disposition":"superseded""#)
    var altered = call
    let packed = Gzip.compress(Array(text.utf8))
    altered.body = packed
    altered.headers = call.headers.map {
      $0.name == ContentDigest.field
        ? (name: $0.name, value: ContentDigest.value(of: packed)) : $0
    }
    return altered
  }

  private func refusing(_ receipt: Receipt) -> Receipt {
    var altered = receipt
    altered.items = receipt.items.map {
      ReceiptItem(sequence: $0.sequence, hash: $0.hash, disposition: .rejected)
    }
    return altered
  }

  private func sealed(_ receipt: Receipt) -> HTTPReply {
    sealed(receipt.encoded, MediaType.receipt)
  }

  private func sealed(_ body: [UInt8], _ mediaType: String) -> HTTPReply {
    HTTPReply(status: 200, headers: ["content-type": mediaType], body: body)
  }
}
