import CensusAPI
import CensusDomain
import CensusHub
import Testing

@Suite struct AccessRouteTests {
  private static let guarded = [
    ("GET", "/v1/device"), ("POST", "/v1/device"), ("POST", "/v1/device/rejoin"),
    ("GET", "/v1/receipts"), ("GET", "/v1/changes"),
    ("GET", "/v1/inventory?version=1"), ("POST", "/v1/batches"),
    ("POST", "/v1/operations/showInventory"),
  ]

  @Test func `no route but health answers without a known token`() async throws {
    try await ServerFixture.with { server in
      for (method, path) in Self.guarded {
        for token in [nil, "", "hcd_unknown", server.deviceToken + "x"] {
          let answer = try await server.ask(method, path, token: token, body: [])
          try server.expectProblem(answer, 401)
          #expect(answer.headers["www-authenticate"]?.hasPrefix("Bearer") == true)
        }
      }
      #expect(try await server.ask("GET", "/healthz").status == 200)
    }
  }

  @Test func `a withdrawn token is refused at once`() async throws {
    try await ServerFixture.with { server in
      #expect(try await server.ask("GET", "/v1/device", token: server.deviceToken).status == 200)
      _ = try await Operations.revokeDevice.call(
        DeviceReference(device: server.device),
        at: LocalCentral(hub: server.hub, caller: .localAdministrator))
      let answer = try await server.ask("GET", "/v1/device", token: server.deviceToken)
      try server.expectProblem(answer, 401)
    }
  }

  @Test func `roles hold over the network too`() async throws {
    try await ServerFixture.with { server in
      func perform(_ name: String, _ token: String, _ input: String) async throws
        -> RawConnection.Answer
      {
        try await server.ask(
          "POST", "/v1/operations/\(name)", token: token, body: Array(input.utf8))
      }
      let query = #"{"withObjects":false}"#
      #expect(try await perform("showInventory", server.viewerToken, query).status == 200)
      #expect(try await perform("showInventory", server.coordinatorToken, query).status == 200)
      try server.expectProblem(
        try await perform("showInventory", server.deviceToken, query), 403)
      try server.expectProblem(
        try await perform("listEntries", server.viewerToken, #"{"limit":1}"#), 403)
      try server.expectProblem(
        try await perform("showInventory", server.coordinatorToken, "{"), 422)
      try server.expectProblem(
        try await perform("noSuchThing", server.coordinatorToken, "{}"), 404)
      try server.expectProblem(
        try await server.ask("GET", "/v1/device", token: server.coordinatorToken), 403)
    }
  }

  @Test func `only names of this server are answered to`() async throws {
    try await ServerFixture.with { server in
      for host in ["127.0.0.1", "localhost", "localhost:\(server.port)", "[::1]:80", "LOCALHOST"] {
        #expect(try await server.ask("GET", "/healthz", host: host).status == 200, "\(host)")
      }
      for host in [
        "evil.test", "127.0.0.1.nip.io", "localhost.", "0.0.0.0", "127.1", "evil.test:80",
        "127.0.0.1.evil.test", "localhost@evil.test",
      ] {
        try server.expectProblem(try await server.ask("GET", "/healthz", host: host), 421)
      }
    }
  }

  @Test func `unknown paths and wrong methods are told apart`() async throws {
    try await ServerFixture.with { server in
      for path in ["/", "/v1", "/v2/device", "/.env", "/v1/../.git/config", "/central.sqlite"] {
        try server.expectProblem(try await server.ask("GET", path), 404)
      }
      let answer = try await server.ask("DELETE", "/v1/batches", token: server.deviceToken)
      try server.expectProblem(answer, 405)
      #expect(answer.headers["allow"] == "POST")
    }
  }

  @Test func `parameters that are not numbers are refused`() async throws {
    try await ServerFixture.with { server in
      for path in ["/v1/changes?after=x", "/v1/changes?after=-1", "/v1/receipts?after=1e3"] {
        try server.expectProblem(
          try await server.ask("GET", path, token: server.deviceToken), 400)
      }
      try server.expectProblem(
        try await server.ask("GET", "/v1/changes?after=9", token: server.deviceToken), 409)
      try server.expectProblem(
        try await server.ask("GET", "/v1/inventory?version=1", token: server.deviceToken), 404)
    }
  }
}
