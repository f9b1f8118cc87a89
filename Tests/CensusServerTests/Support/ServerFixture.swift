import CensusAPI
import CensusCentralSQLite
import CensusDomain
import CensusForms
import CensusHub
import CensusJSON
import CensusServer
import Foundation
import Logging
import Testing

/// A real server on a port of the system's choice, with an enrolled device and two accounts.
struct ServerFixture: Sendable {
  let hub: Hub
  let port: Int
  let device: UniqueID
  let deviceToken: String
  let coordinatorToken: String
  let viewerToken: String

  /// Serves for as long as `body` runs.
  static func with(_ body: @Sendable @escaping (ServerFixture) async throws -> Void) async throws {
    let district = try #require(RegionCode("130205"))
    let hub = try Hub.inMemory(
      district: district, parts: HubParts(forms: FormCatalogue.builtIn()))
    let local = LocalCentral(hub: hub, caller: .localAdministrator)
    let device = UniqueID(high: 0x0190_0000_0000_7000, low: 0x8000_0000_0000_0001)
    let issued = try await Operations.addDevice.call(
      DeviceEnrolment(device: device, surveyor: "李娜", region: district), at: local)
    var tokens: [String] = []
    for role in [Role.coordinator, .viewer] {
      let account = try await Operations.addAccount.call(
        AccountRequest(name: role.rawValue, role: role, region: district), at: local)
      tokens.append(account.token)
    }
    let (coordinator, viewer) = (tokens[0], tokens[1])
    let (ports, found) = AsyncStream.makeStream(of: Int.self)
    let server = CentralServer(
      hub: hub, logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await server.runUntilCancelled { found.yield($0) } }
      group.addTask {
        for await port in ports {
          try await body(
            ServerFixture(
              hub: hub, port: port, device: device, deviceToken: issued.token,
              coordinatorToken: coordinator, viewerToken: viewer))
          break
        }
      }
      // The body ends first, or the server failed to start and its error comes out here.
      _ = try await group.next()
      group.cancelAll()
    }
  }

  /// Sends a request with these fields; nil leaves a field out.
  func ask(
    _ method: String = "GET", _ path: String, token: String? = nil, host: String? = nil,
    fields: [(String, String?)] = [], body: [UInt8]? = nil
  ) async throws -> RawConnection.Answer {
    var head = "\(method) \(path) HTTP/1.1\r\nHost: \(host ?? "127.0.0.1:\(port)")\r\n"
    if let token { head += "Authorization: Bearer \(token)\r\n" }
    for case (let name, let value?) in fields { head += "\(name): \(value)\r\n" }
    if let body { head += "Content-Length: \(body.count)\r\n" }
    return try await RawConnection.exchange(port: port, Array((head + "\r\n").utf8) + (body ?? []))
  }

  /// Sends a batch as a device does; the parameters replace what the protocol asks for.
  func send(
    _ body: [UInt8], key: String? = ServerFixture.key(), digest: String?? = .none,
    type: String? = MediaType.batch, coding: String? = nil, token: String?? = .none
  ) async throws -> RawConnection.Answer {
    try await ask(
      "POST", "/v1/batches", token: token ?? deviceToken,
      fields: [
        ("Idempotency-Key", key), ("Content-Digest", digest ?? Self.digest(body)),
        ("Content-Type", type), ("Content-Encoding", coding),
      ], body: body)
  }

  static func key() -> String { UUID().uuidString.lowercased() }

  static func digest(_ body: [UInt8]) -> String {
    "sha-256=:\(Data(ContentHash.sha256(of: body).bytes).base64EncodedString()):"
  }

  /// A line of a batch whose content breaks its form; enough for what the routes decide.
  func line(_ sequence: Int64, remark: String = "") -> [UInt8] {
    let record = RevisionRecord(
      entry: UniqueID(high: 1, low: UInt64(sequence)), number: 1, parent: nil, device: device,
      sequence: sequence, author: "李娜", form: "FOR_FIRESOURCE", formVersion: 1,
      recordedAt: Timestamp(milliseconds: 1_700_000_000_000), reasons: [:])
    var writer = JSONWriter()
    record.write(
      content: Array(#"{"townCode":"130205103","remark":"\#(remark)"}"#.utf8), to: &writer)
    var body: [UInt8] = []
    writer.bytes.withUnsafeBytes {
      BatchLine.append(hash: ContentHash.sha256(of: writer.bytes), record: $0, to: &body)
    }
    return body
  }

  /// Proves that `answer` is a problem document with this status.
  func expectProblem(
    _ answer: RawConnection.Answer, _ status: Int, at location: SourceLocation = #_sourceLocation
  ) throws {
    #expect(answer.status == status, "\(answer.text)", sourceLocation: location)
    #expect(
      answer.headers["content-type"]?.hasPrefix(MediaType.problem) == true,
      sourceLocation: location)
    let problem = try OperationCoding.decode(ProblemDocument.self, from: answer.body)
    #expect(problem.status == status, sourceLocation: location)
    #expect(!problem.message.zh.isEmpty && !problem.message.en.isEmpty, sourceLocation: location)
  }
}
