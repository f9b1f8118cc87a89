import CensusAPI
import CensusDomain
import CensusForms
import CensusHub
import CensusStore
import CensusSync
import CensusTestSupport
import Foundation
import Testing

/// A store that went back in time, and one that is there twice: told apart, told of, and brought back.
@Suite struct RestoredDeviceTests {
  @Test func `a device restored from a backup is refused before anything is sent`() async throws {
    try await OldBackup.with { backup in
      let restored = try backup.restored()
      try restored.record([backup.contents[2]])
      let counting = Box<CountingTransport>()
      let error = await #expect(throws: CensusError.self) {
        try await backup.world.sync(restored) { base in
          let transport = CountingTransport(base)
          counting.value = transport
          return transport
        }
      }
      #expect(error?.code == .restored)
      #expect(error?.remedy?.en.contains("device rejoin") == true)
      #expect(error?.remedy?.zh.contains("device rejoin") == true)
      #expect(counting.value?.count(of: "/v1/batches") == 0)
      #expect(try restored.store.unsent().count == 1)
      #expect(try await backup.world.entries().count == 2)
    }
  }

  @Test func `a restored device without new work is told as well`() async throws {
    try await OldBackup.with { backup in
      let restored = try backup.restored()
      let error = await #expect(throws: CensusError.self) {
        try await backup.world.sync(restored)
      }
      #expect(error?.code == .restored)
    }
  }

  @Test func `a receipt and a refused batch tell the same in the same words`() async throws {
    try await OldBackup.with { backup in
      let restored = try backup.restored()
      try restored.record([backup.contents[2]])
      let held = try backup.world.hub.receipts(of: backup.identity, after: 1)
      let byReceipt = #expect(throws: CensusError.self) { try restored.store.record(held) }
      let batch = try #require(
        try restored.store.prepareBatch(after: 1, BatchBounds(count: 9, bytes: 1_000_000)))
      let byPush = #expect(throws: CensusError.self) {
        try backup.world.hub.receive(batch: batch.key, body: batch.body, from: backup.identity)
      }
      #expect(byReceipt?.code == .restored)
      #expect(byReceipt == byPush)
      #expect(try restored.store.unsent().count == 1)
    }
  }

  @Test func `a lost receipt is no restored backup`() async throws {
    let world = try CensusWorld()
    let device = try await world.device("李娜")
    try device.record(try SampleData.fireSources(2))
    await #expect(throws: CensusError.self) {
      try await world.sync(device) {
        ReplyLosingTransport($0, path: "/v1/batches", count: 1)
      }
    }
    let report = try await world.sync(device)
    #expect(report.recovered == 2)
    #expect(report.unsent == 0)
  }

  @Test func `a restored device rejoins with its new work and gets what it had lost`()
    async throws
  {
    try await OldBackup.with { backup in
      let restored = try backup.restored()
      let entries = try restored.record([backup.contents[2]])
      let (rejoined, outcome) = try await backup.world.rejoin(restored)

      #expect(outcome.former == backup.identity.id)
      #expect(outcome.remade == 1)
      #expect(outcome.held == 1)
      let report = try await backup.world.sync(rejoined)
      #expect(report.answered == ["accepted": 1])
      #expect(report.unsent == 0)
      #expect(try await backup.world.entries().count == 3)
      #expect(try rejoined.store.entries().count == 3)
      #expect(try rejoined.store.entry(try #require(entries.first)).row.state == .sent)
      #expect(try rejoined.store.examine().allSatisfy(\.isSound))
      #expect(try backup.world.hub.recount().isEmpty)
    }
  }

  @Test func `an entry changed on both sides of the backup becomes a conflict`() async throws {
    try await OldBackup.with(amending: true) { backup in
      let restored = try backup.restored()
      try restored.amend(backup.first, remark: "after the backup")
      try restored.amend(backup.first, remark: "and again")
      let (rejoined, outcome) = try await backup.world.rejoin(restored)
      #expect(outcome.remade == 2)
      let report = try await backup.world.sync(rejoined)
      #expect(report.answered["superseded"] == nil)
      #expect((report.answered["conflict"] ?? 0) > 0)
      let detail = try await Operations.showEntry.call(
        EntryReference(entry: backup.first), at: backup.world.coordinator)
      #expect(detail.record.contains("lost with the disk"))
      #expect(detail.contenders.contains { $0.contains("and again") })
    }
  }

  @Test func `two copies both go on, and the one that rejoins loses nothing`() async throws {
    try await OldBackup.with { backup in
      let copy = try backup.restored()
      try copy.record([backup.contents[2]])
      await #expect(throws: CensusError.self) { try await backup.world.sync(copy) }
      let (rejoined, _) = try await backup.world.rejoin(copy)
      try await backup.world.sync(rejoined)
      // The other copy goes on under the old identity.
      let original = try backup.original()
      try original.record([backup.contents[3]])
      let report = try await backup.world.sync(original)
      #expect(report.answered == ["accepted": 1])
      try await backup.world.sync(rejoined)
      #expect(try await backup.world.entries().count == 4)
      #expect(try original.store.entries().count == 4)
      #expect(try rejoined.store.entries().count == 4)
    }
  }

  @Test func `however often the answer is lost, one device is enrolled`() async throws {
    try await OldBackup.with { backup in
      let restored = try backup.restored()
      try restored.record([backup.contents[2]])
      for _ in 1...3 {
        await #expect(throws: CensusError.self) {
          try await backup.world.rejoin(restored) {
            ReplyLosingTransport($0, path: "/v1/device/rejoin", count: 1)
          }
        }
        #expect(restored.store.identity.device == backup.identity.id)
      }
      let (rejoined, _) = try await backup.world.rejoin(restored)
      let report = try await backup.world.sync(rejoined)
      #expect(report.unsent == 0)
      let list = try await Operations.listDevices.call(
        LedgerQuery(), at: backup.world.coordinator)
      #expect(list.devices.count == 2)
      #expect(
        list.devices.compactMap(\.rejoinedFrom) == [backup.identity.id])
    }
  }

  @Test func `a device rejoins twice, and its numbering goes on`() async throws {
    try await OldBackup.with { backup in
      let restored = try backup.restored()
      try restored.record([backup.contents[2]])
      let (first, _) = try await backup.world.rejoin(restored)
      // The second time with work that was never sent under the first new identity.
      try first.record([backup.contents[3]])
      let (second, outcome) = try await backup.world.rejoin(first)
      #expect(outcome.remade == 2)
      let report = try await backup.world.sync(second)
      #expect(report.answered == ["accepted": 2])
      #expect(try await backup.world.entries().count == 4)
      #expect(try second.store.examine().allSatisfy(\.isSound))
    }
  }

  @Test func `a store opened anew has the new identity and its drafts`() async throws {
    try await OldBackup.with { backup in
      let token: String
      let device: UniqueID
      let draft: UniqueID
      do {
        let restored = try backup.restored()
        draft = try restored.store.newDraft(
          form: restored.form, content: try EntryContent(json: backup.contents[3]))
        let (rejoined, outcome) = try await backup.world.rejoin(restored)
        (token, device) = (rejoined.token, outcome.device)
      }
      let store = try DeviceStore.open(folder: backup.copy, clock: backup.world.clock)
      #expect(store.identity.device == device)
      #expect(try store.entry(draft).row.hasDraft)
      let again = CensusWorld.Device(
        store: store, token: token, form: try backup.world.forms.require("FOR_FIRESOURCE"))
      try again.finalize(draft)
      let report = try await backup.world.sync(again)
      #expect(report.answered == ["accepted": 1])
    }
  }

  @Test func `a withdrawn device is refused in a clear sentence and keeps everything`()
    async throws
  {
    let world = try CensusWorld()
    let device = try await world.device("李娜")
    let entries = try device.record(try SampleData.fireSources(1))
    _ = try await Operations.revokeDevice.call(
      DeviceReference(device: device.store.identity.device), at: world.coordinator)
    let error = await #expect(throws: CensusError.self) { try await world.sync(device) }
    #expect(error?.code == .permission)
    #expect(error?.message.en.contains("withdrawn") == true)
    #expect(try device.store.unsent().count == 1)
    #expect(try device.store.entries().map(\.entry) == entries)
  }
}
