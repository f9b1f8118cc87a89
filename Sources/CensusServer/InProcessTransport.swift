import CensusAPI
import CensusDomain
import CensusHub
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import NIOEmbedded
import Synchronization

/// Carries calls to a hub's own routes within this process: everything of a server but the socket.
///
/// Scenario tests wrap it to lose answers, repeat calls and stop between steps.
public struct InProcessTransport: CentralTransport {
  private let responder: RouterResponder<CensusContext>
  private let token: String

  /// Makes a transport that bears `token`.
  public init(hub: Hub, token: String) {
    responder = CentralRouter(hub: hub, exposure: .loopback).build().buildResponder()
    self.token = token
  }

  /// Answers `call` by the routes.
  public func send(_ call: HTTPCall) async throws(TransportFailure) -> HTTPReply {
    do {
      return try await answer(call)
    } catch {
      throw TransportFailure(.interrupted, detail: "\(error)")
    }
  }

  /// Delivers only the first `bytes` of the call's body, then breaks the connection.
  public func send(_ call: HTTPCall, cutAfter bytes: Int) async throws(TransportFailure) {
    let part = Array((call.body ?? []).prefix(bytes))
    let (body, source) = AsyncThrowingStream.makeStream(of: ByteBuffer.self)
    source.yield(ByteBuffer(bytes: part))
    source.finish(throwing: TransportFailure(.interrupted, detail: "the test cut the body"))
    _ = try? await answer(call, RequestBody(asyncSequence: body))
    throw TransportFailure(.interrupted, detail: "the test cut the body")
  }

  private func answer(_ call: HTTPCall) async throws -> HTTPReply {
    try await answer(call, RequestBody(buffer: ByteBuffer(bytes: call.body ?? [])))
  }

  private func answer(_ call: HTTPCall, _ body: RequestBody) async throws -> HTTPReply {
    var fields = HTTPFields()
    fields[.authorization] = "Bearer \(token)"
    for header in call.headers {
      if let name = HTTPField.Name(header.name) { fields[name] = header.value }
    }
    guard let method = HTTPRequest.Method(call.method) else {
      throw TransportFailure(.invalidRequest, detail: call.method)
    }
    let request = Request(
      head: HTTPRequest(
        method: method, scheme: "http", authority: "127.0.0.1", path: call.path,
        headerFields: fields), body: body)
    let source = ApplicationRequestContextSource(
      channel: EmbeddedChannel(),
      logger: Logger(label: "in-process") { _ in SwiftLogNoOpLogHandler() })
    let response = try await responder.respond(to: request, context: CensusContext(source: source))
    let collector = BodyCollector()
    try await response.body.write(collector)
    let headers = Dictionary(
      response.headers.map { ($0.name.canonicalName, $0.value) }, uniquingKeysWith: { $1 })
    return HTTPReply(
      status: response.status.code, headers: headers, body: collector.bytes.withLock { $0 })
  }
}

/// Gathers an answer's body.
private final class BodyCollector: ResponseBodyWriter, Sendable {
  let bytes = Mutex<[UInt8]>([])

  func write(_ buffer: ByteBuffer) async throws {
    bytes.withLock { $0.append(contentsOf: buffer.readableBytesView) }
  }

  func finish(_ trailingHeaders: HTTPFields?) async throws {}
}
