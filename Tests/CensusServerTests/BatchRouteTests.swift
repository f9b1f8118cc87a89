import CensusAPI
import CensusDomain
import Testing

@Suite struct BatchRouteTests {
  @Test func `a batch is answered with a receipt under its own type and digest`() async throws {
    try await ServerFixture.with { server in
      for (coding, body) in [
        (nil, server.line(1)), ("gzip", Gzip.compress(server.line(2))),
      ] as [(String?, [UInt8])] {
        let answer = try await server.send(body, coding: coding)
        #expect(answer.status == 200)
        #expect(answer.headers["content-type"] == MediaType.receipt)
        #expect(answer.headers["hazardcensus-protocol"] == "1")
        #expect(answer.headers["content-digest"] == ServerFixture.digest(answer.body))
        #expect(answer.headers["x-content-type-options"] == "nosniff")
        #expect(answer.headers["cache-control"] == "no-store")
        #expect(try Receipt.decode(answer.body).device == server.device)
      }
    }
  }

  @Test func `sixteen equal requests get equal answers and one has effect`() async throws {
    try await ServerFixture.with { server in
      let (body, key) = (server.line(1), ServerFixture.key())
      let answers = try await withThrowingTaskGroup(of: [UInt8].self) { group in
        for _ in 0..<16 { group.addTask { try await server.send(body, key: key).body } }
        return try await group.reduce(into: Set<[UInt8]>()) { $0.insert($1) }
      }
      #expect(answers.count == 1)
      #expect(try Receipt.decode(answers.first ?? []).items.count == 1)
    }
  }

  @Test func `key and digest are asked for and proved`() async throws {
    try await ServerFixture.with { server in
      let body = server.line(1)
      try server.expectProblem(try await server.send(body, key: nil), 400)
      try server.expectProblem(try await server.send(body, key: "17"), 400)
      try server.expectProblem(try await server.send(body, digest: .some(nil)), 400)
      try server.expectProblem(try await server.send(body, digest: "md5=:AAAA:"), 400)
      let others = ServerFixture.digest(server.line(2))
      try server.expectProblem(try await server.send(body, digest: others), 400)
      let quoted = try await server.send(body, key: "\"\(ServerFixture.key())\"")
      #expect(quoted.status == 200)
    }
  }

  @Test func `other media types and codings are refused`() async throws {
    try await ServerFixture.with { server in
      let body = server.line(1)
      try server.expectProblem(try await server.send(body, type: "application/json"), 415)
      try server.expectProblem(try await server.send(body, type: nil), 415)
      try server.expectProblem(try await server.send(body, coding: "br"), 415)
    }
  }

  @Test func `what contradicts the store is told apart`() async throws {
    try await ServerFixture.with { server in
      let key = ServerFixture.key()
      #expect(try await server.send(server.line(1), key: key).status == 200)
      try server.expectProblem(try await server.send(server.line(2), key: key), 422)
      try server.expectProblem(try await server.send(server.line(3)), 409)
      try server.expectProblem(try await server.send(server.line(1, remark: "b")), 409)
      try server.expectProblem(try await server.send(Array("{\n".utf8)), 422)
      try server.expectProblem(
        try await server.send(Array("not gzip at all".utf8), coding: "gzip"), 422)
    }
  }

  @Test func `too much is refused, announced or not, packed or not`() async throws {
    try await ServerFixture.with { server in
      let large = [UInt8](repeating: 0x20, count: ProtocolLimits.maximumBodyBytes + 1)
      try server.expectProblem(try await server.send(large), 413)
      let bomb = Gzip.compress(
        [UInt8](repeating: 0x20, count: ProtocolLimits.maximumPlainBytes + 1), level: 9)
      try server.expectProblem(try await server.send(bomb, coding: "gzip"), 413)

      var chunked = Array(
        """
        POST /v1/batches HTTP/1.1\r
        Host: 127.0.0.1\r
        Authorization: Bearer \(server.deviceToken)\r
        Idempotency-Key: \(ServerFixture.key())\r
        Content-Digest: \(ServerFixture.digest([]))\r
        Content-Type: \(MediaType.batch)\r
        Transfer-Encoding: chunked\r
        \r

        """.utf8)
      let chunk = Array("100000\r\n".utf8) + [UInt8](repeating: 0x20, count: 0x100000)
      for _ in 0..<9 { chunked += chunk + Array("\r\n".utf8) }
      chunked += Array("0\r\n\r\n".utf8)
      try server.expectProblem(
        try await RawConnection.exchange(port: server.port, chunked), 413)
    }
  }
}
