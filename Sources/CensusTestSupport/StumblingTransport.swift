import CensusAPI
import CensusDomain
import Synchronization

/// Refuses every batch that holds one of some revisions, as a central would whose reader stumbles over it.
public final class StumblingTransport: CentralTransport, Sendable {
  private let base: any CentralTransport
  private let culprits: Set<ContentHash>
  private let status: Int
  private let tries = Mutex<[ContentHash: Int]>([:])

  /// Wraps `base`; batches with one of `culprits` are refused with `status`.
  public init(_ base: any CentralTransport, over culprits: Set<ContentHash>, status: Int) {
    self.base = base
    self.culprits = culprits
    self.status = status
  }

  /// How often the revision that came most often came in a batch that was refused.
  public var mostTries: Int { tries.withLock { $0.values.max() ?? 0 } }

  /// Sends, or refuses.
  public func send(_ call: HTTPCall) async throws(TransportFailure) -> HTTPReply {
    guard call.path == "/v1/batches", let body = call.body,
      let plain = try? Gzip.decompress(body, limit: 1 << 24)
    else { return try await base.send(call) }
    let lines = String(decoding: plain, as: UTF8.self).split(separator: "\n")
    let hashes = lines.filter { !$0.hasPrefix(#"{"void""#) }.compactMap { line in
      line.firstMatch(of: /"hash":"([0-9a-f]{64})"/).flatMap { ContentHash(String($0.1)) }
    }
    guard hashes.contains(where: culprits.contains) else { return try await base.send(call) }
    tries.withLock { tries in for hash in hashes { tries[hash, default: 0] += 1 } }
    let error = CensusError(
      status == 500 ? .software : .invalidData, zh: "无法读取", en: "cannot be read")
    let problem = ProblemDocument(error, status: status)
    return HTTPReply(
      status: status, headers: ["content-type": MediaType.problem],
      body: (try? OperationCoding.encode(problem)) ?? [])
  }
}
