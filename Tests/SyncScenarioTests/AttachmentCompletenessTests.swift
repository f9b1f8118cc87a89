import CensusAPI
import CensusDomain
import CensusFiles
import CensusHub
import CensusStore
import CensusSync
import CensusTestSupport
import Foundation
import Testing

/// An entry counts as done only with all its attachments (I6).
@Suite struct AttachmentCompletenessTests {
  private func missing(_ scene: PhotoScene) async throws -> MissingAttachmentList {
    try await Operations.listMissingAttachments.call(
      AttachmentQuery(), at: scene.world.coordinator)
  }

  private func pass(_ entries: [UniqueID], _ scene: PhotoScene) async throws -> ReviewOutcome {
    try await Operations.review.call(
      ReviewRequest(entries: entries, level: .county, verdict: .pass, comment: "", fields: []),
      at: scene.world.coordinator)
  }

  @Test func `an entry without its photo is refused at review, and passes once it came`()
    async throws
  {
    let scene = try PhotoScene()
    let (device, entries, hashes) = try await scene.device("李娜", photos: [[1, 2, 3]])
    let folder = try #require(device.store.attachments)
    let away = scene.root + "/away"
    try FileManager.default.moveItem(atPath: folder.path(of: hashes[0]), toPath: away)
    try await scene.world.sync(device)
    #expect(try device.store.declaredAttachments().map(\.place) == [.elsewhere])

    let list = try await missing(scene)
    #expect(list.total == 1)
    #expect(list.items.map(\.hash) == hashes && list.items.map(\.entry) == entries)
    #expect(list.items.map(\.surveyor) == ["李娜"])
    let refusal = try #require(try await pass(entries, scene).refused.first)
    #expect(refusal.message.en.contains(hashes[0].description))

    #expect(try folder.add(copying: away).hash == hashes[0])
    #expect(try await scene.world.sync(device).attachments == 1)
    #expect(try await missing(scene).total == 0)
    #expect(try await pass(entries, scene).reviewed == entries)
  }

  @Test func `two devices that declare one photo send it once`() async throws {
    let scene = try PhotoScene()
    let photo = PhotoScene.bytes(5000, seed: 1)
    let first = try await scene.device("李娜", photos: [photo])
    let second = try await scene.device("王强", photos: [photo], skipping: 1)
    #expect(try await scene.world.sync(first.device).attachments == 1)
    #expect(try await scene.world.sync(second.device).attachments == 0)
    #expect(try scene.central.all() == first.hashes)
    #expect(try await missing(scene).total == 0)
    #expect(try second.device.store.declaredAttachments().map(\.place) == [.sent])
  }

  @Test func `a central that lost its files asks for them again`() async throws {
    let scene = try PhotoScene()
    let (device, entries, hashes) = try await scene.device("李娜", photos: [[9], [8, 8]])
    #expect(try await scene.world.sync(device).attachments == 2)
    #expect(try await pass(entries, scene).reviewed.count == 2)
    try FileManager.default.removeItem(atPath: scene.central.path(of: hashes[1]))
    try scene.world.hub.reconcileAttachments()
    #expect(try await missing(scene).items.map(\.hash) == [hashes[1]])
    #expect(try scene.world.hub.recount().isEmpty)
    #expect(try await scene.world.sync(device).attachments == 1)
    #expect(try await missing(scene).total == 0)
    #expect(try scene.world.hub.recount().isEmpty)
  }

  @Test func `files that came by another way count once they are noted`() async throws {
    let scene = try PhotoScene()
    let (device, entries, hashes) = try await scene.device("李娜", photos: [[7]])
    let folder = try #require(device.store.attachments)
    let away = scene.root + "/away"
    try FileManager.default.moveItem(atPath: folder.path(of: hashes[0]), toPath: away)
    try await scene.world.sync(device)
    _ = try scene.central.add(copying: away)
    try scene.world.hub.noteArrived(hashes)
    #expect(try await pass(entries, scene).reviewed == entries)
  }

  @Test func `a photo that cannot be sent holds no other up`() async throws {
    let scene = try PhotoScene()
    let (device, _, hashes) = try await scene.device("李娜", photos: [[1], [2], [3]])
    let folder = try #require(device.store.attachments)
    try Data([0]).write(to: URL(fileURLWithPath: folder.path(of: hashes[1])))
    let report = try await scene.world.sync(device)
    #expect(report.unsent == 0 && report.attachments == 2 && report.attachmentsMissing == 1)
    #expect(try await missing(scene).items.map(\.hash) == [hashes[1]])
  }
}
