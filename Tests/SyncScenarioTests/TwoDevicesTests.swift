import CensusAPI
import CensusDomain
import CensusForms
import CensusHub
import CensusStore
import CensusSync
import CensusTestSupport
import Testing

@Suite struct TwoDevicesTests {
  /// Li's entry, known to both devices.
  private func shared(
    _ world: CensusWorld
  ) async throws -> (li: CensusWorld.Device, wang: CensusWorld.Device, entry: UniqueID) {
    let li = try await world.device("李娜")
    let wang = try await world.device("王强")
    let entries = try li.record(try SampleData.fireSources(1))
    try await world.sync(li)
    try await world.sync(wang)
    let entry = try #require(entries.first)
    #expect(try wang.store.entry(entry).row.author == "李娜")
    return (li, wang, entry)
  }

  @Test func `two changes of one revision are both kept and the conflict is open on both devices`()
    async throws
  {
    let world = try CensusWorld()
    let (li, wang, entry) = try await shared(world)
    try li.amend(entry, remark: "from Li")
    try wang.amend(entry, remark: "from Wang")

    let first = try await world.sync(li)
    let second = try await world.sync(wang)
    try await world.sync(li)

    #expect(first.answered["accepted"] == 1)
    #expect(second.answered["conflict"] == 1)
    let detail = try await Operations.showEntry.call(
      EntryReference(entry: entry), at: world.coordinator)
    #expect(detail.summary.standing == .conflict)
    #expect(detail.record.contains("from Li"))
    #expect(detail.contenders.count == 1)
    #expect(detail.contenders.contains { $0.contains("from Wang") })
    #expect(try li.store.entry(entry).row.state == .conflict)
    #expect(try wang.store.entry(entry).row.state == .conflict)
  }

  @Test func `both devices and the central let the same revision stand`() async throws {
    let world = try CensusWorld()
    let (li, wang, entry) = try await shared(world)
    try li.amend(entry, remark: "from Li")
    try wang.amend(entry, remark: "from Wang")
    for device in [wang, li, wang, li] { try await world.sync(device) }
    let central = try await Operations.showEntry.call(
      EntryReference(entry: entry), at: world.coordinator)
    #expect(central.record.contains("from Wang"))
    let contents = try [li, wang].map {
      String(decoding: try $0.store.entry(entry).content, as: UTF8.self)
    }
    #expect(contents.allSatisfy { $0.contains("from Wang") })
  }

  @Test func `a revision upon the standing one leaves the conflict open, a decision settles it`()
    async throws
  {
    let world = try CensusWorld()
    let (li, wang, entry) = try await shared(world)
    try li.amend(entry, remark: "from Li")
    try wang.amend(entry, remark: "from Wang")
    for device in [li, wang] { try await world.sync(device) }

    try wang.amend(entry, remark: "further")
    #expect(try await world.sync(wang).answered["accepted"] == 1)
    #expect(try wang.store.entry(entry).row.state == .conflict)
    let still = try await Operations.showEntry.call(
      EntryReference(entry: entry), at: world.coordinator)
    #expect(still.summary.standing == .conflict && still.contenders.count == 1)

    let view = try wang.store.conflict(of: entry)
    #expect(view.merge.conflicts.map(\.pointer) == ["/remark"])
    #expect(view.mine.isOwn && view.theirs.isOwn)
    guard
      case .finalized = try wang.store.resolve(
        view, content: view.merge.content, form: wang.form, reasons: ["*": "test"])
    else {
      Issue.record("the decision was refused")
      return
    }
    let report = try await world.sync(wang)
    try await world.sync(li)

    #expect(report.answered["accepted"] == 1)
    let detail = try await Operations.showEntry.call(
      EntryReference(entry: entry), at: world.coordinator)
    #expect(detail.summary.standing == .received)
    #expect(try li.store.entry(entry).row.state == .sent)
    #expect(try world.hub.recount().isEmpty)
  }
}
