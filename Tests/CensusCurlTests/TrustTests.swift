import CensusAPI
import CensusCurl
import Testing

@Suite("Certificates", .timeLimit(.minutes(5)), .enabled(if: TLSServer.isAvailable))
struct TrustTests {
  private func send(
    host: String, to server: TLSServer, certificateFile: String?
  ) async throws -> HTTPReply {
    let transport = try CurlTransport(
      baseURL: "https://\(host):\(server.port)",
      options: CurlOptions(certificateFile: certificateFile), userAgent: "t")
    return try await transport.send(HTTPCall(method: "GET", path: "/"))
  }

  private func expectUntrusted(
    host: String, of server: TLSServer, certificateFile: String?
  ) async {
    let failure = await #expect(throws: TransportFailure.self) {
      _ = try await send(host: host, to: server, certificateFile: certificateFile)
    }
    #expect(failure?.kind == .untrusted)
  }

  @Test("A certificate counts when its issuer is trusted and its name is right")
  func trust() async throws {
    let server = try await TLSServer(host: "localhost")
    defer { server.stop() }
    let file = server.certificateFile
    #expect(try await send(host: "localhost", to: server, certificateFile: file).status == 200)
    await expectUntrusted(host: "localhost", of: server, certificateFile: nil)
    await expectUntrusted(host: "127.0.0.1", of: server, certificateFile: file)
    await expectUntrusted(host: "localhost", of: server, certificateFile: file + ".none")
  }

  @Test(
    "TLS 1.1 is refused and TLS 1.2 is not", arguments: [("-tls1_1", false), ("-tls1_2", true)])
  func versions(_ argument: String, _ isAccepted: Bool) async throws {
    // OpenSSL offers the old version only when its security level is lowered.
    let server = try await TLSServer(
      host: "localhost", arguments: [argument, "-cipher", "DEFAULT:@SECLEVEL=0"])
    defer { server.stop() }
    let file = server.certificateFile
    if isAccepted {
      #expect(try await send(host: "localhost", to: server, certificateFile: file).status == 200)
    } else {
      await expectUntrusted(host: "localhost", of: server, certificateFile: file)
    }
  }
}
