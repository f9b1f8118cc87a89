import CensusAPI
import CensusDomain

/// A central's operations over the network.
struct RemoteCentral: CentralAccess {
  let transport: any CentralTransport

  func perform(_ name: String, _ input: [UInt8]) async throws(CensusError) -> [UInt8] {
    let call = HTTPCall(
      method: "POST", path: "/v1/operations/\(name)",
      headers: [
        (name: "Content-Type", value: MediaType.json),
        (name: "Accept", value: "\(MediaType.json), \(MediaType.problem)"),
      ], body: input)
    let reply: HTTPReply
    do {
      reply = try await transport.send(call)
    } catch {
      throw error.asCensusError
    }
    guard reply.status == 200, reply.headers["content-type"]?.hasPrefix(MediaType.json) == true
    else { throw ProblemDocument.error(in: reply) }
    return reply.body
  }
}
