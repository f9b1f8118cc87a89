import CensusAPI
import CensusCurl
import Testing

@Suite("Cancellation", .timeLimit(.minutes(5)))
struct CancellationTests {
  @Test("A waiting call is ended, and the connection with it")
  func waiting() async throws {
    let (arrivals, arrived) = AsyncStream<Void>.makeStream()
    let (closings, closed) = AsyncStream<Void>.makeStream()
    let server = try LoopbackServer { peer in
      guard let request = peer.read() else { return }
      if request.line.contains("/quick") {
        peer.answer()
        return
      }
      arrived.yield()
      if peer.waitForClose() { closed.yield() }
    }
    defer { server.stop() }
    let transport = try CurlTransport(baseURL: server.baseURL, userAgent: "t")
    let task = Task { try await transport.send(HTTPCall(method: "GET", path: "/slow")) }
    for await _ in arrivals { break }
    let queued = Task { try await transport.send(HTTPCall(method: "GET", path: "/slow")) }
    // The server never answers: that this comes to an end at all is the cancellation's doing. The
    // second call waits behind the first and has to be freed as well.
    queued.cancel()
    await #expect(throws: TransportFailure.cancelled) { _ = try await queued.value }
    task.cancel()
    await #expect(throws: TransportFailure.cancelled) { _ = try await task.value }
    for await _ in closings { break }
    await transport.finish()
    #expect(try await transport.send(HTTPCall(method: "GET", path: "/quick")).status == 200)
  }

  @Test("A download without end is ended")
  func downloading() async throws {
    let (arrivals, arrived) = AsyncStream<Void>.makeStream()
    let server = try LoopbackServer { peer in
      guard peer.read() != nil else { return }
      peer.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
      arrived.yield()
      while peer.send("1\r\nx\r\n"), !peer.waitForClose(milliseconds: 1) {}
    }
    defer { server.stop() }
    let transport = try CurlTransport(baseURL: server.baseURL, userAgent: "t")
    let task = Task { try await transport.send(HTTPCall(method: "GET", path: "/")) }
    for await _ in arrivals { break }
    // The server sends without end, so only the cancellation ends this.
    task.cancel()
    await #expect(throws: TransportFailure.cancelled) { _ = try await task.value }
    await transport.finish()
  }

  @Test("A task that is cancelled already sends nothing")
  func before() async throws {
    let server = try LoopbackServer { peer in
      while peer.read() != nil { peer.answer() }
    }
    defer { server.stop() }
    let transport = try CurlTransport(baseURL: server.baseURL, userAgent: "t")
    let task = Task {
      withUnsafeCurrentTask { $0?.cancel() }
      return try await transport.send(HTTPCall(method: "GET", path: "/"))
    }
    await #expect(throws: TransportFailure.cancelled) { _ = try await task.value }
    await transport.finish()
    #expect(server.acceptCount == 0)
  }
}

extension TransportFailure {
  /// The failure of a cancelled call.
  fileprivate static let cancelled = TransportFailure(.cancelled, detail: "the caller cancelled")
}
