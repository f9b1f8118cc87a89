import CensusAPI
import CensusDomain
import CensusFiles
import CensusHub
import CensusStore
import CensusSync
import CensusTestSupport
import Foundation
import Testing

/// A device that never has a network.
@Suite struct RoundTripTests {
  @Test func `sends by stick, and counts as sent once the receipts came back`() async throws {
    let scene = try BundleScene()
    let device = try await scene.device("李娜")
    try device.record(try SampleData.fireSources(5))

    let (bundle, report) = try scene.export(device, to: "out.zip")
    #expect(report.revisions == 5)
    #expect(try device.store.status().sent == 0)
    let outcome = try scene.take(bundle)
    #expect(outcome.answered == ["accepted": 5])
    #expect(try await scene.world.entries().count == 5)

    let intake = try scene.take(try scene.receipts(for: device, to: "back.zip"), on: device)
    #expect(intake.answered == ["accepted": 5])
    #expect(intake.unsent == 0)
    #expect(try device.store.status().sent == 5)
  }

  @Test
  func `gets reviews, inventory and colleagues' entries, and each bundle goes on from the last`()
    async throws
  {
    let scene = try BundleScene()
    let (device, other) = (try await scene.device("李娜"), try await scene.device("张伟"))
    let contents = try SampleData.fireSources(6)
    let mine = try device.record(contents[..<2])
    try other.record(contents[2..<4])
    try await scene.world.sync(other)
    try scene.take(try scene.export(device, to: "1.zip").path)
    try scene.take(try scene.receipts(for: device, to: "b1.zip"), on: device)
    #expect(try device.store.status().sent == 4)
    let cursor = try device.store.cursor()

    let entry = try #require(try await scene.world.entries().first { $0.entry == mine[0] })
    _ = try await Operations.review.call(
      ReviewRequest(
        entries: [entry.entry], level: .county, verdict: .return, comment: "请核对", fields: []),
      at: scene.world.coordinator)
    try device.record(contents[4..<5])
    try scene.take(try scene.export(device, to: "2.zip").path)
    let back = try scene.receipts(for: device, to: "b2.zip")
    let intake = try scene.take(back, on: device)
    #expect(intake.answered == ["accepted": 1])
    #expect(try device.store.status().returned == 1)
    #expect(try device.store.cursor() > cursor)
  }

  @Test func `brings photos, and the entry is complete with them`() async throws {
    let scene = try BundleScene()
    let photos = (1...3).map { PhotoScene.bytes(40_000, seed: $0) }
    let (device, entries, hashes) = try await scene.photos.device("李娜", photos: photos)
    let outcome = try scene.take(try scene.export(device, to: "out.zip").path)
    #expect(outcome.attachments == 3)
    for hash in hashes { #expect(try scene.photos.central.verify(hash)) }
    try scene.take(try scene.receipts(for: device, to: "back.zip"), on: device)
    for entry in entries {
      #expect(try device.store.declaredAttachments(of: entry).allSatisfy { $0.place == .sent })
    }
  }

  @Test func `cuts what is too much for one file, and the files may come in any order`()
    async throws
  {
    let scene = try BundleScene()
    let photos = (1...6).map { PhotoScene.bytes(50_000, seed: $0) }
    let (device, _, hashes) = try await scene.photos.device("李娜", photos: photos)
    let (_, report) = try scene.export(device, to: "out.zip", most: 120_000)
    #expect(report.files.count > 1)
    #expect(report.files.map(\.attachments).reduce(0, +) == 6)
    for file in report.files.reversed() { try scene.take(file.path) }
    for hash in hashes { #expect(scene.photos.central.contains(hash)) }
    let missing = try await Operations.listMissingAttachments.call(
      AttachmentQuery(limit: 10), at: scene.world.coordinator)
    #expect(missing.total == 0)
  }

  @Test func `a chosen entry goes with what was made before it`() async throws {
    let scene = try BundleScene()
    let device = try await scene.device("李娜")
    let entries = try device.record(try SampleData.fireSources(5))
    let (path, report) = try scene.export(device, .entries([entries[2]]), to: "out.zip")
    #expect(report.revisions == 3)
    try scene.take(path)
    #expect(Set(try await scene.world.entries().map(\.entry)) == Set(entries[..<3]))
    #expect(throws: CensusError.self) {
      try scene.export(device, .entries([device.store.identity.device]), to: "none.zip")
    }
  }
}
