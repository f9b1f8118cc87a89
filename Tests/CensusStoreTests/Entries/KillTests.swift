import CensusDomain
import CensusForms
import CensusJSON
import CensusStore
import Foundation
import Synchronization
import Testing

/// A process that is killed at a chosen moment: exit tests run the closure in a child process.
@Suite("kill -9")
struct KillTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// Identifiers of which the one numbered `last` is never given out: the process dies instead.
  private static func identifiers(dyingAt last: Int) -> IdentifierSource {
    let count = Counter()
    return IdentifierSource { moment in
      if count.next() == last { kill(getpid(), SIGKILL) }
      return IdentifierSource.system.next(at: moment)
    }
  }

  private final class Counter: Sendable {
    private let value = Atomic(0)
    func next() -> Int { value.add(1, ordering: .relaxed).newValue }
  }

  private static func run(
    _ store: DeviceStore, _ path: String, progress: @escaping (ImportReport, Int) -> Void
  ) throws -> ImportReport {
    try EntryImporter(
      store: store, catalogue: Samples.catalogue(),
      events: EntryImporter.Events(progress: progress, refusal: { _ in })
    ).run(path: path, plan: ImportPlan(form: Samples.form()))
  }

  private func writeRows(_ count: Int) throws -> String {
    let lines = try (0..<count).map { JSONValue.object(try Samples.rain("X-\($0)")).encoded }
    return try folder.write(lines.joined(separator: "\n"), to: "rows.ndjson")
  }

  /// The rows that were there after the death, and the rest that a second import saved.
  private func expectRecovery(kept: Int, of total: Int, _ rows: String) throws {
    let store = try DeviceStore.open(folder: folder.path)
    #expect(try store.unsound() == [])
    #expect(try store.unsent().count == kept)
    let report = try Self.run(store, rows) { _, _ in }
    #expect(report.alreadyThere == kept)
    #expect(report.saved == total - kept)
    #expect(try store.unsound() == [])
  }

  @Test("A death inside a chunk loses that chunk and nothing before it")
  func insideChunk() async throws {
    let rows = try writeRows(2200)
    let store = try Samples.create(folder).folder
    await #expect(processExitsWith: .signal(SIGKILL)) {
      [store = store as String, rows = rows as String] in
      let opened = try DeviceStore.open(
        folder: store, clock: FixedClock(), identifiers: Self.identifiers(dyingAt: 1500))
      _ = try Self.run(opened, rows) { _, _ in }
    }
    try expectRecovery(kept: 1000, of: 2200, rows)
  }

  @Test("A death right after a chunk was acknowledged loses nothing of it")
  func afterChunk() async throws {
    let rows = try writeRows(2200)
    let store = try Samples.create(folder).folder
    await #expect(processExitsWith: .signal(SIGKILL)) {
      [store = store as String, rows = rows as String] in
      let opened = try DeviceStore.open(folder: store, clock: FixedClock())
      _ = try Self.run(opened, rows) { report, _ in
        if report.saved == 2000 { kill(getpid(), SIGKILL) }
      }
    }
    try expectRecovery(kept: 2000, of: 2200, rows)
  }

  @Test("Each entry whose finalising returned is there after a death at the next one")
  func oneByOne() async throws {
    let store = try Samples.create(folder).folder
    await #expect(processExitsWith: .signal(SIGKILL)) {
      [store = store as String] in
      let opened = try DeviceStore.open(
        folder: store, clock: FixedClock(), identifiers: Self.identifiers(dyingAt: 8))
      for number in 0..<20 { try opened.finalized("X-\(number)") }
    }
    let again = try DeviceStore.open(folder: folder.path)
    #expect(try again.entries(state: .ready).map(\.objectCode) == (0..<7).map { "X-\($0)" })
    #expect(try again.unsound() == [])
    try again.finalized("X-7")
  }
}
