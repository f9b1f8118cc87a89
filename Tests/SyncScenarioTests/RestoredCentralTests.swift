import CensusAPI
import CensusDomain
import CensusForms
import CensusHub
import CensusStore
import CensusSync
import CensusTestSupport
import Foundation
import Testing

/// A central that was restored from a backup, or another one under the same address.
@Suite struct RestoredCentralTests {
  private let folder = NSTemporaryDirectory() + "hazcensus-\(UUID().uuidString)"

  private func open(_ path: String, _ world: CensusWorld, _ token: String) throws
    -> CensusWorld.Device
  {
    CensusWorld.Device(
      store: try DeviceStore.open(folder: path, clock: world.clock), token: token,
      form: try world.forms.require("FOR_FIRESOURCE"))
  }

  private func enrol(_ device: UniqueID, _ world: CensusWorld) async throws -> String {
    try await Operations.addDevice.call(
      DeviceEnrolment(
        device: device, surveyor: "李娜", region: try #require(RegionCode("130205"))),
      at: world.coordinator
    ).token
  }

  /// Two surveyors' devices, as the central before and the one after its restoration know them.
  private func twoDevices(
    _ before: CensusWorld, _ after: CensusWorld
  ) async throws -> (devices: [CensusWorld.Device], moved: [CensusWorld.Device]) {
    let devices = [try await before.device("李娜"), try await before.device("王强")]
    var moved: [CensusWorld.Device] = []
    for device in devices {
      let token = try await enrol(device.store.identity.device, after)
      moved.append(CensusWorld.Device(store: device.store, token: token, form: device.form))
    }
    return (devices, moved)
  }

  @Test(arguments: [0, 4])
  func `gets again what it lost, and each entry is there once`(kept: Int) async throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let contents = try SampleData.fireSources(12)
    let (before, after) = (try CensusWorld(), try CensusWorld())
    let (own, copy) = (folder + "/own", folder + "/copy")
    var device: CensusWorld.Device? = try await before.device("李娜", folder: own)
    let id = try #require(device?.store.identity.device)
    let token = try #require(device?.token)
    let newToken = try await enrol(id, after)

    // The restored central holds what the device had sent by the time of the backup.
    try device?.record(contents[..<kept])
    device = nil
    try FileManager.default.copyItem(atPath: own, toPath: copy)
    try await after.sync(try open(copy, after, newToken))
    // Everything else the device sent to the central that was lost, and read another's work there.
    var original: CensusWorld.Device? = try open(own, before, token)
    try original?.record(contents[kept..<8])
    let other = try await before.device("张伟")
    try other.record(contents[8..<10])
    try await before.sync(other)
    try await before.sync(try #require(original))
    #expect(try original?.store.status().sent == 10)
    original = nil

    let restored = try open(own, after, newToken)
    let report = try await after.sync(restored)

    #expect(report.withdrawn == 8 - kept)
    #expect(report.restarted)
    #expect(report.answered == ["accepted": 8 - kept])
    #expect(report.unsent == 0)
    #expect(try await after.entries().count == 8)
    #expect(try restored.store.entries().count == 10)
    #expect(try restored.store.status().sent == 10)
    #expect(try restored.store.examine().allSatisfy { $0.isSound })
    #expect(try after.hub.recount().isEmpty)
    // The next sync goes on as ever.
    try restored.record(contents[10..<11])
    let next = try await after.sync(restored)
    #expect(next.answered == ["accepted": 1])
    #expect(!next.restarted)
  }

  @Test func `a review that the central forgot is not shown as its verdict any more`() async throws
  {
    let (before, after) = (try CensusWorld(), try CensusWorld())
    let device = try await before.device("李娜")
    let entries = try device.record(try SampleData.fireSources(2))
    try await before.sync(device)
    _ = try await Operations.review.call(
      ReviewRequest(
        entries: entries, level: .county, verdict: .pass, comment: "", fields: []),
      at: before.coordinator)
    try await before.sync(device)
    #expect(try device.store.status().accepted == 2)

    let token = try await enrol(device.store.identity.device, after)
    let moved = CensusWorld.Device(store: device.store, token: token, form: device.form)
    try await after.sync(moved)
    #expect(try device.store.status().accepted == 0)
    #expect(try device.store.status().sent == 2)

    // Back at the first central, whose reviews are known here, they count again.
    try device.store.restartPull()
    try await before.sync(device)
    #expect(try device.store.status().accepted == 2)
    #expect(try device.store.entry(entries[0]).reviews.count == 1)
  }

  @Test func `what comes in another order than before stands alike on all devices`() async throws {
    let (before, after) = (try CensusWorld(), try CensusWorld())
    let (devices, moved) = try await twoDevices(before, after)
    let entry = try #require(try devices[0].record(try SampleData.fireSources(1)).first)
    // The backup has the entry's first revision, and nothing of what follows.
    try await after.sync(moved[0])
    for device in devices { try await before.sync(device) }
    try devices[0].amend(entry, remark: "from Li")
    try devices[1].amend(entry, remark: "from Wang")
    for device in devices + devices { try await before.sync(device) }
    #expect(
      try devices.map { try $0.store.entry(entry).revision }.allSatisfy {
        try $0 == devices[0].store.entry(entry).revision
      })

    for device in moved.reversed() + moved { try await after.sync(device) }
    let central = try await Operations.showEntry.call(
      EntryReference(entry: entry), at: after.coordinator)
    #expect(central.record.contains("from Wang"))
    #expect(central.summary.standing == .conflict)
    for device in moved {
      #expect(try device.store.entry(entry).revision == central.summary.revision)
      #expect(try device.store.entry(entry).row.state == .conflict)
      #expect(try device.store.conflict(of: entry).theirs.revision == central.summary.revision)
    }
  }

