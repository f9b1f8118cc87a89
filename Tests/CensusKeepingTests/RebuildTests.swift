import CensusAPI
import CensusDomain
import CensusHub
import CensusKeeping
import CensusStore
import CensusSync
import CensusTestSupport
import Foundation
import GRDB
import Testing

/// Stores that are rebuilt from damaged ones.
@Suite("Rebuilding")
struct RebuildTests {
  private let fixture: Fixture

  init() throws { fixture = try Fixture() }

  /// Tables whose rows may be others of the same meaning; a verification recounts them.
  private static let remade = [
    "grdb_migrations", "upload", "item", "requirement", "progress", "declaredAttachment", "unseen",
  ]

  private func words(_ folder: String, _ kind: StoreKind) throws -> [String: [[DatabaseValue]]] {
    try #require(DatabaseWords.all(folder + "/" + kind.fileName))
  }

  /// Zeroes the pages on which the tree of `name` begins.
  private func wipeRoot(of name: String, in folder: String, _ kind: StoreKind) throws {
    let path = folder + "/" + kind.fileName
    let (root, size) = try DatabaseQueue(path: path).read { db in
      (
        try #require(
          try Int.fetchOne(
            db, sql: "SELECT rootpage FROM sqlite_master WHERE name = ?", arguments: [name])),
        try #require(try Int.fetchOne(db, sql: "PRAGMA page_size"))
      )
    }
    try edit(path) { bytes in
      for place in (root - 1) * size..<root * size { bytes[place] = 0 }
    }
  }

  private func edit(_ path: String, _ change: (inout [UInt8]) -> Void) throws {
    var bytes = Array(try Data(contentsOf: URL(filePath: path)))
    change(&bytes)
    try Data(bytes).write(to: URL(filePath: path))
  }

  /// Flips a bit in each copy of each record that stands in the file.
  private func damage(_ records: [Data], in path: String) throws {
    try #require(!records.isEmpty)
    try edit(path) { bytes in
      let data = Data(bytes)
      for record in records {
        var from = data.startIndex
        while let found = data.range(of: record, in: from..<data.endIndex) {
          bytes[found.lowerBound + 200] ^= 1
          from = found.upperBound
        }
      }
    }
  }

  @Test("A sound store comes back with every row", arguments: [StoreKind.device, .central])
  func sound(_ kind: StoreKind) async throws {
    defer { fixture.remove() }
    let stores = try await RichStores(in: fixture)
    let before = try words(stores.folder(kind), kind)
    let rebuilt = fixture.path("rebuilt")
    let outcome = try StoreSalvage.rebuild(
      stores.folder(kind), into: rebuilt, clock: stores.clock)
    #expect(outcome.lost == [])
    #expect(outcome.faults == [])
    let after = try words(rebuilt, kind)
    for (table, rows) in before where !RebuildTests.remade.contains(table) {
      let now = Set(after[table] ?? [])
      let missing = rows.filter { !now.contains($0) }
      // A device reads the central's changes from their beginning.
      guard table != "device" || kind == .central else { continue }
      #expect(missing == [], "\(table)")
      if table != "auditEntry" { #expect(now.count == rows.count, "\(table)") }
    }
    #expect(outcome.auditEntries == Int64(before["auditEntry"]?.count ?? 0))
  }

  @Test(
    "A table whose root is gone comes back from its other pages or from its indexes",
    arguments: ["revision", "draft", "entry", "receipt", "review", "auditEntry", "form", "sqlite"])
  func lostRoots(_ name: String) async throws {
    defer { fixture.remove() }
    let stores = try await RichStores(in: fixture)
    let before = try words(stores.device, .device)
    let damaged = stores.device
    if name == "sqlite" {
      // The first page: header and schema.
      try edit(damaged + "/device.sqlite") { bytes in for place in 0..<4096 { bytes[place] = 0 } }
    } else {
      try wipeRoot(of: name, in: damaged, .device)
    }
    let bytes = try Data(contentsOf: URL(filePath: damaged + "/device.sqlite"))
    let rebuilt = fixture.path("rebuilt")
    let outcome = try StoreSalvage.rebuild(damaged, into: rebuilt, clock: stores.clock)
    #expect(outcome.faults == [])
    #expect(try Data(contentsOf: URL(filePath: damaged + "/device.sqlite")) == bytes)
    let after = try words(rebuilt, .device)
    for table in ["draft", "receipt", "review", "entry"] where name != "sqlite" {
      #expect(after[table]?.count == before[table]?.count, "\(table)")
    }
    #expect(outcome.missing == [])
    #expect(Set(after["revision"] ?? []).count == before["revision"]?.count)
  }

  @Test(
    "Any page may be zeroed, the file cut or bits flipped: what comes back is sound",
    arguments: [StoreKind.device, .central])
  func anyPage(_ kind: StoreKind) async throws {
    defer { fixture.remove() }
    let stores = try await RichStores(in: fixture)
    let path = stores.folder(kind) + "/" + kind.fileName
    let good = Array(try Data(contentsOf: URL(filePath: path)))
    let size = kind == .device ? 4096 : 8192
    let records = Set(try Fixture.revisions(path).map { $0[1] })
    var damages: [(String, [UInt8])] = [
      ("cut in half", Array(good.prefix(good.count / 2))),
      ("cut in a page", Array(good.prefix(good.count - 1000))),
    ]
    for page in stride(from: 0, to: good.count / size, by: 11) {
      var bad = good
      bad.replaceSubrange(page * size..<(page + 1) * size, with: [UInt8](repeating: 0, count: size))
      damages.append(("page \(page + 1)", bad))
      var flipped = good
      for place in stride(from: page * size + 17, to: (page + 1) * size, by: 911) {
        flipped[place] ^= 4
      }
      damages.append(("bits of page \(page + 1)", flipped))
    }
    for (name, bytes) in damages {
      try Data(bytes).write(to: URL(filePath: path))
      let rebuilt = fixture.path("rebuilt")
      let outcome = try StoreSalvage.rebuild(
        stores.folder(kind), into: rebuilt, clock: stores.clock)
      #expect(outcome.faults == [], "\(name)")
      let found = Set(try Fixture.revisions(rebuilt + "/" + kind.fileName).map { $0[1] })
      #expect(found.isSubset(of: records), "\(name)")
      // A page holds few records, so that most are there whatever page is lost.
      if !name.hasPrefix("cut") { #expect(found.count * 2 > records.count, "\(name)") }
      try FileManager.default.removeItem(atPath: rebuilt)
    }
  }

  @Test("A device rebuilt with gaps rejoins and syncs, and nothing that was saved stays behind")
  func deviceGoesOn() async throws {
    defer { fixture.remove() }
    let stores = try await RichStores(in: fixture)
    // An unsent revision and a sent one are damaged for good.
    let path = stores.device + "/device.sqlite"
    let rows = try await DatabaseQueue(path: path).read { db in
      try Data.fetchAll(
        db, sql: "SELECT record FROM revision WHERE sequence IN (3, 14) ORDER BY sequence")
    }
    try damage(rows, in: path)
    let rebuilt = fixture.path("rebuilt")
    let outcome = try StoreSalvage.rebuild(stores.device, into: rebuilt, clock: stores.clock)
    #expect(outcome.missing.count == 2)
    #expect(outcome.faults == [])
    let world = try stores.world(stores.central)
    let device = try stores.open(rebuilt, in: world)
    #expect(try device.store.examine().allSatisfy(\.isSound))
    let (rejoined, joined) = try await world.rejoin(device)
    #expect(joined.remade > 0)
    let report = try await world.sync(rejoined)
    #expect(report.unsent == 0)
    #expect(report.answered["rejected"] == nil)
    #expect(try rejoined.store.status().drafted >= 2)
    #expect(try world.hub.recount().isEmpty)
  }

  @Test("A central rebuilt with gaps is healed by its devices")
  func centralIsHealed() async throws {
    defer { fixture.remove() }
    let stores = try await RichStores(in: fixture)
    let path = stores.central + "/central.sqlite"
    let before = try Fixture.revisions(path)
    let rows = try await DatabaseQueue(path: path).read { db in
      try Data.fetchAll(
        db,
        sql: """
          SELECT record FROM revision JOIN device ON device.id = revision.device
          WHERE surveyor = '李娜' AND sequence IN (2, 13)
          """)
    }
    try damage(rows, in: path)
    let rebuilt = fixture.path("rebuilt")
    let outcome = try StoreSalvage.rebuild(stores.central, into: rebuilt, clock: stores.clock)
    #expect(outcome.faults == [])
    #expect(outcome.rows["revision"] == before.count - 2)
    do {
      let world = try stores.world(rebuilt)
      let device = try stores.open(stores.device, in: world)
      let report = try await world.sync(device)
      #expect(report.unsent == 0)
      #expect(try world.hub.inspect().isSound)
    }
    let after = Set(try Fixture.revisions(rebuilt + "/central.sqlite").map { $0[0] })
    #expect(after.isSuperset(of: before.map { $0[0] }))
    #expect(try StoreVerifier(folder: rebuilt).verify().faults == [])
  }

  @Test("A log that belongs to another store is not laid over this one's rows")
  func foreignLog() async throws {
    defer { fixture.remove() }
    let stores = try await RichStores(in: fixture)
    let before = try Fixture.revisions(stores.device + "/device.sqlite")
    let other = fixture.path("other")
    let world = try stores.world(stores.central)
    let stranger = try await world.device("王强", folder: other)
    try stranger.record(try SampleData.fireSources(3))
    // A reader leaves an empty one behind.
    try Data(contentsOf: URL(filePath: other + "/device.sqlite-wal"))
      .write(to: URL(filePath: stores.device + "/device.sqlite-wal"))
    let rebuilt = fixture.path("rebuilt")
    let outcome = try StoreSalvage.rebuild(stores.device, into: rebuilt, clock: stores.clock)
    #expect(outcome.faults == [])
    let after = Set(try Fixture.revisions(rebuilt + "/device.sqlite").map { $0[0] })
    #expect(after.isSuperset(of: before.map { $0[0] }))
    withExtendedLifetime(stranger) {}
  }
}
