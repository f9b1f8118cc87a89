import CensusAPI
import CensusCurl
import CensusDomain
import CensusForms
import CensusStore
import CensusSync
import Foundation
import Synchronization

/// One sync of a full device store into a new central in a process of its own.
struct SyncRun {
  /// From the first request until the outbox was empty.
  let seconds: Double
  /// The most memory that the central held.
  let centralPeakKilobytes: Int

  /// Syncs a copy of the store in `model`, so that it can be synced again.
  static func measure(
    _ model: String, entries: Int, in workplace: Workplace
  ) async throws -> SyncRun {
    let device = try workplace.fresh("device")
    let central = try workplace.fresh("central")
    defer {
      try? FileManager.default.removeItem(atPath: device)
      try? FileManager.default.removeItem(atPath: central)
    }
    try FileManager.default.copyItem(atPath: model, toPath: device)
    let store = try DeviceStore.open(folder: device)
    let server = try ChildProcess(nil, ["child-central", central, "\(store.identity.device)"])
    let listening = try server.line(CentralChild.Listening.self)
    let address = "http://127.0.0.1:\(listening.port)"
    let transport = try CurlTransport(
      baseURL: address, userAgent: "census-bench", token: { listening.token })
    let watch = Stopwatch()
    let engine = SyncEngine(
      store: store, forms: FormCatalogue.builtIn(), transport: transport, central: address,
      environment: SyncEngine.Environment(
        atStep: { if $0 == .beforeState { watch.start() } },
        report: {
          if case .pushed(let progress) = $0, progress.entriesDone == entries { watch.stop() }
        }))
    sync()
    let report = try await engine.run()
    await transport.finish()
    guard report.unsent == 0, report.answered[Disposition.accepted.rawValue] == entries else {
      throw BenchError("The sync was not whole: \(report).")
    }
    let peak = try server.peakMemory()
    try server.end()
    return SyncRun(seconds: watch.seconds, centralPeakKilobytes: peak)
  }
}

/// Remembers when the sync began and ended; its events come from several threads.
private final class Stopwatch: Sendable {
  private typealias Instant = ContinuousClock.Instant

  private let span = Mutex<(start: Instant?, end: Instant?)>((nil, nil))

  func start() { span.withLock { $0.start = $0.start ?? .now } }

  func stop() { span.withLock { $0.end = .now } }

  var seconds: Double {
    span.withLock { span in
      guard let start = span.start, let end = span.end else { return .nan }
      return (end - start) / .seconds(1)
    }
  }
}
