import CensusAPI
import CensusCurl
import Testing

@Suite("Whole exchanges", .timeLimit(.minutes(5)))
struct TransferTests {
  @Test("Method, path, headers, token and body arrive, and the answer comes back")
  func exchange() async throws {
    let inbox = Inbox()
    let server = try LoopbackServer { peer in
      inbox.take(from: peer)
      peer.answer("201 Created", headers: ["X-Seen:  yes ", "ETag: \"1\""], body: Array("ok".utf8))
    }
    defer { server.stop() }
    let transport = try CurlTransport(
      baseURL: server.baseURL + "/base/", userAgent: "census-test/1", token: { "secret-token" })
    let reply = try await transport.send(
      HTTPCall(
        method: "POST", path: "/v1/records?x=1", headers: [("X-Name", "值"), ("X-Empty", "")],
        body: Array("{}".utf8)))
    #expect(reply.status == 201)
    #expect(reply.body == Array("ok".utf8))
    #expect(reply.headers["x-seen"] == "yes")
    #expect(reply.headers["etag"] == "\"1\"")
    let request = try #require(inbox.requests.first)
    #expect(request.line == "POST /base/v1/records?x=1 HTTP/1.1")
    #expect(request.headers["authorization"] == "Bearer secret-token")
    #expect(request.headers["user-agent"] == "census-test/1")
    #expect(request.headers["x-name"] == "值")
    #expect(request.headers["x-empty"] == "")
    #expect(request.headers["content-length"] == "2")
    #expect(request.headers["content-type"] == nil)
    #expect(request.headers["expect"] == nil)
    #expect(request.body == Array("{}".utf8))
  }

  @Test(
    "Every method goes out with what belongs to it",
    arguments: ["GET", "HEAD", "DELETE", "PUT", "PATCH", "POST"],
    [nil, [], [1, 2, 3]] as [[UInt8]?])
  func methods(_ method: String, _ body: [UInt8]?) async throws {
    let inbox = Inbox()
    let server = try LoopbackServer { peer in
      while inbox.take(from: peer) != nil { peer.answer() }
    }
    defer { server.stop() }
    let transport = try CurlTransport(baseURL: server.baseURL, userAgent: "t")
    let reply = try await transport.send(HTTPCall(method: method, path: "/", body: body))
    #expect(reply.status == 200)
    let request = try #require(inbox.requests.first)
    #expect(request.line == "\(method) / HTTP/1.1")
    #expect(request.body == body ?? [])
    #expect(request.headers["authorization"] == nil)
  }

  @Test("A large body goes out and comes back whole")
  func large() async throws {
    let server = try LoopbackServer { peer in
      while let request = peer.read() { peer.answer(body: request.body) }
    }
    defer { server.stop() }
    let transport = try CurlTransport(baseURL: server.baseURL, userAgent: "t")
    let body = (0..<3_000_000).map { UInt8(truncatingIfNeeded: $0 &* 31 >> 3) }
    let reply = try await transport.send(HTTPCall(method: "POST", path: "/", body: body))
    #expect(reply.body == body)
    #expect(transport.statistics.bytesSent == 3_000_000)
    #expect(transport.statistics.bytesReceived == 3_000_000)
  }

  @Test("One connection carries many calls")
  func keepsConnection() async throws {
    let server = try LoopbackServer { peer in
      while peer.read() != nil { peer.answer(body: [1]) }
    }
    defer { server.stop() }
    let transport = try CurlTransport(baseURL: server.baseURL, userAgent: "t")
    for _ in 0..<5 {
      #expect(try await transport.send(HTTPCall(method: "POST", path: "/", body: [1])).body == [1])
    }
    #expect(server.acceptCount == 1)
    #expect(transport.statistics.calls == 5)
    #expect(transport.statistics.connections == 1)
  }

  @Test("A connection that the server closed between calls is made anew")
  func reconnects() async throws {
    let server = try LoopbackServer { peer in
      if peer.read() != nil { peer.answer() }
    }
    defer { server.stop() }
    let transport = try CurlTransport(baseURL: server.baseURL, userAgent: "t")
    for _ in 0..<3 {
      let reply = try await transport.send(HTTPCall(method: "POST", path: "/", body: [1]))
      #expect(reply.status == 200)
    }
    #expect(server.acceptCount == 3)
  }

  @Test("Calls made at once are carried one after the other")
  func concurrent() async throws {
    let server = try LoopbackServer { peer in
      while let request = peer.read() { peer.answer(body: request.body) }
    }
    defer { server.stop() }
    let transport = try CurlTransport(baseURL: server.baseURL, userAgent: "t")
    try await withThrowingTaskGroup(of: Bool.self) { group in
      for number in UInt8(0)..<20 {
        group.addTask {
          let call = HTTPCall(method: "POST", path: "/", body: [number])
          return try await transport.send(call).body == [number]
        }
      }
      for try await isRight in group { #expect(isRight) }
    }
    #expect(server.acceptCount == 1)
  }

  @Test("Statuses of failure and redirects are answers", arguments: [301, 307, 401, 413, 503])
  func statuses(_ status: Int) async throws {
    let inbox = Inbox()
    let server = try LoopbackServer { peer in
      while inbox.take(from: peer) != nil {
        peer.answer("\(status) X", headers: ["Location: /elsewhere"], body: [7])
      }
    }
    defer { server.stop() }
    let transport = try CurlTransport(
      baseURL: server.baseURL, userAgent: "t", token: { "secret-token" })
    let reply = try await transport.send(HTTPCall(method: "POST", path: "/", body: [1]))
    #expect(reply.status == status)
    #expect(reply.headers["location"] == "/elsewhere")
    await transport.finish()
    #expect(inbox.requests.count == 1)
  }

  @Test("Headers of an interim answer and trailers do not mix with the answer's")
  func interim() async throws {
    let server = try LoopbackServer { peer in
      guard peer.read() != nil else { return }
      peer.send("HTTP/1.1 103 Early Hints\r\nX-Early: 1\r\n\r\n")
      peer.send("HTTP/1.1 200 OK\r\nX-Kind: a\r\nTransfer-Encoding: chunked\r\n\r\n")
      peer.send("2\r\nhi\r\n0\r\nX-Kind: b\r\n\r\n")
    }
    defer { server.stop() }
    let transport = try CurlTransport(baseURL: server.baseURL, userAgent: "t")
    let reply = try await transport.send(HTTPCall(method: "GET", path: "/"))
    #expect(reply.headers["x-early"] == nil)
    #expect(reply.headers["x-kind"] == "a")
    #expect(reply.body == Array("hi".utf8))
  }
}
