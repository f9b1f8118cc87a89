import CensusDomain
import CensusStore
import CensusSync
import Synchronization

extension Simulation {
  /// Syncs a device; nil where the sync failed, which users are told.
  @discardableResult
  func sync(_ slot: Int, isFaulty: Bool) async -> SyncReport? {
    if devices[slot].mustRejoin, !isFaulty || random.chance(70) {
      guard await rejoin(slot, isFaulty: isFaulty) else { return nil }
    }
    devices[slot].isBusy = true
    defer { devices[slot].isBusy = false }
    let plan =
      isFaulty && random.chance(30)
      ? CrashPlan(at: random.pick(SyncStep.allCases) ?? .beforeSend, time: 1 + random.below(2))
      : nil
    let bounds = BatchBounds(count: random.pick([1, 2, 3, 100]) ?? 1, bytes: 1_000_000)
    let merges = MergeCount()
    do {
      let engine = engine(slot, isFaulty: isFaulty, bounds: bounds, plan: plan, merges: merges)
      let report = try await run(engine, slot, merges)
      let answers = report.answered.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
      note("synced", "\(slot) [\(answers.joined(separator: ", "))] changes \(report.changes)")
      if report.unsent > 0 { violate(.liveness, "device \(slot): a whole sync left work unsent") }
      return report
    } catch is SimulatedCrash {
      note("crash", "\(slot) in a sync")
      await restartDevice(slot)
    } catch let error as CensusError {
      note("sync-failed", "\(slot) \(error.code)")
      judge(error, slot, isFaulty: isFaulty)
    } catch {
      violate(.knownErrors, "device \(slot): \(error)")
    }
    return nil
  }

  /// What a sync has merged is known afterwards, whether it went through or not.
  private func run(
    _ engine: SyncEngine, _ slot: Int, _ merges: MergeCount
  ) async throws -> SyncReport {
    defer { if merges.isAny { learnOwnWork(slot) } }
    return try await engine.run()
  }

  private func engine(
    _ slot: Int, isFaulty: Bool, bounds: BatchBounds, plan: CrashPlan?, merges: MergeCount
  ) -> SyncEngine {
    SyncEngine(
      store: devices[slot].store, forms: forms,
      transport: SimulatedNetwork(world: self, slot: slot, isFaulty: isFaulty),
      central: "simulated", policy: RetryPolicy(attempts: 3), bounds: bounds,
      environment: SyncEngine.Environment(
        wait: { _ in }, now: { 0 }, randomFraction: { 0.5 }, atStep: { try plan?.pass($0) },
        report: { if case .merged = $0 { merges.add() } }))
  }

  /// A failure is an event of everyday life if the network, the coordinator or an old copy explains
  /// it, and else a fault.
  func judge(_ error: CensusError, _ slot: Int, isFaulty: Bool) {
    let device = devices[slot]
    if oracle.identities[device.id]?.token != device.token, error.code == .permission { return }
    if device.isClogged, error.code == .unavailable { return }
    if device.isDoubtful, error.code == .restored {
      devices[slot].mustRejoin = true
      return
    }
    let everyday: Set<CensusError.Code> = [
      .temporaryFailure, .unavailable, .protocolViolation, .invalidData,
    ]
    guard isFaulty, everyday.contains(error.code) else {
      return violate(.knownErrors, "device \(slot): \(error.code): \(error.message.en)")
    }
  }
}

/// How many conflicts a sync has merged by itself, told as it happened.
private final class MergeCount: Sendable {
  private let count = Mutex(0)

  var isAny: Bool { count.withLock { $0 > 0 } }

  func add() { count.withLock { $0 += 1 } }
}
