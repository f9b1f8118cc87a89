import CensusAPI
import CensusDomain
import CensusForms
import CensusHub
import CensusJSON
import CensusStore
import CensusSync
import CensusTestSupport
import Testing

/// One central, several devices and entries that all of them know.
struct ConflictPlay {
  /// What a surveyor does between two looks at the others' work.
  enum Step: CaseIterable {
    case edit, finalize, push, pull
  }

  private struct Stop: Error {}

  let world: CensusWorld
  let devices: [CensusWorld.Device]
  let entries: [UniqueID]

  init(devices count: Int, entries: Int) async throws {
    world = try CensusWorld()
    var devices: [CensusWorld.Device] = []
    for number in 1...count { devices.append(try await world.device("调查员\(number)")) }
    self.devices = devices
    self.entries = try devices[0].record(try SampleData.fireSources(entries))
    for device in devices { try await world.sync(device) }
  }

  func content(_ device: Int, _ entry: UniqueID) throws -> JSONObject {
    try #require(try JSONValue.parse(try devices[device].store.entry(entry).content).object)
  }

  /// Changes one field of the working copy.
  func edit(_ device: Int, _ entry: UniqueID, _ field: String, _ value: String) throws {
    var content = try content(device, entry)
    content[field] = .string(value)
    try devices[device].store.saveDraft(
      entry, content: try EntryContent(json: JSONValue.object(content).encodedBytes))
  }

  func push(_ device: Int) async throws {
    do {
      try await world.sync(
        devices[device],
        environment: SyncEngine.Environment(
          wait: { _ in }, atStep: { if $0 == .beforePull { throw Stop() } }))
    } catch is Stop {}
  }

  func play(
    _ step: Step, on device: Int, _ entry: UniqueID, field: String, value: String
  ) async throws {
    switch step {
    case .edit: try edit(device, entry, field, value)
    case .finalize: try devices[device].finalize(entry)
    case .push: try await push(device)
    case .pull: try await world.sync(devices[device])
    }
  }

  /// Syncs all devices until nobody has anything to send or to take in.
  func settle() async throws {
    for _ in 1...8 {
      var isQuiet = true
      for device in devices {
        let report = try await world.sync(device)
        if !report.answered.isEmpty || report.changes > 0 { isQuiet = false }
      }
      if isQuiet { return }
    }
    Issue.record("the devices go on answering each other")
  }

  func central(_ entry: UniqueID) async throws -> EntryDetail {
    try await Operations.showEntry.call(EntryReference(entry: entry), at: world.coordinator)
  }

  /// Expects one standing revision and one content everywhere.
  func expectAgreement(_ entry: UniqueID, _ what: Comment) async throws {
    let central = try await central(entry)
    let standing = try #require(try JSONValue.parse(central.record)[member: "content"]?.object)
    for device in devices.indices {
      let view = try devices[device].store.entry(entry)
      #expect(view.revision == central.summary.revision, what)
      #expect(try content(device, entry) == standing, what)
      #expect((view.row.state == .conflict) == (central.summary.standing == .conflict), what)
      #expect(
        try devices[device].store.conflicts().contains { $0.row.entry == entry }
          == (central.summary.standing == .conflict), what)
    }
  }

  /// Decides the entry's conflict on `device` for one side.
  func resolve(_ device: Int, _ entry: UniqueID, mine: Bool) throws {
    let store = devices[device].store
    let view = try store.conflict(of: entry)
    var content = view.merge.content
    for conflict in view.merge.conflicts {
      ContentChoice.set(
        mine ? conflict.mine : conflict.theirs, at: conflict.pointer, in: &content)
    }
    guard
      case .finalized = try store.resolve(
        view, content: content, form: devices[device].form, reasons: ["*": "test"])
    else {
      Issue.record("the decision was refused")
      return
    }
  }
}
