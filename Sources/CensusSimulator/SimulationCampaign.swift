import CensusDomain
import Foundation

/// Runs many worlds, as many at once as there are processors.
public enum SimulationCampaign {
  /// Runs one world and takes its folder away again.
  ///
  /// Whatever cannot happen in a world that works is a violation as well, so that the seed is named.
  public static func run(_ settings: SimulationSettings, name: String) async -> SimulationOutcome {
    await run(settings.seed, in: [name]) { try await Simulation(settings, name: name).run() }
  }

  /// Runs one city and takes its folders away again.
  public static func run(_ settings: CitySettings, name: String) async -> SimulationOutcome {
    let districts = (0..<settings.districts).map { "\(name)-\($0)" }
    return await run(settings.seed, in: districts + [name]) {
      try await CitySimulation(settings, name: name).run()
    }
  }

  private static func run(
    _ seed: UInt64, in names: [String], _ world: () async throws -> SimulationOutcome
  ) async -> SimulationOutcome {
    do {
      var outcome = try await world()
      for name in names {
        let folder = StoreFolders.path(of: name)
        let open = await filesLeftOpen(in: folder)
        try? FileManager.default.removeItem(atPath: folder)
        if !open.isEmpty {
          outcome = outcome.adding(Violation(invariant: .resources, detail: "left open: \(open)"))
        }
      }
      return outcome
    } catch {
      return SimulationOutcome(
        seed: seed, traceHash: .zero,
        violations: [Violation(invariant: .knownErrors, detail: "\(error)")], trace: [],
        merges: [:], coverage: [:])
    }
  }

  /// Runs `count` seeds from `first` on and gives the outcomes of those that broke something, with
  /// what all of them covered; one world in `cities` is a city, and 0 means none.
  public static func run(
    seeds first: UInt64, count: Int, cities: UInt64 = 0
  ) async -> (failures: [SimulationOutcome], coverage: [String: Int]) {
    let workers = ProcessInfo.processInfo.activeProcessorCount
    return await withTaskGroup(of: SimulationOutcome.self) { group in
      var started = 0
      func start() {
        guard started < count else { return }
        let seed = first &+ UInt64(started)
        started += 1
        group.addTask {
          if cities > 0, seed % cities == 0 {
            await run(CitySettings(seed: seed), name: "seed-\(seed)")
          } else {
            await run(SimulationSettings(seed: seed), name: "seed-\(seed)")
          }
        }
      }
      for _ in 0..<workers { start() }
      var failures: [SimulationOutcome] = []
      var coverage: [String: Int] = [:]
      for await outcome in group {
        start()
        coverage.merge(outcome.coverage, uniquingKeysWith: +)
        if !outcome.violations.isEmpty { failures.append(outcome) }
      }
      return (failures.sorted { $0.seed < $1.seed }, coverage)
    }
  }

  /// The files in `folder` that this process still has open although the world is gone.
  ///
  /// The last holder may be a thread that is just ending, so it gets a moment.
  private static func filesLeftOpen(in folder: String) async -> [String] {
    var open: [String] = []
    for _ in 0..<200 {
      let handles = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")) ?? []
      open = handles.compactMap {
        try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/fd/\($0)")
      }.filter { $0.hasPrefix(folder + "/") }
      if open.isEmpty { return [] }
      try? await Task.sleep(for: .milliseconds(5))
    }
    return open
  }
}

extension SimulationOutcome {
  /// The outcome with one more violation.
  func adding(_ violation: Violation) -> SimulationOutcome {
    SimulationOutcome(
      seed: seed, traceHash: traceHash, violations: violations + [violation], trace: trace,
      merges: merges, coverage: coverage)
  }
}
