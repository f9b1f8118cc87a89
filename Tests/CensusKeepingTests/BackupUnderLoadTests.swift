import CensusDomain
import CensusKeeping
import CensusStore
import CensusTestSupport
import Foundation
import GRDB
import Testing

/// Backups of a central that takes in batches meanwhile.
@Suite("Backup under load")
struct BackupUnderLoadTests {
  @Test("Each of twenty backups during ingest is sound and holds the first of the device's work")
  func whileBatchesCome() async throws {
    let fixture = try Fixture()
    defer { fixture.remove() }
    let central = fixture.path("central")
    let clock = ManualClock(day: try #require(CivilDate("2026-01-01")))
    let world = try CensusWorld(central: central, clock: clock)
    let device = try await world.device("李娜")
    let contents = try SampleData.fireSources(60)
    let work = Task {
      for content in contents {
        try device.record([content])
        try await world.sync(device)
      }
    }
    for round in 0..<20 {
      let backup = fixture.path("backup-\(round)")
      let manifest = try StoreBackup.make(of: central, at: backup, program: "test")
      #expect(try StoreVerifier(folder: backup).verify().faults == [], "round \(round)")
      let sequences = try await DatabaseQueue(path: backup + "/central.sqlite").read { db in
        try Int64.fetchAll(db, sql: "SELECT sequence FROM revision ORDER BY sequence")
      }
      #expect(sequences == Array(1..<Int64(manifest.revisions + 1)), "round \(round)")
    }
    try await work.value
    #expect(try await world.entries().count == contents.count)
  }
}
