import CensusAPI
import CensusBundles
import CensusDomain
import CensusFiles
import Foundation

/// Fetches a bundle of receipts from a running central, for a device that has no network.
public struct BundleFetcher: Sendable {
  /// Receipts carry no attachments, so more than this is none, bytes.
  private static let most = 1 << 30

  private let transport: any CentralTransport

  /// Makes a fetcher.
  ///
  /// - Parameter transport: reaches the central with a coordinator's token.
  public init(transport: any CentralTransport) { self.transport = transport }

  /// Fetches the bundle into a new file at `target`, which is there only once it was proved whole.
  ///
  /// - Parameter isWhole: whether to begin anew rather than from what the device is known to have.
  /// - Throws: ``CensusError`` as the central gave it, where the link is down, or of the disk.
  public func fetch(
    for device: UniqueID, isWhole: Bool, to target: String
  ) async throws(CensusError) -> BundleManifest {
    guard !FileManager.default.fileExists(atPath: target) else {
      throw BundleProblem.exists(target)
    }
    let call = HTTPCall(
      method: "GET", path: "/v1/bundles/receipts?device=\(device)&all=\(isWhole ? 1 : 0)",
      headers: [(name: "Accept", value: "\(MediaType.bundle), \(MediaType.problem)")],
      responseLimit: BundleFetcher.most)
    let reply: HTTPReply
    do {
      reply = try await transport.send(call)
    } catch {
      throw error.asCensusError
    }
    guard reply.status == 200, reply.headers["content-type"] == MediaType.bundle else {
      throw ProblemDocument.error(in: reply)
    }
    return try keep(reply.body, at: target)
  }

  private func keep(_ bytes: [UInt8], at target: String) throws(CensusError) -> BundleManifest {
    let partial = target + ".partial"
    unlink(partial)
    do throws(CensusError) {
      let file = try PlainFile.making(partial)
      try file.write(bytes, at: 0)
      try file.synchronize()
      let reader = try BundleReader(path: partial, name: target)
      try reader.proveParts()
      try FinishedFile.place(partial, at: target)
      return reader.manifest
    } catch {
      unlink(partial)
      throw error
    }
  }
}
