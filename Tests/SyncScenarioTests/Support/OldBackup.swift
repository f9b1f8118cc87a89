import CensusAPI
import CensusDomain
import CensusForms
import CensusHub
import CensusStore
import CensusTestSupport
import Foundation

/// A device that sent one entry, was copied, and sent more: the copy is an old backup of it.
struct OldBackup {
  let world: CensusWorld
  let contents: [[UInt8]]
  let folder: String
  let copy: String
  let token: String
  /// Whom the central knows.
  let identity: CensusHub.DeviceIdentity
  /// The entry that was there before the copy was made.
  let first: UniqueID

  /// Runs `body` with such a device in folders of its own, gone afterwards.
  ///
  /// - Parameter amending: whether the original changed the first entry as well since the copy.
  static func with(amending: Bool = false, _ body: (OldBackup) async throws -> Void) async throws {
    let folder = NSTemporaryDirectory() + "hazcensus-\(UUID().uuidString)"
    let copy = folder + "-copy"
    defer {
      for path in [folder, copy] { try? FileManager.default.removeItem(atPath: path) }
    }
    try await body(try await make(folder, copy, amending))
  }

  private static func make(
    _ folder: String, _ copy: String, _ amending: Bool
  ) async throws -> OldBackup {
    let world = try CensusWorld()
    let contents = try SampleData.fireSources(4)
    let token: String
    let first: UniqueID
    let identity: CensusHub.DeviceIdentity
    do {
      let device = try await world.device("李娜", folder: folder)
      token = device.token
      first = try device.record([contents[0]])[0]
      identity = try world.hub.identity(of: device.store.identity.device)
      try await world.sync(device)
    }
    try FileManager.default.copyItem(atPath: folder, toPath: copy)
    let backup = OldBackup(
      world: world, contents: contents, folder: folder, copy: copy, token: token,
      identity: identity, first: first)
    let device = try backup.original()
    try device.record([contents[1]])
    if amending {
      for round in 1...3 { try device.amend(first, remark: "lost with the disk, \(round)") }
    }
    try await world.sync(device)
    return backup
  }

  /// The store as it was when it was copied.
  func restored() throws -> CensusWorld.Device { try open(copy) }

  /// The store that went on.
  func original() throws -> CensusWorld.Device { try open(folder) }

  private func open(_ path: String) throws -> CensusWorld.Device {
    CensusWorld.Device(
      store: try DeviceStore.open(folder: path, clock: world.clock), token: token,
      form: try world.forms.require("FOR_FIRESOURCE"))
  }
}
