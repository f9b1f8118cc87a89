import CensusDomain
import Foundation

/// One request to a central, as a value: what a transport is asked to carry.
public struct HTTPCall: Sendable {
  /// The request method, such as `POST`.
  public var method: String
  /// Path and query below the central's base address, beginning with `/`.
  public var path: String
  /// Header fields in order; names as they go over the wire.
  public var headers: [(name: String, value: String)]
  /// The body's bytes; nil sends none.
  public var body: [UInt8]?
  /// The largest answer, in bytes, that the caller is ready to hold.
  public var responseLimit: Int

  /// Makes a call.
  public init(
    method: String, path: String, headers: [(name: String, value: String)] = [],
    body: [UInt8]? = nil, responseLimit: Int = 32 * 1024 * 1024
  ) {
    self.method = method
    self.path = path
    self.headers = headers
    self.body = body
    self.responseLimit = responseLimit
  }
}

/// What came back for an ``HTTPCall``, whole and unjudged.
public struct HTTPReply: Sendable {
  /// The status code.
  public var status: Int
  /// Header fields by lower-cased name; the last one wins where a name repeats.
  public var headers: [String: String]
  /// The body's bytes after content decoding.
  public var body: [UInt8]

  /// Makes a reply.
  public init(status: Int, headers: [String: String], body: [UInt8]) {
    self.status = status
    self.headers = headers
    self.body = body
  }
}

/// Carries calls to one central; the network is behind this seam so that tests can stand in for it.
public protocol CentralTransport: Sendable {
  /// Sends `call` and returns whatever answer came.
  ///
  /// A status of 400 or above is an answer, not an error.
  /// - Throws: ``TransportFailure`` when no whole answer arrived.
  func send(_ call: HTTPCall) async throws(TransportFailure) -> HTTPReply
}

/// Why no whole answer arrived.
public struct TransportFailure: Error, Sendable, Equatable, CustomStringConvertible {
  /// The kinds of failure that callers treat differently.
  public enum Kind: String, Sendable {
    /// No connection could be made; nothing was sent.
    case unreachable
    /// The peer's certificate or name was not proved; nothing was sent.
    case untrusted
    /// The connection broke or stalled after sending began: the effect is unknown.
    case interrupted
    /// The answer passed the caller's limit.
    case responseTooLarge
    /// The caller cancelled.
    case cancelled
    /// The address or a header is not one that may be used.
    case invalidRequest
  }
  /// The kind of failure.
  public var kind: Kind
  /// The library's own words, for logs.
  public var detail: String

  /// Makes a failure.
  public init(_ kind: Kind, detail: String) {
    self.kind = kind
    self.detail = detail
  }

  /// Kind and detail in one line.
  public var description: String { "\(kind.rawValue): \(detail)" }

  /// The failure as a sentence for people.
  public var asCensusError: CensusError {
    switch kind {
    case .unreachable:
      CensusError(
        .unavailable, zh: "无法连接中心服务器：\(detail)。",
        en: "The central could not be reached: \(detail).",
        remedy: LocalizedText(
          zh: "数据都在本机，网络恢复后再次运行 sync。",
          en: "Everything is kept on this device; run sync again when there is a network."))
    case .untrusted:
      CensusError(
        .protocolViolation, zh: "中心服务器的证书未通过验证：\(detail)。",
        en: "The central's certificate was not proved: \(detail).",
        remedy: LocalizedText(
          zh: "请核对服务器地址，并联系协调员；不要跳过验证。",
          en: "Check the address and ask the coordinator; do not bypass the check."))
    case .interrupted:
      CensusError(
        .temporaryFailure, zh: "传输中断：\(detail)。", en: "The transfer was cut: \(detail).",
        remedy: LocalizedText(
          zh: "再次运行 sync，会从中心已确认处继续。",
          en: "Run sync again; it goes on from what the central has confirmed."))
    case .responseTooLarge:
      CensusError(
        .protocolViolation, zh: "对方的应答超过上限：\(detail)。",
        en: "The answer passed the limit: \(detail).")
    case .cancelled:
      CensusError(.temporaryFailure, zh: "已取消。", en: "Cancelled.")
    case .invalidRequest:
      CensusError(.usage, zh: "请求无效：\(detail)。", en: "The request is not valid: \(detail).")
    }
  }
}
