import CensusAPI
import CensusDomain
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

extension Request {
  /// Proves that the body which arrived is the one that was sent (RFC 9530, section 2).
  ///
  /// - Parameter isRequired: whether a request without a digest is refused.
  func proveDigest(of body: [UInt8], isRequired: Bool = true) throws {
    guard let stated = Answer.contentDigest.flatMap({ headers[$0] }) else {
      guard isRequired else { return }
      throw StatusError(
        400, .usage, zh: "缺少 Content-Digest。", en: "The Content-Digest is missing.")
    }
    let digests = stated.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
    guard digests.contains(ContentDigest.value(of: body)) else {
      throw StatusError(
        400,
        CensusError(
          .invalidData, zh: "内容与 Content-Digest 不符，传输中有损坏。",
          en: "The body does not agree with its Content-Digest; it was damaged on the way.",
          remedy: LocalizedText(zh: "请重新发送。", en: "Send it again.")))
    }
  }

  /// The whole body, if it is within `limit` bytes; more is refused while it still arrives.
  func bytes(limit: Int) async throws -> [UInt8] {
    var collected: [UInt8] = []
    if let stated = headers[.contentLength].flatMap({ Int($0) }) {
      guard stated <= limit else { throw Request.tooLarge(limit) }
      collected.reserveCapacity(stated)
    }
    for try await part in body {
      guard collected.count + part.readableBytes <= limit else { throw Request.tooLarge(limit) }
      collected.append(contentsOf: part.readableBytesView)
    }
    return collected
  }

  private static func tooLarge(_ limit: Int) -> CensusError {
    CensusError(
      .tooLarge, zh: "请求内容超过上限 \(limit) 字节。",
      en: "The request's body is over the limit of \(limit) bytes.",
      remedy: LocalizedText(zh: "请分成更小的批次。", en: "Send smaller batches."))
  }

  /// A whole number in the query; nil where it is not given.
  func number(_ name: String) throws -> Int64? {
    guard let text = uri.queryParameters[Substring(name)] else { return nil }
    guard let value = Int64(text), value >= 0 else {
      throw CensusError(
        .usage, zh: "参数 \(name) 须为不小于 0 的整数。",
        en: "The parameter \(name) must be a whole number from 0.")
    }
    return value
  }

  /// The hash in a query parameter; nil where there is none.
  func hash(_ name: String) throws -> ContentHash? {
    guard let text = uri.queryParameters[Substring(name)] else { return nil }
    guard let value = ContentHash(String(text)) else {
      throw CensusError(
        .usage, zh: "参数 \(name) 须为 64 位小写十六进制摘要。",
        en: "The parameter \(name) must be a hash of 64 lower-case hexadecimal digits.")
    }
    return value
  }

  /// A page's size within the protocol's bound.
  func pageSize() throws -> Int {
    let wish = try number("limit").map { Int(clamping: $0) } ?? ProtocolLimits.maximumPageCount
    return max(1, min(wish, ProtocolLimits.maximumPageCount))
  }
}
