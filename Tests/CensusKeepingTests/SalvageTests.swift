import CensusDomain
import CensusKeeping
import Foundation
import Testing

@Suite("Salvage")
struct SalvageTests {
  /// The records that were written, as texts.
  private func salvaged(_ folder: String, _ fixture: Fixture) throws -> Set<String> {
    let output = fixture.path("rescued-\(UUID().uuidString)")
    let outcome = try RecordSalvage.run(folder, to: output)
    let text = try String(contentsOfFile: output + "/revisions.ndjson", encoding: .utf8)
    let lines = text.split(separator: "\n").map(String.init)
    #expect(lines.count == outcome.fromTable + outcome.fromBytes)
    return Set(lines)
  }

  private func records(_ path: String) throws -> Set<String> {
    Set(try Fixture.revisions(path).map { String(decoding: $0[1], as: UTF8.self) })
  }

  @Test("A sound store gives every record", arguments: [StoreKind.device, .central])
  func sound(_ kind: StoreKind) throws {
    let fixture = try Fixture()
    defer { fixture.remove() }
    let folder = try fixture.lay(kind, in: "store")
    #expect(try salvaged(folder, fixture) == records(folder + "/" + kind.fileName))
  }

  @Test("A page may be lost: every record outside it comes back, and none that is not genuine")
  func lostPages() throws {
    let fixture = try Fixture()
    defer { fixture.remove() }
    let folder = try fixture.lay(.device, in: "store")
    let file = folder + "/device.sqlite"
    let good = try Fixture.bytes(.device)
    let all = try records(file)
    for page in stride(from: 0, to: good.count / 4096, by: 11) {
      var bad = good
      bad.replaceSubrange(page * 4096..<(page + 1) * 4096, with: [UInt8](repeating: 0, count: 4096))
      try Data(bad).write(to: URL(filePath: file))
      let found = try salvaged(folder, fixture)
      #expect(found.isSubset(of: all))
      // Records that stand whole in what is left of the bytes are what must come back.
      let left = Data(bad)
      let intact = all.filter { left.range(of: Data($0.utf8)) != nil }
      #expect(found.isSuperset(of: intact), "page \(page)")
    }
  }
}
