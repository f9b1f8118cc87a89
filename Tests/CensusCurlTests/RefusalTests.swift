import CensusAPI
import CensusCurl
import CensusDomain
import Testing

@Suite("Addresses and requests that are refused", .timeLimit(.minutes(5)))
struct RefusalTests {
  @Test(
    "Addresses that would send data in the clear, or are none",
    arguments: [
      "http://192.0.2.1", "http://example.com/", "http://127.0.0.1.example.com",
      "http://localhost.example.com", "http://128.0.0.1", "http://[::2]", "http://0.0.0.0",
      "http://user@127.0.0.1", "http://user:word@127.0.0.1", "https://user@example.com",
      "http://127.0.0.1@example.com", "http://example.com\\@127.0.0.1", "ftp://127.0.0.1",
      "file:///etc/passwd", "https://", "", "example.com", "https://example.com/?a=1",
      "https://example.com/#a", "https://exa mple.com", "https://example.com/\r\nX: 1",
      "https://例子.com",
    ])
  func addresses(_ address: String) {
    let failure = #expect(throws: CensusError.self) {
      _ = try CurlTransport(baseURL: address, userAgent: "t")
    }
    #expect(failure?.code == .configuration)
    #expect(failure?.message.zh.hasSuffix("。") == true)
    #expect(failure?.message.en.hasSuffix(".") == true)
    #expect(failure?.remedy != nil)
  }

  @Test(
    "Addresses that may be used",
    arguments: [
      "https://example.com", "https://example.com:8443/census/", "HTTPS://EXAMPLE.COM",
      "http://127.0.0.1:1", "http://127.8.9.10", "http://localhost:80", "http://[::1]:8080/x",
      "http://127.1",
    ])
  func usable(_ address: String) throws {
    _ = try CurlTransport(baseURL: address, userAgent: "t")
  }

  static let calls: [HTTPCall] = [
    HTTPCall(method: "GET", path: "/", headers: [("X-A", "1\r\nX-B: 2")]),
    HTTPCall(method: "GET", path: "/", headers: [("X-A", "1\n")]),
    HTTPCall(method: "GET", path: "/", headers: [("X-A", "1\u{0}")]),
    HTTPCall(method: "GET", path: "/", headers: [("X-A\r\nX-B", "1")]),
    HTTPCall(method: "GET", path: "/", headers: [("X A", "1")]),
    HTTPCall(method: "GET", path: "/", headers: [("X-A:", "1")]),
    HTTPCall(method: "GET", path: "/", headers: [("", "1")]),
    HTTPCall(method: "GET", path: "/", headers: [("Host", "example.com")]),
    HTTPCall(method: "GET", path: "/", headers: [("Transfer-Encoding", "chunked")]),
    HTTPCall(method: "GET", path: "/", headers: [("content-length", "5")]),
    HTTPCall(method: "GET /x", path: "/"),
    HTTPCall(method: "", path: "/"),
    HTTPCall(method: "GET\r\nX: 1", path: "/"),
    HTTPCall(method: "GET", path: ""),
    HTTPCall(method: "GET", path: "x"),
    HTTPCall(method: "GET", path: "@example.com/"),
    HTTPCall(method: "GET", path: ".example.com/"),
    HTTPCall(method: "GET", path: "/a b"),
    HTTPCall(method: "GET", path: "/a\r\nX: 1"),
    HTTPCall(method: "GET", path: "/a\u{0}b"),
    HTTPCall(method: "GET", path: "/a#b"),
    HTTPCall(method: "GET", path: "/名"),
  ]

  @Test("Requests that could be read as more than they are", arguments: calls.indices)
  func requests(_ index: Int) async throws {
    let server = try LoopbackServer { _ in }
    defer { server.stop() }
    let transport = try CurlTransport(baseURL: server.baseURL, userAgent: "t")
    let failure = await #expect(throws: TransportFailure.self) {
      _ = try await transport.send(Self.calls[index])
    }
    #expect(failure?.kind == .invalidRequest)
    #expect(server.acceptCount == 0)
  }

  @Test("A token with a line end is refused and not repeated")
  func token() async throws {
    let transport = try CurlTransport(
      baseURL: "http://127.0.0.1:1", userAgent: "t", token: { "secret-token\r\nX: 1" })
    let failure = await #expect(throws: TransportFailure.self) {
      _ = try await transport.send(HTTPCall(method: "GET", path: "/"))
    }
    #expect(failure?.kind == .invalidRequest)
    #expect(failure?.description.contains("secret-token") == false)
  }
}
