import CensusAPI
import CensusDomain
import CensusFiles
import Foundation

/// Brings a bundle to a running central: uploads the file, going on where it was cut, and has it taken in.
public struct BundleCarrier: Sendable {
  private let transport: any CentralTransport
  private let central: any CentralAccess
  private let policy: RetryPolicy
  private let environment: SyncEngine.Environment

  /// Makes a carrier.
  ///
  /// - Parameters:
  ///   - transport: reaches the central with a coordinator's token.
  ///   - central: the same central's operations.
  public init(
    transport: any CentralTransport, central: any CentralAccess, policy: RetryPolicy = .field,
    environment: SyncEngine.Environment = .init()
  ) {
    self.transport = transport
    self.central = central
    self.policy = policy
    self.environment = environment
  }

  /// Uploads the bundle at `path` and has it taken in.
  ///
  /// - Parameters:
  ///   - reason: why a withdrawn device's bundle is wanted; nil where it is not.
  ///   - progress: is told how many bytes the central has confirmed.
  /// - Throws: ``CensusError`` as the central gave it or where the link is down; run again, it goes on.
  public func take(
    _ path: String, evenRevoked reason: String? = nil,
    progress: (_ sent: Int64, _ of: Int64) -> Void = { _, _ in }
  ) async throws(CensusError) -> BundleOutcome {
    let file = try PlainFile.reading(path)
    let found = try file.digest()
    let uploader = AttachmentUploader(
      client: SyncClient(transport: transport), policy: policy, wait: environment.wait,
      randomFraction: environment.randomFraction)
    var size = PartSize()
    do {
      _ = try await uploader.send(
        file, of: found.hash, size: found.size, in: &size,
        progress: { progress($0, found.size) })
    } catch let failure as SyncClient.Failure {
      throw failure.asCensusError
    } catch let error as CensusError {
      throw error
    } catch {
      throw TransportFailure(.cancelled, detail: "\(error)").asCensusError
    }
    return try await Operations.takeBundle.call(
      BundleArrival(file: found.hash, name: (path as NSString).lastPathComponent, reason: reason),
      at: central)
  }
}
