import CensusAPI
import CensusDomain
import CensusHub
import Foundation
import HTTPTypes
import Hummingbird

/// `POST /v1/batches`: takes in what a device sends.
struct BatchRoutes {
  let work: HubWork

  func add(to group: RouterGroup<CensusContext>) {
    group.post("batches") { request, context in
      let device = try DeviceCaller.identity(context)
      let key = try BatchRoutes.key(request)
      let isPacked = try BatchRoutes.isPacked(request)
      let body = try await request.bytes(limit: ProtocolLimits.maximumBodyBytes)
      try request.proveDigest(of: body)
      let receipt = try await work { hub in
        let plain =
          isPacked ? try Gzip.decompress(body, limit: ProtocolLimits.maximumPlainBytes) : body
        do {
          return try hub.receive(batch: key, body: plain, from: device)
        } catch let error as CensusError where error == Hub.keyReused {
          throw StatusError(422, error)
        }
      }
      return Answer.success(receipt, as: MediaType.receipt)
    }
  }

  private static func key(_ request: Request) throws -> UniqueID {
    let name = HTTPField.Name("Idempotency-Key")
    // The draft writes the key as a structured string, in quotes; both forms are read.
    let text = name.flatMap { request.headers[$0] }?.trimmingCharacters(in: ["\""])
    guard let key = text.flatMap({ UniqueID($0) }) else {
      throw StatusError(
        400, .usage, zh: "缺少或不正确的 Idempotency-Key。",
        en: "The Idempotency-Key is missing or not a UUID.")
    }
    return key
  }

  private static func isPacked(_ request: Request) throws -> Bool {
    let stated = request.headers[.contentType]?.split(separator: ";").first
    guard stated.map(String.init) == MediaType.batch else {
      throw StatusError(
        415, .usage, zh: "内容类型须为 \(MediaType.batch)。",
        en: "The Content-Type must be \(MediaType.batch).")
    }
    switch request.headers[.contentEncoding]?.lowercased() {
    case nil, "identity": return false
    case "gzip": return true
    default:
      throw StatusError(
        415, .usage, zh: "内容编码只支持 gzip。", en: "The only Content-Encoding known is gzip.")
    }
  }
}
