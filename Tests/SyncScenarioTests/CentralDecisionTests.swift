import CensusAPI
import CensusDomain
import CensusForms
import CensusHub
import CensusJSON
import CensusStore
import CensusTestSupport
import Testing

/// A coordinator decides at the central what contends, and all devices end with it.
@Suite struct CentralDecisionTests {
  private let coordinator = Caller(
    name: "周敏", role: .coordinator, region: RegionCode("130205"))

  /// Two devices change one field of one entry, and the second one's change contends.
  private func contested(devices: Int = 2) async throws -> (ConflictPlay, UniqueID) {
    let game = try await ConflictPlay(devices: devices, entries: 1)
    let entry = game.entries[0]
    for device in 0...1 {
      try game.edit(device, entry, "remark", "by \(device)")
      try game.devices[device].finalize(entry)
      try await game.push(device)
    }
    return (game, entry)
  }

  private func view(_ game: ConflictPlay, _ entry: UniqueID) async throws -> ConflictView {
    let detail = try await Operations.showConflict.call(
      EntryReference(entry: entry), at: game.world.coordinator)
    return try #require(try ConflictView.read(detail))
  }

  private func decide(
    _ view: ConflictView, _ game: ConflictPlay, remark: JSONValue?, by caller: Caller
  ) async throws -> ConflictOutcome {
    var content = view.merge.content
    ContentChoice.set(remark, at: "/remark", in: &content)
    return try await Operations.settleConflict.call(
      view.decision(content: content, reasons: ["*": "test"]),
      at: LocalCentral(hub: game.world.hub, caller: caller))
  }

  @Test func `the contender's device is lost, and the decision reaches all others`() async throws {
    let (game, entry) = try await contested(devices: 3)
    _ = try await Operations.revokeDevice.call(
      DeviceReference(device: game.devices[1].store.identity.device), at: game.world.coordinator)
    let open = try await view(game, entry)
    #expect(open.mine.author == "调查员2" && open.theirs.author == "调查员1")
    #expect(open.merge.conflicts.map(\.pointer) == ["/remark"])
    #expect(open.base["remark"]?.string != "by 0")

    let outcome = try await decide(
      open, game, remark: open.merge.conflicts[0].mine, by: coordinator)
    #expect(outcome.standing == .received && outcome.faults.isEmpty)
    let central = try await game.central(entry)
    #expect(central.contenders.isEmpty && central.summary.revision == outcome.revision)
    #expect(central.summary.author == "周敏" && central.record.contains("by 1"))
    for device in [0, 2] {
      try await game.world.sync(game.devices[device])
      let here = try game.devices[device].store.entry(entry)
      #expect(here.revision == outcome.revision && here.row.state == .sent)
      #expect(try game.devices[device].store.conflicts().isEmpty)
    }
    let passed = try await Operations.review.call(
      ReviewRequest(entries: [entry], level: .county, verdict: .pass, comment: "", fields: []),
      at: game.world.coordinator)
    #expect(passed.reviewed == [entry])
    #expect(try game.world.hub.recount().isEmpty)
    let devices = try await Operations.listDevices.call(LedgerQuery(), at: game.world.coordinator)
    #expect(devices.devices.count == 3)
  }

  @Test func `a device that decided meanwhile and the central come to one end`() async throws {
    for isAlike in [true, false] {
      let (game, entry) = try await contested()
      for device in game.devices { try await game.world.sync(device) }
      try game.resolve(1, entry, mine: isAlike)
      let open = try await view(game, entry)
      let outcome = try await decide(
        open, game, remark: open.merge.conflicts[0].mine, by: coordinator)
      try await game.settle()
      try await game.expectAgreement(entry, "alike: \(isAlike)")
      if isAlike {
        #expect(try await game.central(entry).summary.revision == outcome.revision)
        #expect(try await game.central(entry).summary.standing == .received)
      } else {
        // Two that differ contend anew, and the coordinator ends it.
        #expect(try await game.central(entry).summary.standing == .conflict)
        let again = try await view(game, entry)
        let last = try await decide(again, game, remark: .string("both"), by: coordinator)
        #expect(last.standing == .received)
        try await game.settle()
        try await game.expectAgreement(entry, "decided again")
        #expect(try game.content(1, entry)["remark"]?.string == "both")
      }
    }
  }

  @Test func `what changed since it was seen, breaks a rule or is elsewhere changes nothing`()
    async throws
  {
    let (game, entry) = try await contested()
    let open = try await view(game, entry)
    let broken = try await Operations.settleConflict.call(
      ConflictDecision(
        entry: entry, standing: open.theirs.revision, settles: [open.mine.revision],
        formVersion: 1, content: #"{"remark":1}"#, reasons: ["*": "test"]),
      at: game.world.coordinator)
    #expect(broken.revision == nil && !broken.faults.isEmpty)

    let stranger = Caller(name: "别区", role: .coordinator, region: RegionCode("130206"))
    let viewer = Caller(name: "领导", role: .viewer, region: RegionCode("130205"))
    for (caller, code) in [(stranger, CensusError.Code.notFound), (viewer, .permission)] {
      let error = await #expect(throws: CensusError.self) {
        try await decide(open, game, remark: nil, by: caller)
      }
      #expect(error?.code == code)
    }

    try game.edit(0, entry, "address", "moved on")
    try game.devices[0].finalize(entry)
    try await game.push(0)
    let error = await #expect(throws: CensusError.self) {
      try await decide(open, game, remark: .string("late"), by: coordinator)
    }
    #expect(error?.code == .conflict)
    #expect(try await game.central(entry).summary.standing == .conflict)
    #expect(try await game.central(entry).contenders.count == 1)
  }

  @Test func `several contenders are decided one after the other`() async throws {
    let (game, entry) = try await contested(devices: 3)
    try game.edit(2, entry, "remark", "by 2")
    try game.devices[2].finalize(entry)
    try await game.push(2)
    let first = try await view(game, entry)
    #expect(first.further == 1)
    #expect(
      try await decide(first, game, remark: .string("a"), by: coordinator).standing == .conflict)
    let second = try await view(game, entry)
    let last = try await decide(second, game, remark: .string("b"), by: coordinator)
    #expect(last.standing == .received)
    try await game.settle()
    try await game.expectAgreement(entry, "several")
  }

  @Test func `the decision is relayed to the city, which does not decide itself`() async throws {
    let (game, entry) = try await contested()
    let city = try await CityWorld(above: game.world)
    try await city.relay()
    #expect(try await city.entries().map(\.standing) == [.conflict])
    let open = try await view(game, entry)
    let error = await #expect(throws: CensusError.self) {
      try await Operations.settleConflict.call(
        open.decision(content: open.merge.content, reasons: [:]), at: city.office)
    }
    #expect(error?.code == .permission)

    let outcome = try await decide(open, game, remark: .string("district"), by: coordinator)
    try await city.relay()
    let above = try #require(try await city.entries().first)
    #expect(above.revision == outcome.revision && above.standing == .received)
  }
}
