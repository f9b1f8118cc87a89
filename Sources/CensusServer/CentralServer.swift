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
      try await service.value
    } onCancelOrGracefulShutdown: {
      Task { await group.triggerGracefulShutdown() }
    }
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
