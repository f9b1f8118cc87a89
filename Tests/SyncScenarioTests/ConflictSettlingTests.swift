import CensusAPI
import CensusDomain
import CensusForms
import CensusHub
import CensusJSON
import CensusStore
import CensusTestSupport
import Testing

/// How conflicts end: by themselves, by one person, by two at once.
@Suite struct ConflictSettlingTests {
  private func amend(
    _ game: ConflictPlay, _ device: Int, _ entry: UniqueID, _ field: String, _ value: String
  ) throws {
    try game.edit(device, entry, field, value)
    try game.devices[device].finalize(entry)
  }

  @Test func `three devices' disjoint changes all end up in one content`() async throws {
    let game = try await ConflictPlay(devices: 3, entries: 1)
    let entry = game.entries[0]
    try amend(game, 0, entry, "remark", "zero")
    try amend(game, 1, entry, "address", "one")
    try amend(game, 2, entry, "objectName", "two")
    try await game.settle()
    try await game.expectAgreement(entry, "three")
    let content = try game.content(2, entry)
    #expect(content["remark"]?.string == "zero")
    #expect(content["address"]?.string == "one")
    #expect(content["objectName"]?.string == "two")
    #expect(try game.devices[1].store.resolutions().map(\.isAutomatic) == [true])
    #expect(try game.devices[0].store.resolutions().isEmpty)
  }

  @Test func `a chain of revisions made offline is merged from where it parted`() async throws {
    let game = try await ConflictPlay(devices: 2, entries: 1)
    let entry = game.entries[0]
    try amend(game, 0, entry, "remark", "theirs")
    try await game.push(0)
    try amend(game, 1, entry, "address", "first")
    try amend(game, 1, entry, "objectName", "second")
    try await game.settle()
    try await game.expectAgreement(entry, "chain")
    let central = try await game.central(entry)
    #expect(central.contenders.isEmpty && central.summary.standing == .received)
    let content = try game.content(0, entry)
    #expect(content["remark"]?.string == "theirs")
    #expect(content["address"]?.string == "first")
    #expect(content["objectName"]?.string == "second")
    let fields = try #require(try game.devices[1].store.resolutions().first?.fields)
    #expect(Set(fields.fromMine) == ["/address", "/objectName"])
    #expect(fields.fromTheirs == ["/remark"])
  }

  @Test func `two devices that decide alike need nobody further`() async throws {
    let game = try await ConflictPlay(devices: 2, entries: 1)
    let entry = game.entries[0]
    for device in 0...1 { try amend(game, device, entry, "remark", "by \(device)") }
    try await game.settle()
    for device in 0...1 { try game.resolve(device, entry, mine: true) }
    try await game.settle()
    try await game.expectAgreement(entry, "alike")
    #expect(try await game.central(entry).summary.standing == .received)
    #expect(try await game.central(entry).contenders.isEmpty)
  }

  @Test func `two devices that decide differently contend again, and a further decision ends it`()
    async throws
  {
    let game = try await ConflictPlay(devices: 2, entries: 1)
    let entry = game.entries[0]
    for device in 0...1 { try amend(game, device, entry, "remark", "by \(device)") }
    try await game.settle()
    try game.resolve(0, entry, mine: true)
    try game.resolve(1, entry, mine: false)
    try await game.settle()
    try await game.expectAgreement(entry, "differently")
    #expect(try await game.central(entry).summary.standing == .conflict)
    try game.resolve(0, entry, mine: true)
    try await game.settle()
    try await game.expectAgreement(entry, "decided again")
    #expect(try await game.central(entry).summary.standing == .received)
  }

  @Test func `a working copy of a revision that lost is kept and merged from its own base`()
    async throws
  {
    let game = try await ConflictPlay(devices: 2, entries: 1)
    let entry = game.entries[0]
    try amend(game, 0, entry, "remark", "theirs")
    try await game.push(0)
    try amend(game, 1, entry, "address", "lost")
    try game.edit(1, entry, "objectName", "draft upon what lost")
    try await game.settle()
    #expect(try game.content(1, entry)["objectName"]?.string == "draft upon what lost")
    #expect(try game.devices[1].store.entry(entry).row.hasDraft)

    try game.devices[1].finalize(entry)
    try await game.settle()
    try await game.expectAgreement(entry, "draft")
    let content = try game.content(0, entry)
    #expect(content["remark"]?.string == "theirs")
    #expect(content["address"]?.string == "lost")
    #expect(content["objectName"]?.string == "draft upon what lost")
    #expect(try await game.central(entry).summary.standing == .received)
  }

  @Test func `whoever holds both sides may decide, though the contender's device is lost`()
    async throws
  {
    let game = try await ConflictPlay(devices: 3, entries: 1)
    let entry = game.entries[0]
    for device in 0...1 { try amend(game, device, entry, "remark", "by \(device)") }
    try await game.push(0)
    try await game.push(1)
    try await game.world.sync(game.devices[2])
    try game.resolve(2, entry, mine: true)
    try await game.world.sync(game.devices[2])
    let central = try await game.central(entry)
    #expect(central.summary.standing == .received && central.contenders.isEmpty)
    #expect(central.record.contains("by 1"))
  }

  // Ten entries a world, since each sync looks at every conflict that its device ever had.
  @Test(arguments: [20_260_101, 20_260_102, 20_260_103, 20_260_104] as [UInt64])
  func `a few hundred random plays of three devices agree and lose no field`(
    seed: UInt64
  ) async throws {
    let fields = ["remark", "address", "objectName"]
    let game = try await ConflictPlay(devices: 3, entries: 10)
    var random = SeededRandom(seed: seed)
    var last: [UniqueID: [Int: String]] = [:]
    for round in 0..<3 {
      for (number, entry) in game.entries.enumerated() {
        for _ in 0..<4 {
          let device = Int.random(in: 0..<3, using: &random)
          switch Int.random(in: 0..<4, using: &random) {
          case 0: try await game.push(device)
          case 1: try await game.world.sync(game.devices[device])
          default:
            let value = "d\(device) r\(round) e\(number)"
            try amend(game, device, entry, fields[device], value)
            last[entry, default: [:]][device] = value
          }
        }
      }
    }
    try await game.settle()
    for entry in game.entries {
      try await game.expectAgreement(entry, "seed \(seed)")
      #expect(try await game.central(entry).summary.standing == .received)
      let content = try game.content(0, entry)
      // Each field has one author, so its last value must have come through.
      for (device, value) in last[entry] ?? [:] {
        #expect(content[fields[device]]?.string == value)
      }
    }
    #expect(try game.world.hub.recount().isEmpty)
  }
}
