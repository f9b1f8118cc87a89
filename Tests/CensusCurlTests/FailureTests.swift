import CensusAPI
import CensusCurl
import Testing

@Suite("Failures are told apart", .timeLimit(.minutes(5)))
struct FailureTests {
  /// Sends one call to a server that behaves as `handler` says, and returns the failure.
  private func failure(
    limit: Int = 1000, options: CurlOptions = CurlOptions(),
    _ handler: @escaping @Sendable (Peer) -> Void
  ) async throws -> TransportFailure? {
    let server = try LoopbackServer { peer in
      guard peer.read() != nil else { return }
      handler(peer)
    }
    defer { server.stop() }
    let transport = try CurlTransport(
      baseURL: server.baseURL, options: options, userAgent: "t", token: { "secret-token" })
    let failure = await #expect(throws: TransportFailure.self) {
      _ = try await transport.send(
        HTTPCall(method: "POST", path: "/", body: [1], responseLimit: limit))
    }
    #expect(failure?.description.contains("secret-token") == false)
    return failure
  }

  @Test("Nobody listens")
  func refused() async throws {
    let port = try LoopbackServer.deadPort()
    let transport = try CurlTransport(baseURL: "http://127.0.0.1:\(port)", userAgent: "t")
    let failure = await #expect(throws: TransportFailure.self) {
      _ = try await transport.send(HTTPCall(method: "GET", path: "/"))
    }
    #expect(failure?.kind == .unreachable)
  }

  @Test("The name does not exist")
  func unresolved() async throws {
    let transport = try CurlTransport(baseURL: "https://census.invalid", userAgent: "t")
    let failure = await #expect(throws: TransportFailure.self) {
      _ = try await transport.send(HTTPCall(method: "GET", path: "/"))
    }
    #expect(failure?.kind == .unreachable)
  }

  @Test("The body is cut in the middle")
  func cutBody() async throws {
    let failure = try await failure { $0.send("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf") }
    #expect(failure?.kind == .interrupted)
  }

  @Test("A chunked body is cut in the middle")
  func cutChunks() async throws {
    let failure = try await failure {
      $0.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nhalf\r\n")
    }
    #expect(failure?.kind == .interrupted)
  }

  @Test("The connection is closed without an answer")
  func noAnswer() async throws {
    let failure = try await failure { _ in }
    #expect(failure?.kind == .interrupted)
  }

  @Test(
    "The connection is reset", arguments: ["", "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nx"])
  func reset(_ answer: String) async throws {
    let failure = try await failure { peer in
      peer.send(answer)
      peer.resetOnClose()
    }
    #expect(failure?.kind == .interrupted)
  }

  @Test("What comes back is not HTTP")
  func notHTTP() async throws {
    let failure = try await failure { $0.send("220 mail.example ESMTP\r\n") }
    #expect(failure?.kind == .interrupted)
  }

  @Test("A body whose announced length is over the limit is not read")
  func announcedLength() async throws {
    let failure = try await failure { peer in
      peer.send("HTTP/1.1 200 OK\r\nContent-Length: 1001\r\n\r\n")
      _ = peer.waitForClose()
    }
    #expect(failure?.kind == .responseTooLarge)
  }

  @Test("A chunked body is stopped at the limit")
  func chunkedLength() async throws {
    let failure = try await failure { peer in
      peer.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
      let chunk = "100\r\n" + String(repeating: "x", count: 256) + "\r\n"
      while peer.send(chunk) {}
    }
    #expect(failure?.kind == .responseTooLarge)
  }

  @Test("A compressed body is counted as it unpacks")
  func bomb() async throws {
    let bomb = gzipBomb(count: 10_000_000)
    #expect(bomb.count < 100_000)
    let failure = try await failure(limit: 100_000) {
      $0.answer(headers: ["Content-Encoding: gzip"], body: bomb)
    }
    #expect(failure?.kind == .responseTooLarge)
  }

  @Test("Headers without end are stopped")
  func headers() async throws {
    let failure = try await failure { peer in
      peer.send("HTTP/1.1 200 OK\r\n")
      while peer.send("X-Filler: " + String(repeating: "x", count: 1000) + "\r\n") {}
    }
    #expect(failure?.kind == .responseTooLarge)
  }

  @Test("A body exactly at the limit is an answer")
  func atLimit() async throws {
    let server = try LoopbackServer { peer in
      while peer.read() != nil { peer.answer(body: [UInt8](repeating: 1, count: 1000)) }
    }
    defer { server.stop() }
    let transport = try CurlTransport(baseURL: server.baseURL, userAgent: "t")
    let reply = try await transport.send(
      HTTPCall(method: "GET", path: "/", responseLimit: 1000))
    #expect(reply.body.count == 1000)
  }

  @Test("A server that falls silent, or nearly so, is given up")
  func stalls() async throws {
    let options = CurlOptions(lowSpeedLimit: 100, lowSpeedTime: 1)
    let silent = try await failure(options: options) { _ = $0.waitForClose() }
    #expect(silent?.kind == .interrupted)
    let dripping = try await failure(options: options) { peer in
      peer.send("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n")
      while peer.send("x"), !peer.waitForClose(milliseconds: 50) {}
    }
    #expect(dripping?.kind == .interrupted)
  }

  @Test("A call has an end even when the answer keeps coming")
  func totalTime() async throws {
    let failure = try await failure(limit: .max, options: CurlOptions(totalTimeout: 1)) { peer in
      peer.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
      while peer.send("1\r\nx\r\n"), !peer.waitForClose(milliseconds: 1) {}
    }
    #expect(failure?.kind == .interrupted)
  }

  @Test("The peer does not speak TLS")
  func notTLS() async throws {
    let server = try LoopbackServer { peer in
      peer.send("HTTP/1.1 400 Bad Request\r\n\r\n")
      _ = peer.waitForClose()
    }
    defer { server.stop() }
    let transport = try CurlTransport(
      baseURL: "https://127.0.0.1:\(server.port)", userAgent: "t")
    let failure = await #expect(throws: TransportFailure.self) {
      _ = try await transport.send(HTTPCall(method: "GET", path: "/"))
    }
    #expect(failure?.kind == .untrusted)
  }
}
