import CensusAPI
import CensusBundles
import CensusDomain
import CensusFiles
import CensusHub
import CensusStore
import CensusSync
import CensusTestSupport
import Foundation
import Testing

/// Bundles that were cut or changed on the way.
@Suite struct DamageTests {
  @Test func `a bundle that was cut anywhere is refused, and the whole one is taken afterwards`()
    async throws
  {
    let scene = try BundleScene()
    let photos = (1...2).map { PhotoScene.bytes(30_000, seed: $0) }
    let (device, _, _) = try await scene.photos.device("李娜", photos: photos)
    let path = try scene.export(device, to: "out.zip").path
    let whole = try Data(contentsOf: URL(fileURLWithPath: path))
    for length in stride(from: 0, to: whole.count, by: 997) {
      let cut = try scene.photos.file(Array(whole.prefix(length)))
      #expect(throws: CensusError.self) { try scene.take(cut) }
      unlink(cut)
    }
    #expect(try await scene.world.entries().isEmpty)
    #expect(try scene.photos.central.all().isEmpty)
    let renamed = try scene.photos.file(Array(whole), "anything")
    #expect(try scene.take(renamed).answered == ["accepted": 2])
  }

  @Test func `a changed byte is found wherever it tells of the content`() async throws {
    let scene = try BundleScene()
    let device = try await scene.device("李娜")
    try device.record(try SampleData.fireSources(3))
    let path = try scene.export(device, to: "out.zip").path
    let whole = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
    var random = SystemRandomNumberGenerator()
    for _ in 0..<300 {
      var changed = whole
      changed[Int.random(in: 0..<whole.count, using: &random)] ^= 1 << Int.random(in: 0..<8)
      let file = try scene.photos.file(changed)
      defer { unlink(file) }
      // What is not covered, such as a time in the ZIP's lists, may change: then the content is right.
      if let outcome = try? scene.take(file) {
        #expect(outcome.answered == ["accepted": 3])
      }
    }
    #expect(try scene.take(path).answered == ["accepted": 3])
    #expect(try await scene.world.entries().count == 3)
  }

  @Test func `receipts that were cut or changed leave the device as it was`() async throws {
    let scene = try BundleScene()
    let device = try await scene.device("李娜")
    try device.record(try SampleData.fireSources(3))
    try scene.take(try scene.export(device, to: "out.zip").path)
    let back = try scene.receipts(for: device, to: "back.zip")
    let whole = Array(try Data(contentsOf: URL(fileURLWithPath: back)))
    for length in stride(from: 0, to: whole.count, by: 61) {
      let cut = try scene.photos.file(Array(whole.prefix(length)))
      #expect(throws: CensusError.self) { try scene.take(cut, on: device) }
      unlink(cut)
    }
    #expect(try device.store.status().sent == 0)
    #expect(try device.store.cursor() == 0)
    try scene.take(back, on: device)
    #expect(try device.store.status().sent == 3)
  }

  @Test func `a sealed bundle is for its central alone, and a cut or changed piece is found`()
    async throws
  {
    let scene = try BundleScene()
    let photos = (1...3).map { PhotoScene.bytes(200_000, seed: $0) }
    let (device, _, _) = try await scene.photos.device("李娜", photos: photos)
    let key = try await Operations.showBundleKey.call(
      CentralKeyQuery(), at: scene.world.coordinator
    ).publicKey
    let path = try scene.export(device, to: "sealed.bundle", sealedFor: key).path
    let whole = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
    #expect(try BundleSeal.isSealed(path))
    #expect(throws: CensusError.self) { try BundleReader(path: path) }
    #expect(whole.firstRange(of: Array("李娜".utf8)) == nil)

    let piece = 256 * 1024 + 16
    let cuts = [30, 57, 58, 58 + piece, 58 + 2 * piece, whole.count - 1]
    for length in cuts {
      let cut = try scene.photos.file(Array(whole.prefix(length)))
      #expect(throws: CensusError.self) { try scene.take(cut) }
    }
    for position in [27, 60, 58 + piece + 3, whole.count - 1] {
      var changed = whole
      changed[position] ^= 1
      let file = try scene.photos.file(changed)
      #expect(throws: CensusError.self) { try scene.take(file) }
    }
    let elsewhere = try BundleScene()
    #expect(throws: CensusError.self) { try elsewhere.take(path) }
    #expect(try scene.take(path).answered == ["accepted": 3])
    #expect(throws: CensusError.self) { try scene.export(device, to: "x.zip", sealedFor: "no key") }
    // Opened copies do not stay.
    let left = try FileManager.default.contentsOfDirectory(atPath: scene.photos.central.incoming)
    #expect(left.isEmpty)
  }

  @Test func `an export that was killed leaves nothing in the way of the next, sealed or not`()
    async throws
  {
    let scene = try BundleScene()
    let device = try await scene.device("李娜")
    try device.record(try SampleData.fireSources(1))
    let key = try await Operations.showBundleKey.call(
      CentralKeyQuery(), at: scene.world.coordinator
    ).publicKey
    let files = try #require(device.store.attachments)
    for (name, seal) in [("plain.zip", nil), ("sealed.bundle", key)] as [(String, String?)] {
      _ = try scene.photos.file([1, 2, 3], name + ".partial")
      let left = try files.makeIncomingFolder()
      let path = try scene.export(device, to: name, sealedFor: seal).path
      #expect(try scene.take(path).answered == ["accepted": 1])
      #expect(!FileManager.default.fileExists(atPath: left))
    }
  }

  @Test func `an export never takes a file's place, and leaves no half of one`() async throws {
    let scene = try BundleScene()
    let device = try await scene.device("李娜")
    #expect(throws: CensusError.self) { try scene.export(device, to: "nothing.zip") }
    try device.record(try SampleData.fireSources(1))
    let path = try scene.export(device, to: "out.zip").path
    let before = try Data(contentsOf: URL(fileURLWithPath: path))
    #expect(throws: CensusError.self) { try scene.export(device, to: "out.zip") }
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
    #expect(throws: CensusError.self) { try scene.export(device, to: "no/such/folder/out.zip") }
    let names = try FileManager.default.contentsOfDirectory(atPath: scene.photos.root)
    #expect(!names.contains { $0.hasSuffix(".partial") })
  }
}
