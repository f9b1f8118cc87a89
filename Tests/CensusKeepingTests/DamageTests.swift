import CensusDomain
import CensusKeeping
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
}
