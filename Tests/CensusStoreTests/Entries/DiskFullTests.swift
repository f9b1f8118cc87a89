import CensusDomain
import CensusForms
import CensusJSON
import Foundation
import GRDB
import Testing

@testable import CensusStore

@Suite("A disk without room")
struct DiskFullTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// Lets the database grow by some pages only, which SQLite reports as it reports a full disk.
  private func limit(_ store: DeviceStore, pages: Int) throws {
    try store.database.inDatabase { db in
      let held = try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0
      _ = try Int.fetchOne(db, sql: "PRAGMA max_page_count = \(held + pages)")
    }
  }

  /// Entries one by one until one is refused; those that were acknowledged.
  private func fill(_ store: DeviceStore) throws -> (saved: [String], error: CensusError?) {
    var saved: [String] = []
    for number in 0..<2000 {
      do {
        try store.finalized("X-\(number)")
      } catch let error as CensusError {
        return (saved, error)
      }
      saved.append("X-\(number)")
    }
    return (saved, nil)
  }

  @Test("Every entry that was acknowledged is there, and the one that was not left nothing final")
  func entries() throws {
    var store: DeviceStore? = try Samples.create(folder)
    try limit(#require(store), pages: 60)
    let (saved, error) = try fill(#require(store))
    #expect(error?.code == .diskFull)
    #expect(!saved.isEmpty)
    store = nil
    // With room again, the store is sound and goes on.
    let again = try DeviceStore.open(folder: folder.path)
    #expect(try again.unsound() == [])
    #expect(try again.entries(state: .ready).map(\.objectCode) == saved)
    #expect(try again.unsent().count == saved.count)
    try again.finalized("Y-9999")
  }

  @Test("An import keeps its whole chunks, and repeated with room it saves the rest")
  func importing() throws {
    let lines = try (0..<2500).map { JSONValue.object(try Samples.rain("X-\($0)")).encoded }
    let path = try folder.write(lines.joined(separator: "\n"), to: "many.ndjson")
    var acknowledged = 0
    func run(_ store: DeviceStore) throws -> ImportReport {
      try EntryImporter(
        store: store, catalogue: Samples.catalogue(),
        events: EntryImporter.Events(
          progress: { report, _ in acknowledged = report.saved }, refusal: { _ in })
      ).run(path: path, plan: ImportPlan(form: Samples.form()))
    }
    var store: DeviceStore? = try Samples.create(folder)
    try limit(#require(store), pages: 900)
    let error = try #require(throws: CensusError.self) { try run(#require(store)) }
    #expect(error.code == .diskFull)
    #expect(acknowledged == 1000 || acknowledged == 2000)
    store = nil
    let again = try DeviceStore.open(folder: folder.path)
    let kept = acknowledged
    #expect(try again.entries().count == kept)
    #expect(try again.unsound() == [])
    let report = try run(again)
    #expect(report.alreadyThere == kept)
    #expect(report.saved == 2500 - kept)
  }
}
