import CensusAPI
import CensusDomain
import CensusHub
import CensusStore
import CensusSync
import CensusTestSupport
import Foundation
import Testing

/// A central that was restored from a backup, for devices to which it speaks by stick.
@Suite struct RestoredCentralBundleTests {
  private let before: BundleScene
  private let after: BundleScene

  init() throws {
    before = try BundleScene()
    after = try BundleScene()
  }

  private func moved(_ device: CensusWorld.Device) async throws -> CensusWorld.Device {
    let identity = device.store.identity
    let issued = try await Operations.addDevice.call(
      DeviceEnrolment(
        device: identity.device, surveyor: identity.surveyor, region: identity.district),
      at: after.world.coordinator)
    return CensusWorld.Device(store: device.store, token: issued.token, form: device.form)
  }

  private func other(
    _ surveyor: String, in scene: BundleScene, _ contents: ArraySlice<[UInt8]>
  ) async throws {
    let device = try await scene.device(surveyor)
    try device.record(contents)
    try await scene.world.sync(device)
  }

  @Test(arguments: [false, true])
  func `a device that has told where it is gets the changes anew`(isWhole: Bool) async throws {
    let contents = try SampleData.fireSources(9)
    let device = try await before.device("李娜")
    try device.record(contents[..<2])
    try await other("张伟", in: before, contents[2..<6])
    try await before.world.sync(device)
    try await before.world.sync(device)
    #expect(try device.store.entries().count == 6)
    let cursor = try device.store.cursor()

    // Behind where the device was, with other changes under the same cursors.
    try await other("王强", in: after, contents[6..<8])
    let same = try await moved(device)
    #expect(
      try after.take(try after.export(same, .all, to: "all.zip").path).answered["accepted"] == 2)
    let back = try after.receipts(for: same, isWhole: isWhole, to: "back.zip")
    let intake = try after.take(back, on: same)
    #expect(intake.restarted)
    #expect(intake.withdrawn == 0)
    #expect(intake.changes == 2)
    #expect(try same.store.entries().count == 8)
    #expect(try same.store.cursor() < cursor)

    // From now on as ever, by stick and by network.
    #expect(try !after.take(back, on: same).restarted)
    try same.record(contents[8...])
    #expect(try after.take(try after.export(same, to: "next.zip").path).answered["accepted"] == 1)
    let next = try after.take(try after.receipts(for: same, to: "next-back.zip"), on: same)
    #expect(!next.restarted)
    #expect(next.answered == ["accepted": 1])
    #expect(!(try await after.world.sync(same).restarted))
  }

  @Test func `everything from a central that went on after its restoration is read anew`()
    async throws
  {
    let contents = try SampleData.fireSources(9)
    let device = try await before.device("李娜")
    try device.record(contents[..<2])
    try await before.world.sync(device)
    #expect(try device.store.status().sent == 2)

    try await other("王强", in: after, contents[2...])
    let same = try await moved(device)
    let back = try after.receipts(for: same, isWhole: true, to: "back.zip")
    let intake = try after.take(back, on: same)
    #expect(intake.restarted)
    #expect(intake.withdrawn == 2)
    #expect(intake.changes == 7)
    #expect(try same.store.entries().count == 9)
    // What the central had confirmed and lost waits again, and is taken without a gap.
    #expect(try same.store.unsent().count == 2)
    #expect(try after.take(try after.export(same, to: "out.zip").path).answered == ["accepted": 2])
    #expect(!(try await after.world.sync(same).restarted))
  }

  @Test func `of what nothing proves to go on from the device's place only the answers count`()
    async throws
  {
    let contents = try SampleData.fireSources(8)
    let device = try await before.device("李娜")
    try device.record(contents[..<2])
    try await before.world.sync(device)
    try device.record(contents[2..<3])
    try before.take(try before.export(device, to: "out.zip").path)
    // A sync comes between the bundle that told of the device's place and the answer to it.
    try await other("张伟", in: before, contents[3..<5])
    try await before.world.sync(device)
    let (cursor, head) = (try device.store.cursor(), try device.store.placeHead())
    try await other("王强", in: before, contents[5...])
    let intake = try before.take(try before.receipts(for: device, to: "back.zip"), on: device)
    #expect(!intake.restarted)
    #expect(intake.changes == 0)
    #expect(try device.store.entries().count == 5)
    #expect(try device.store.cursor() == cursor)
    #expect(try device.store.placeHead() == head)
    let report = try await before.world.sync(device)
    #expect(!report.restarted)
    #expect(report.changes == 3)
  }
}
