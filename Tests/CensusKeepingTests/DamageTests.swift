import CensusDomain
import CensusKeeping
import CensusTestSupport
import Foundation
import Testing

@Suite("Damage")
struct DamageTests {
  /// For each kind of store; HAZCENSUS_FLIPS asks for more.
  private static let flips =
    ProcessInfo.processInfo.environment["HAZCENSUS_FLIPS"].flatMap { Int($0) } ?? 100

  /// A generator whose seed a failure can be replayed with.
  private struct Seeded: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z >> 31)
    }
  }

  @Test(
    "No flipped bit makes a revision pass for another", arguments: [StoreKind.device, .central])
  func flippedInPlace(_ kind: StoreKind) throws {
    let fixture = try Fixture()
    defer { fixture.remove() }
    let folder = try fixture.lay(kind, in: "store")
    let file = folder + "/" + kind.fileName
    let good = try Fixture.bytes(kind)
    let revisions = try Fixture.revisions(file)
    var random = Seeded(state: 7)
    for _ in 0..<DamageTests.flips {
      let place = Int.random(in: 0..<good.count, using: &random)
      let bit = UInt8(1) << UInt8.random(in: 0..<8, using: &random)
      var bad = good
      bad[place] ^= bit
      try Data(bad).write(to: URL(filePath: file))
      guard try StoreVerifier(folder: folder).verify().isSound else { continue }
      #expect(try Fixture.revisions(file) == revisions, "byte \(place), bit \(bit)")
    }
  }

  @Test(
    "A flipped bit that changes anything in any table is found",
    arguments: [StoreKind.device, .central])
  func anythingChanged(_ kind: StoreKind) async throws {
    let fixture = try Fixture()
    defer { fixture.remove() }
    let folder = try await RichStores(in: fixture).folder(kind)
    let file = folder + "/" + kind.fileName
    #expect(try StoreVerifier(folder: folder).verify().faults == [])
    let good = Array(try Data(contentsOf: URL(filePath: file)))
    let words = try #require(DatabaseWords.all(file))
    var random = Seeded(state: 9)
    var changed = 0
    var missed: [String] = []
    for _ in 0..<DamageTests.flips {
      let place = Int.random(in: 0..<good.count, using: &random)
      var bad = good
      bad[place] ^= UInt8(1) << UInt8.random(in: 0..<8, using: &random)
      try Data(bad).write(to: URL(filePath: file))
      let found = DatabaseWords.all(file)
      guard found != words else { continue }
      changed += 1
      guard try StoreVerifier(folder: folder).verify().isSound else { continue }
      for (table, rows) in words where found?[table] != rows {
        let changes = zip(rows, found?[table] ?? []).flatMap { zip($0, $1) }.filter { $0 != $1 }
        missed.append("byte \(place): \(table) \(changes.prefix(3))")
      }
    }
    #expect(missed.count <= changed / 1000, "of \(changed), missed: \(missed)")
    if ProcessInfo.processInfo.environment["HAZCENSUS_FLIPS"] != nil {
      print("\(kind): \(changed) flips changed something, \(missed.count) missed: \(missed)")
    }
  }

  @Test("Each flipped bit of a backup is found", arguments: [StoreKind.device, .central])
  func flippedInBackup(_ kind: StoreKind) throws {
    let fixture = try Fixture()
    defer { fixture.remove() }
    let backup = fixture.path("backup")
    let manifest = try StoreBackup.make(
      of: try fixture.lay(kind, in: "store"), at: backup, program: "test")
    let file = backup + "/" + kind.fileName
    let good = try Data(contentsOf: URL(filePath: file))
    var random = Seeded(state: 8)
    for _ in 0..<DamageTests.flips {
      let place = Int.random(in: 0..<good.count, using: &random)
      var bad = good
      bad[place] ^= UInt8(1) << UInt8.random(in: 0..<8, using: &random)
      try bad.write(to: URL(filePath: file))
      #expect(!manifest.faults(in: backup).isEmpty, "byte \(place)")
    }
    let error = #expect(throws: CensusError.self) {
      try StoreRestore.restore(backup, to: fixture.path("target"))
    }
    #expect(error?.code == .invalidData)
    #expect(!FileManager.default.fileExists(atPath: fixture.path("target")))
  }

  @Test("A cut, emptied, zeroed or foreign database is told and not backed up")
  func gross() throws {
    let good = try Fixture.bytes(.device)
    let damages: [(String, ([UInt8]) -> [UInt8])] = [
      ("cut", { Array($0.prefix($0.count / 2)) }),
      ("cut within a page", { Array($0.prefix($0.count - 1000)) }),
      ("emptied", { _ in [] }),
      (
        "zeroed page",
        { $0.prefix(8192) + [UInt8](repeating: 0, count: 4096) + $0.dropFirst(12288) }
      ),
      ("foreign", { $0.prefix(68) + [1, 2, 3, 4] + $0.dropFirst(72) }),
      ("no database", { Array("not a database".utf8) + $0.dropFirst(14) }),
    ]
    for (name, damage) in damages {
      let fixture = try Fixture()
      defer { fixture.remove() }
      let folder = try fixture.lay(.device, in: "store")
      try Data(damage(good)).write(to: URL(filePath: folder + "/device.sqlite"))
      #expect(!(try StoreVerifier(folder: folder).verify().isSound), "\(name)")
      #expect(throws: CensusError.self, "\(name)") {
        try StoreBackup.make(of: folder, at: fixture.path("backup"), program: "test")
      }
      #expect(try FileManager.default.contentsOfDirectory(atPath: fixture.folder) == ["store"])
    }
  }

  @Test("A log of another store, or one that was deleted, never passes for more than it is")
  func logs() async throws {
    let fixture = try Fixture()
    defer { fixture.remove() }
    let stores = try await RichStores(in: fixture)
    let path = stores.device + "/device.sqlite"
    let before = try Fixture.revisions(path)
    let world = try stores.world(stores.central)
    let stranger = try await world.device("王强", folder: fixture.path("other"))
    try stranger.record(try SampleData.fireSources(3))
    let log = fixture.path("other") + "/device.sqlite-wal"
    // A reader leaves an empty one behind.
    try Data(contentsOf: URL(filePath: log)).write(to: URL(filePath: path + "-wal"))
    if try StoreVerifier(folder: stores.device).verify().isSound {
      #expect(try Fixture.revisions(path) == before)
    }
    for name in ["-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + name) }
    #expect(try StoreVerifier(folder: stores.device).verify().faults == [])
    #expect(try Fixture.revisions(path) == before)
    withExtendedLifetime(stranger) {}
  }
}
