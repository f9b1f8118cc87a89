import CensusDomain
import CensusHub
import Hummingbird
import HummingbirdCore
import HummingbirdTLS
import Logging
import NIOCore
import ServiceLifecycle
import UnixSignals

/// Serves a hub over HTTP: decodes, calls, encodes; every rule is the hub's.
public struct CentralServer: Sendable {
  private let hub: Hub
  private let exposure: ServerExposure
  private let port: Int
  private let logger: Logger

  /// How long a connection may say nothing.
  private static let idleTimeout = TimeAmount.seconds(60)
  /// How long a shutdown waits for answers that are under way.
  private static let shutdownDuration = Duration.seconds(10)

  /// Makes a server.
  ///
  /// - Parameters:
  ///   - exposure: where to listen and how to prove itself.
  ///   - port: the port to listen on; 0 lets the system choose.
  public init(
    hub: Hub, exposure: ServerExposure = .loopback, port: Int = 0, logger: Logger
  ) {
    self.hub = hub
    self.exposure = exposure
    self.port = port
    self.logger = logger
  }

  /// Serves until SIGTERM or SIGINT, then answers what is under way and ends.
  ///
  /// - Parameter onListening: called with the port once connections are accepted.
  public func run(onListening: @escaping @Sendable (Int) async -> Void) async throws {
    try await serve(group(signals: [.sigterm, .sigint], onListening))
  }

  /// Serves until the task is cancelled, then answers what is under way and ends.
  ///
  /// Signals are left alone, for a process that does more than serve.
  /// - Parameter onListening: called with the port once connections are accepted.
  public func runUntilCancelled(
    onListening: @escaping @Sendable (Int) async -> Void
  ) async throws {
    try await serve(group(signals: [], onListening))
  }

  private func serve(_ group: ServiceGroup) async throws {
    // A cancelled task would cut answers short; in a task of its own the group ends in good order.
    let service = Task { try await group.run() }
    try await withTaskCancellationOrGracefulShutdownHandler {
      do {
        try await service.value
      } catch let error as IOError {
        throw cannotListen(error)
      } catch let error as SocketAddressError {
        throw cannotListen(error)
      }
    } onCancelOrGracefulShutdown: {
      Task { await group.triggerGracefulShutdown() }
    }
  }

  private func cannotListen(_ error: any Error) -> CensusError {
    CensusError(
      .unavailable, zh: "无法在 \(exposure.host):\(port) 上监听：\(error)。",
      en: "The address \(exposure.host):\(port) cannot be listened on: \(error).",
      remedy: LocalizedText(
        zh: "核对 --host；端口可能被占用：换一个 --port，或用 --port 0 取空闲端口。",
        en: "Check --host; the port may be taken: choose another --port, or 0 for a free one."),
      cause: error)
  }

  private func group(
    signals: [UnixSignal], _ onListening: @escaping @Sendable (Int) async -> Void
  ) throws -> ServiceGroup {
    let application = Application(
      router: CentralRouter(hub: hub, exposure: exposure).build(), server: try builder(),
      configuration: .init(address: .hostname(exposure.host, port: port)),
      onServerRunning: { channel in await onListening(channel.localAddress?.port ?? 0) },
      logger: logger)
    var configuration = ServiceGroupConfiguration(
      services: [application], gracefulShutdownSignals: signals, logger: logger)
    configuration.maximumGracefulShutdownDuration = CentralServer.shutdownDuration
    return ServiceGroup(configuration: configuration)
  }

  private func builder() throws -> HTTPServerBuilder {
    let plain = HTTPServerBuilder.http1(
      configuration: .init(idleTimeout: CentralServer.idleTimeout))
    guard let tls = exposure.tls else { return plain }
    return try .tls(plain, tlsConfiguration: tls)
  }
}
