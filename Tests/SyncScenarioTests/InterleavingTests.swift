import CensusAPI
import CensusDomain
import CensusHub
import CensusJSON
import CensusStore
import CensusTestSupport
import Testing

/// Two devices change one entry: every order of edit, finalise, push and pull.
@Suite struct InterleavingTests {
  /// The 70 orders of twice four steps, by which device takes each step.
  private static let orders: [[Int]] = (0..<256).compactMap { bits in
    let order = (0..<8).map { (bits >> $0) & 1 }
    return order.reduce(0, +) == 4 ? order : nil
  }

  /// Ten orders to a world: each sync looks at every conflict that its device ever had, so one world of
  /// all would take time by the square.
  private static let worlds = 0..<7

  private static func orders(of world: Int) -> [[Int]] {
    stride(from: world, to: orders.count, by: worlds.count).map { orders[$0] }
  }

  private func play(
    _ order: [Int], _ play: ConflictPlay, _ entry: UniqueID, fields: [String]
  ) async throws {
    var next = [0, 0]
    for device in order {
      let step = ConflictPlay.Step.allCases[next[device]]
      next[device] += 1
      try await play.play(
        step, on: device, entry, field: fields[device], value: "by \(device)")
    }
    try await play.settle()
  }

  @Test func `there are 70 orders, each in one world`() {
    #expect(Self.orders.count == 70)
    #expect(Set(Self.worlds.flatMap { Self.orders(of: $0) }) == Set(Self.orders))
  }

  @Test(arguments: worlds)
  func `disjoint fields are merged in every order, and all agree`(world: Int) async throws {
    let orders = Self.orders(of: world)
    let game = try await ConflictPlay(devices: 2, entries: orders.count)
    for (order, entry) in zip(orders, game.entries) {
      try await play(order, game, entry, fields: ["remark", "address"])
      try await game.expectAgreement(entry, "\(order)")
      let content = try game.content(0, entry)
      #expect(content["remark"]?.string == "by 0", "\(order)")
      #expect(content["address"]?.string == "by 1", "\(order)")
      #expect(try game.devices[0].store.entry(entry).row.state == .sent, "\(order)")
    }
    #expect(try game.world.hub.recount().isEmpty)
  }

  @Test(arguments: worlds)
  func `one field changed twice keeps both sides in every order until one is chosen`(
    world: Int
  ) async throws {
    let orders = Self.orders(of: world)
    let game = try await ConflictPlay(devices: 2, entries: orders.count)
    var conflicts = 0
    for (number, (order, entry)) in zip(orders, game.entries).enumerated() {
      try await play(order, game, entry, fields: ["remark", "remark"])
      try await game.expectAgreement(entry, "\(order)")
      let central = try await game.central(entry)
      guard central.summary.standing == .conflict else { continue }
      conflicts += 1
      let records = [central.record] + central.contenders
      for value in ["by 0", "by 1"] {
        #expect(records.contains { $0.contains("\"\(value)\"") }, "\(order)")
      }
      try game.resolve(number % 2, entry, mine: number % 3 == 0)
      try await game.settle()
      try await game.expectAgreement(entry, "\(order), decided")
      #expect(try await game.central(entry).contenders.isEmpty, "\(order)")
      #expect(try game.devices[0].store.entry(entry).row.state == .sent, "\(order)")
    }
    #expect(conflicts > 3)
    #expect(try game.world.hub.recount().isEmpty)
  }
}
