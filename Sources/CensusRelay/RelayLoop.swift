import CensusDomain

/// Relays again and again until its task is cancelled.
public struct RelayLoop: Sendable {
  private let engine: RelayEngine
  private let interval: Int64
  private let environment: RelayEngine.Environment
  private let onFailure: @Sendable (CensusError) -> Void

  /// Makes a loop.
  ///
  /// - Parameters:
  ///   - interval: the wait between two runs, milliseconds; each is drawn from half of it to all.
  ///   - environment: gives the waits and chance.
  ///   - onFailure: told of a run that failed; the next one follows all the same.
  public init(
    engine: RelayEngine, interval: Int64,
    environment: RelayEngine.Environment = RelayEngine.Environment(),
    onFailure: @escaping @Sendable (CensusError) -> Void
  ) {
    self.engine = engine
    self.interval = interval
    self.environment = environment
    self.onFailure = onFailure
  }

  /// Runs until the task is cancelled.
  public func run() async {
    while !Task.isCancelled {
      do {
        _ = try await engine.run()
      } catch let error as CensusError {
        onFailure(error)
      } catch {
        return
      }
      // Many lower centrals of one city must not come in step.
      let half = interval / 2
      let wait = half + Int64(Double(half) * environment.randomFraction())
      guard (try? await environment.wait(wait)) != nil else { return }
    }
  }
}
