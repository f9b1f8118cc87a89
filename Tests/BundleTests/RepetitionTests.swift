import CensusAPI
import CensusDomain
import CensusHub
import CensusStore
import CensusSync
import CensusTestSupport
import Foundation
import Testing

/// Twice, crossed with a network, out of order: each revision has its effect once.
@Suite struct RepetitionTests {
  @Test func `the same bundle again changes nothing and says so`() async throws {
    let scene = try BundleScene()
    let device = try await scene.device("李娜")
    try device.record(try SampleData.fireSources(4))
    let path = try scene.export(device, to: "out.zip").path
    try scene.take(path)
    let entries = try await scene.world.entries()
    let again = try scene.take(path)
    #expect(again.isRepeated)
    #expect(again.answered == ["accepted": 4])
    #expect(try await scene.world.entries().map(\.entry) == entries.map(\.entry))
  }

  @Test(arguments: [true, false])
  func `crosses a network sync in either order`(bundleFirst: Bool) async throws {
    let scene = try BundleScene()
    let device = try await scene.device("李娜")
    let contents = try SampleData.fireSources(6)
    let first = try device.record(contents[..<3])
    let path = try scene.export(device, to: "out.zip").path
    try device.amend(first[0], remark: "改")
    try device.record(contents[3...])
    if bundleFirst { try scene.take(path) }
    try await scene.world.sync(device)
    let outcome = try scene.take(path)
    #expect(outcome.answered.values.reduce(0, +) == 3)
    #expect(try device.store.unsent().count == 0)
    #expect(try await scene.world.entries().count == 6)
    let head = try #require(try await scene.world.entries().first { $0.entry == first[0] })
    #expect(head.number == 2)
    try scene.take(try scene.receipts(for: device, isWhole: true, to: "back.zip"), on: device)
    #expect(try device.store.status().sent == 6)
  }

  @Test func `a later bundle waits for the earlier one, and everything at once does not`()
    async throws
  {
    let scene = try BundleScene()
    let device = try await scene.device("李娜")
    let contents = try SampleData.fireSources(4)
    try device.record(contents[..<2])
    let one = try scene.export(device, to: "1.zip").path
    try scene.take(one)
    try scene.take(try scene.receipts(for: device, to: "b.zip"), on: device)
    try device.record(contents[2...])

    // A central that lost what came before, as one does that was restored.
    let other = try BundleScene()
    let identity = device.store.identity
    let issued = try await Operations.addDevice.call(
      DeviceEnrolment(
        device: identity.device, surveyor: identity.surveyor, region: identity.district),
      at: other.world.coordinator)
    let anew = CensusWorld.Device(store: device.store, token: issued.token, form: device.form)
    let two = try scene.export(anew, to: "2.zip").path
    let all = try scene.export(anew, .all, to: "all.zip").path
    let error = #expect(throws: CensusError.self) { try other.take(two) }
    #expect(error?.code == .conflict)
    #expect(try await other.world.entries().isEmpty)
    #expect(try other.take(all).answered == ["accepted": 4])
    #expect(try other.take(two).answered == ["duplicate": 2])
  }

  @Test func `receipts that are older than what a device knows change nothing`() async throws {
    let scene = try BundleScene()
    let device = try await scene.device("李娜")
    let contents = try SampleData.fireSources(4)
    try device.record(contents[..<2])
    try scene.take(try scene.export(device, to: "1.zip").path)
    let old = try scene.receipts(for: device, to: "old.zip")
    try device.record(contents[2...])
    try await scene.world.sync(device)
    let (cursor, status) = (try device.store.cursor(), try device.store.status())
    let intake = try scene.take(old, on: device)
    #expect(intake.answered.isEmpty)
    #expect(try device.store.cursor() == cursor)
    #expect(try device.store.status().sent == status.sent)
  }

  @Test func `receipts that begin later than a device has come are refused`() async throws {
    let scene = try BundleScene()
    var device: CensusWorld.Device? = try await scene.device("李娜")
    let token = try #require(device?.token)
    let form = try #require(device?.form)
    try device?.record(try SampleData.fireSources(2))
    try scene.take(try scene.export(try #require(device), to: "1.zip").path)
    device = nil
    try FileManager.default.copyItem(atPath: scene.path("李娜"), toPath: scene.path("copy"))

    let ahead = CensusWorld.Device(
      store: try DeviceStore.open(folder: scene.path("李娜"), clock: scene.world.clock),
      token: token, form: form)
    try scene.take(try scene.receipts(for: ahead, to: "b1.zip"), on: ahead)
    try scene.take(try scene.export(ahead, .all, to: "2.zip").path)
    let later = try scene.receipts(for: ahead, to: "b2.zip")
    let behind = CensusWorld.Device(
      store: try DeviceStore.open(folder: scene.path("copy"), clock: scene.world.clock),
      token: token, form: form)
    let error = #expect(throws: CensusError.self) { try scene.take(later, on: behind) }
    #expect(error?.code == .conflict)
    #expect(try behind.store.cursor() == 0)
    try scene.take(try scene.receipts(for: behind, isWhole: true, to: "b3.zip"), on: behind)
    #expect(try behind.store.status().sent == 2)
  }
}