  @Test func `a central that has caught up with the device is read anew all the same`() async throws
  {
    let (before, after) = (try CensusWorld(), try CensusWorld())
    let contents = try SampleData.fireSources(5)
    let lost = try await before.device("李娜")
    try lost.record(contents[..<2])
    try await before.sync(lost)
    let reader = try await before.device("王强")
    #expect(try await before.sync(reader).changes == 2)

    // Where the same cursors now stand for another's work.
    let other = try await after.device("张伟")
    try other.record(contents[2...])
    try await after.sync(other)
    let token = try await enrol(reader.store.identity.device, after)
    let moved = CensusWorld.Device(store: reader.store, token: token, form: reader.form)
    let report = try await after.sync(moved)
    #expect(report.restarted)
    #expect(report.changes == 3)
    #expect(try moved.store.entries().count == 5)
    #expect(!(try await after.sync(moved).restarted))
  }

  @Test func `a contender that comes after the decision on it does not contend again`() async throws
  {
    let (before, after) = (try CensusWorld(), try CensusWorld())
    let (devices, moved) = try await twoDevices(before, after)
    let entry = try #require(try devices[0].record(try SampleData.fireSources(1)).first)
    try await after.sync(moved[0])
    for device in devices { try await before.sync(device) }
    for (device, remark) in zip(devices, ["from Li", "from Wang"]) {
      try device.amend(entry, remark: remark)
    }
    for device in devices + devices { try await before.sync(device) }
    let view = try devices[0].store.conflict(of: entry)
    var content = view.merge.content
    for conflict in view.merge.conflicts {
      ContentChoice.set(conflict.theirs, at: conflict.pointer, in: &content)
    }
    let decision = try devices[0].store.resolve(
      view, content: content, form: devices[0].form, reasons: ["*": "test"])
    guard case .finalized = decision else {
      Issue.record("the decision was refused")
      return
    }
    for device in devices { try await before.sync(device) }

    // Who decided comes before the one whose change was decided on.
    for device in moved + moved { try await after.sync(device) }
    let central = try await Operations.showEntry.call(
      EntryReference(entry: entry), at: after.coordinator)
    #expect(central.contenders.isEmpty)
    #expect(central.summary.standing == .received)
    #expect(central.record.contains("from Li"))
    for device in moved {
      #expect(try device.store.entry(entry).revision == central.summary.revision)
      #expect(try device.store.entry(entry).row.state == .sent)
    }
    #expect(try after.hub.recount().isEmpty)
  }

  @Test func `what the central lost of another's stands no more until it is back`() async throws {
    let (before, after) = (try CensusWorld(), try CensusWorld())
    let (devices, moved) = try await twoDevices(before, after)
    let entry = try #require(try devices[0].record(try SampleData.fireSources(1)).first)
    try await after.sync(moved[0])
    for device in devices { try await before.sync(device) }
    let first = try devices[1].store.entry(entry).revision
    try devices[0].amend(entry, remark: "lost")
    for device in devices { try await before.sync(device) }
    let second = try devices[1].store.entry(entry).revision
    #expect(first != second)

    #expect(try await after.sync(moved[1]).restarted)
    #expect(try moved[1].store.entry(entry).revision == first)
    for device in moved { try await after.sync(device) }
    #expect(try moved[1].store.entry(entry).revision == second)
    #expect(try moved[1].store.entry(entry).row.state == .sent)
  }
}
