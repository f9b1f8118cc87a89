import CensusAPI
import CensusDomain
import Testing

@Suite struct StatementDigestTests {
  @Test func `a statement that was changed on its way is refused, one without a digest is not`()
    async throws
  {
    try await ServerFixture.with { server in
      let said = Array(#"{"programVersion":"0.1.0","unsent":7,"clock":1798000000000}"#.utf8)
      let changed = Array(#"{"programVersion":"0.1.0","unsent":9,"clock":1798000000000}"#.utf8)
      let digest = ServerFixture.digest(said)
      func declare(_ body: [UInt8], _ digest: String?) async throws -> RawConnection.Answer {
        try await server.ask(
          "POST", "/v1/device", token: server.deviceToken,
          fields: [("Content-Type", MediaType.json), ("Content-Digest", digest)], body: body)
      }
      try server.expectProblem(try await declare(changed, digest), 400)
      #expect(try await declare(said, digest).status == 200)
      #expect(try await declare(changed, nil).status == 200)
    }
  }
}
