import CensusAPI
import CensusDomain
import CensusStore
import Foundation

/// Speaks the sync protocol over a transport: one method a request, each answer proved.
///
/// An answer counts only with its own media type, identifiers and hashes; a page that a captive portal
/// sends with status 200 is a failure. Described in `Docs/Sync-protocol.md`.
package struct SyncClient: Sendable {
  /// Why a request did not lead to an answer that counts.
  package enum Failure: Error {
    /// No whole answer came; the effect may be unknown.
    case transport(TransportFailure)
    /// The central refused, or something else answered.
    case refused(CensusError, status: Int, retryAfter: Int?)

    /// The same for people.
    package var asCensusError: CensusError {
      switch self {
      case .transport(let failure): failure.asCensusError
      case .refused(let error, _, _): error
      }
    }
  }

  let transport: any CentralTransport

  /// Makes a client of the central behind `transport`.
  package init(transport: any CentralTransport) { self.transport = transport }

  /// Says what the device is like, and asks what the central holds of it.
  package func deviceState(_ declaration: DeviceDeclaration) async throws(Failure) -> DeviceState {
    try await state("/v1/device", declaration)
  }

  /// Asks for a new identity; the answer tells of that one.
  func rejoin(_ request: RejoinRequest) async throws(Failure) -> DeviceState {
    try await state("/v1/device/rejoin", request)
  }

  private func state(
    _ path: String, _ statement: some Encodable
  ) async throws(Failure) -> DeviceState {
    let body = try decoded { () throws(CensusError) in try OperationCoding.encode(statement) }
    let call = HTTPCall(
      method: "POST", path: path,
      headers: [
        (name: "Content-Type", value: MediaType.json),
        (name: ContentDigest.field, value: ContentDigest.value(of: body)),
        (name: "Accept", value: "\(MediaType.json), \(MediaType.problem)"),
      ], body: body)
    let reply = try await send(call, expecting: MediaType.json)
    return try decoded { () throws(CensusError) in
      try OperationCoding.decode(DeviceState.self, from: reply.body)
    }
  }

  func receipts(after sequence: Int64) async throws(Failure) -> Receipt {
    let path = "/v1/receipts?after=\(sequence)&limit=\(ProtocolLimits.maximumPageCount)"
    let reply = try await get(path, MediaType.receipt)
    return try decoded { () throws(CensusError) in try Receipt.decode(reply.body) }
  }

  package func changes(
    after cursor: Int64, head: ContentHash? = nil
  ) async throws(Failure) -> ChangePage {
    var path = "/v1/changes?after=\(cursor)&limit=\(ProtocolLimits.maximumPageCount)"
    if let head { path += "&head=\(head)" }
    let reply = try await get(path, MediaType.changes)
    return try decoded { () throws(CensusError) in try ChangePage.decode(reply.body) }
  }

  func inventory(version: Int, after: String) async throws(Failure) -> InventoryPage {
    let place = after.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
    let limit = ProtocolLimits.maximumPageCount
    let path = "/v1/inventory?version=\(version)&after=\(place)&limit=\(limit)"
    let reply = try await get(path, MediaType.json)
    return try decoded { () throws(CensusError) in
      try OperationCoding.decode(InventoryPage.self, from: reply.body)
    }
  }

  /// Sends a batch and proves that the answer is the receipt of this very batch.
  package func push(_ batch: PackedBatch) async throws(Failure) -> Receipt {
    let call = HTTPCall(
      method: "POST", path: "/v1/batches",
      headers: [
        (name: "Content-Type", value: MediaType.batch),
        (name: "Content-Encoding", value: "gzip"),
        (name: "Idempotency-Key", value: batch.outgoing.key.description),
        (name: ContentDigest.field, value: batch.contentDigest),
        (name: "Accept", value: "\(MediaType.receipt), \(MediaType.problem)"),
      ], body: batch.packed)
    let reply = try await send(call, expecting: MediaType.receipt)
    let receipt = try decoded { () throws(CensusError) in try Receipt.decode(reply.body) }
    let isOurs =
      receipt.batch == batch.outgoing.key
      && receipt.items.elementsEqual(batch.outgoing.items) {
        $0.sequence == $1.sequence && $0.hash == $1.hash
      }
    guard isOurs else { throw foreign(reply.status) }
    return receipt
  }

  func get(_ path: String, _ mediaType: String) async throws(Failure) -> HTTPReply {
    let accept = "\(mediaType), \(MediaType.problem)"
    let call = HTTPCall(
      method: "GET", path: path, headers: [(name: "Accept", value: accept)])
    return try await send(call, expecting: mediaType)
  }

  private func send(
    _ call: HTTPCall, expecting mediaType: String
  ) async throws(Failure) -> HTTPReply {
    let reply: HTTPReply
    do {
      reply = try await transport.send(call)
    } catch {
      throw .transport(error)
    }
    guard reply.status == 200 else {
      throw .refused(
        ProblemDocument.error(in: reply), status: reply.status,
        retryAfter: RetryAfter.seconds(
          reply.headers["retry-after"], date: reply.headers["date"]))
    }
    let stated = reply.headers["content-type"]?.split(separator: ";").first.map(String.init)
    guard stated == mediaType else { throw foreign(reply.status) }
    // A cursor with another digit would be believed, and what lies between passed over for ever.
    if let digest = reply.headers["content-digest"],
      digest != ContentDigest.value(of: reply.body)
    {
      throw .transport(
        TransportFailure(.interrupted, detail: "the answer was changed on its way"))
    }
    return reply
  }

  func decoded<Value>(
    _ body: () throws(CensusError) -> Value
  ) throws(Failure) -> Value {
    do {
      return try body()
    } catch {
      throw .refused(error, status: 200, retryAfter: nil)
    }
  }

  func foreign(_ status: Int) -> Failure {
    .refused(
      CensusError(
        .protocolViolation, zh: "应答不是中心发出的（可能是上网登录页），未将任何记录标为已送达。",
        en:
          "The answer did not come from a central (perhaps a network's login page); nothing was marked as sent.",
        remedy: LocalizedText(
          zh: "先在浏览器中登录网络，核对服务器地址，再次同步。",
          en: "Log in to the network in a browser, check the address, then sync again.")),
      status: status, retryAfter: nil)
  }
}
