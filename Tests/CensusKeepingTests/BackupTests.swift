import CensusDomain
import CensusFiles
import CensusKeeping
import CensusStore
import Foundation
import Testing

@Suite("Backup and restore")
struct BackupTests {
  private let fixture: Fixture

  init() throws { fixture = try Fixture() }

  @Test(
    "A store comes back whole: database, attachments, forms and token",
    arguments: [StoreKind.device, .central])
  func whole(_ kind: StoreKind) throws {
    defer { fixture.remove() }
    let store = try fixture.lay(kind, in: "store")
    let photo = fixture.path("photo.jpg")
    try Data("photo".utf8).write(to: URL(filePath: photo))
    let held = try AttachmentFolder(store: store).add(copying: photo)
    try FileManager.default.createDirectory(
      atPath: store + "/forms", withIntermediateDirectories: false)
    for (name, text) in [("token", "secret"), ("forms/a.json", "{}"), ("lock", "pid 1")] {
      try Data(text.utf8).write(to: URL(filePath: store + "/" + name))
    }
    let backup = fixture.path("backup")
    let manifest = try StoreBackup.make(of: store, at: backup + "/", program: "test")
    #expect(
      Set(manifest.files.map(\.path)) == [
        kind.fileName, "token", "forms/a.json",
        "attachments/\(held.hash.description.prefix(2))/\(held.hash)",
      ])
    #expect(manifest.schemaVersion >= 1)
    #expect(manifest.faults(in: backup) == [])
    #expect(try StoreVerifier(folder: backup).verify().isSound)
    for name in [kind.fileName, "token", "backup.json"] {
      let mode = try FileManager.default.attributesOfItem(atPath: backup + "/" + name)[
        .posixPermissions]
      #expect(mode as? Int == 0o600)
    }

    let target = fixture.path("restored")
    let outcome = try StoreRestore.restore(backup, to: target)
    #expect(outcome.movedAside == nil)
    #expect(outcome.revisions == (kind == .device ? 16 : 12))
    #expect(
      try Fixture.revisions(target + "/" + kind.fileName)
        == Fixture.revisions(store + "/" + kind.fileName))
    let found = try StoreVerifier(folder: target, heads: [manifest.auditHead]).verify()
    #expect(found.isSound && found.attachments == 1)
    #expect(try FileManager.default.contentsOfDirectory(atPath: fixture.folder).count == 4)
  }

  @Test("A backup takes no other's place, and a folder in use is not replaced")
  func careful() throws {
    defer { fixture.remove() }
    let store = try fixture.lay(.device, in: "store")
    let backup = fixture.path("backup")
    _ = try StoreBackup.make(of: store, at: backup, program: "test")
    var error = #expect(throws: CensusError.self) {
      try StoreBackup.make(of: store, at: backup, program: "test")
    }
    #expect(error?.code == .conflict)
    error = #expect(throws: CensusError.self) { try StoreRestore.restore(backup, to: store) }
    #expect(error?.code == .conflict)
    do {
      let holder = try DeviceStore.open(folder: store)
      error = #expect(throws: CensusError.self) {
        try StoreRestore.restore(backup, to: store, replaces: true)
      }
      #expect(error?.code == .locked)
      withExtendedLifetime(holder) {}
    }
    let outcome = try StoreRestore.restore(backup, to: store, replaces: true)
    let aside = try #require(outcome.movedAside)
    #expect(try Fixture.revisions(aside + "/device.sqlite").count == 16)
    #expect(try DeviceStore.open(folder: store).status().ready == 4)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: fixture.folder).sorted() == [
        "backup", "store", "store.before-1",
      ])
  }

  @Test("Backups made while a device saves are each one moment of it")
  func underLoad() async throws {
    defer { fixture.remove() }
    let folder = try fixture.lay(.device, in: "store")
    let store = try DeviceStore.open(folder: folder)
    let entries = try store.entries()
    let (saved, continuation) = AsyncStream.makeStream(
      of: Void.self, bufferingPolicy: .bufferingNewest(1))
    let writer = Task.detached {
      var saves = 0
      while !Task.isCancelled {
        let entry = entries[saves % entries.count].entry
        try store.saveDraft(entry, content: EntryContent(json: try store.entry(entry).content))
        saves += 1
        continuation.yield()
      }
    }
    var saves = saved.makeAsyncIterator()
    var heads: [ContentHash] = []
    for round in 0..<20 {
      // Each backup is made after a further save, while more go on.
      _ = await saves.next()
      let backup = fixture.path("backup-\(round)")
      let manifest = try StoreBackup.make(of: folder, at: backup, program: "test")
      #expect(manifest.faults(in: backup) == [])
      heads.append(manifest.auditHead)
    }
    writer.cancel()
    try await writer.value
    // Each backup's audit head is in the store's chain: it is a prefix of what came after.
    #expect(try StoreVerifier(folder: folder, heads: heads).verify().faults == [])
    #expect(try store.examine().allSatisfy(\.isSound))
  }
}
