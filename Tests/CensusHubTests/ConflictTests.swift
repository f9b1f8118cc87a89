import CensusAPI
import CensusDomain
import CensusHub
import Testing

@Suite struct ConflictTests {
  @Test func `of two changes of one revision the first stands and the second is kept beside it`()
    async throws
  {
    let fixture = try HubFixture()
    var (li, _) = try await fixture.device("李娜")
    var (wang, _) = try await fixture.device("王强")
    let first = li.write(try fixture.contents.content(object: "LC-1"))
    let lis = li.write(try fixture.contents.content(object: "LC-1", remark: "a"), after: first)
    let wangs = wang.write(try fixture.contents.content(object: "LC-1", remark: "b"), after: first)
    try fixture.send([first, lis], by: li)
    #expect(try fixture.send([wangs], by: wang).items.map(\.disposition) == [.conflict])

    let open = try await fixture.detail(first.record.entry)
    #expect(open.summary.standing == .conflict)
    #expect(open.summary.revision == lis.hash)
    #expect(open.contenders == [String(decoding: wangs.bytes, as: UTF8.self)])

    let further = wang.write(try fixture.contents.content(object: "LC-1", remark: "d"), after: lis)
    #expect(try fixture.send([further], by: wang).items.map(\.disposition) == [.accepted])
    let still = try await fixture.detail(first.record.entry)
    #expect(still.summary.standing == .conflict && still.summary.revision == further.hash)
    #expect(still.contenders.count == 1)
    #expect(try await fixture.review([first.record.entry], .county, .pass).reviewed.isEmpty)

    let settled = wang.write(
      try fixture.contents.content(object: "LC-1", remark: "c"), after: further,
      settles: [wangs.hash])
    #expect(try fixture.send([settled], by: wang).items.map(\.disposition) == [.accepted])
    let closed = try await fixture.detail(first.record.entry)
    #expect(closed.summary.standing == .received)
    #expect(closed.contenders.isEmpty)
  }

  @Test func `what contends counts as on record only, until each contender is settled`()
    async throws
  {
    let fixture = try HubFixture()
    try await fixture.freeze([HubFixture.object("LC-1")])
    var (li, _) = try await fixture.device("李娜")
    var (wang, _) = try await fixture.device("王强")
    let first = li.write(try fixture.contents.content(object: "LC-1"))
    let lis = li.write(try fixture.contents.content(object: "LC-1", remark: "a"), after: first)
    let rivals = try ["b", "c"].map {
      wang.write(try fixture.contents.content(object: "LC-1", remark: $0), after: first)
    }
    try fixture.send([first, lis], by: li)
    #expect(try await fixture.funnel() == [1, 1, 1, 0, 0])
    try fixture.send(rivals, by: wang)
    #expect(try await fixture.funnel() == [1, 1, 0, 0, 0])

    let half = wang.write(
      try fixture.contents.content(object: "LC-1", remark: "d"), after: lis,
      settles: [rivals[0].hash])
    try fixture.send([half], by: wang)
    #expect(try await fixture.funnel() == [1, 1, 0, 0, 0])
    #expect(try await fixture.detail(first.record.entry).contenders.count == 1)
    #expect(try fixture.hub.recount().isEmpty)

    let whole = wang.write(
      try fixture.contents.content(object: "LC-1", remark: "e"), after: half,
      settles: rivals.map(\.hash))
    try fixture.send([whole], by: wang)
    #expect(try await fixture.funnel() == [1, 1, 1, 0, 0])
    #expect(try fixture.hub.recount().isEmpty)
  }

  @Test func `a revision that says what the standing one says opens no conflict`() async throws {
    let fixture = try HubFixture()
    var (li, _) = try await fixture.device("李娜")
    var (wang, _) = try await fixture.device("王强")
    let first = li.write(try fixture.contents.content(object: "LC-1"))
    let same = try fixture.contents.content(object: "LC-1", remark: "same")
    try fixture.send([first, li.write(same, after: first)], by: li)
    let again = wang.write(same, after: first)
    #expect(try fixture.send([again], by: wang).items.map(\.disposition) == [.superseded])
    #expect(try await fixture.detail(first.record.entry).summary.standing == .received)
  }

  @Test func `two beginnings of one entry contend`() async throws {
    let fixture = try HubFixture()
    var (li, _) = try await fixture.device("李娜")
    var (wang, _) = try await fixture.device("王强")
    let first = li.write(try fixture.contents.content(object: "LC-1"))
    let second = wang.write(
      try fixture.contents.content(object: "LC-1", remark: "b"), entry: first.record.entry)
    try fixture.send([first], by: li)
    #expect(try fixture.send([second], by: wang).items.map(\.disposition) == [.conflict])
  }

  @Test func `another person's older change still opens a conflict, one's own is superseded`()
    async throws
  {
    let fixture = try HubFixture()
    var (li, _) = try await fixture.device("李娜")
    var (tablet, _) = try await fixture.device("李娜的平板")
    var (wang, _) = try await fixture.device("王强")
    let first = li.write(try fixture.contents.content(object: "LC-1"))
    let second = li.write(try fixture.contents.content(object: "LC-1", remark: "a"), after: first)
    let third = li.write(try fixture.contents.content(object: "LC-1", remark: "b"), after: second)
    try fixture.send([first, second, third], by: li)

    let own = tablet.write(
      try fixture.contents.content(object: "LC-1", remark: "old"), after: first, author: "李娜")
    #expect(try fixture.send([own], by: tablet).items.map(\.disposition) == [.superseded])
    #expect(try await fixture.detail(first.record.entry).summary.standing == .received)

    let others = wang.write(try fixture.contents.content(object: "LC-1", remark: "c"), after: first)
    #expect(try fixture.send([others], by: wang).items.map(\.disposition) == [.conflict])
    let detail = try await fixture.detail(first.record.entry)
    #expect(detail.summary.revision == third.hash)
    #expect(detail.contenders == [String(decoding: others.bytes, as: UTF8.self)])
  }

  @Test func `an entry keeps its form but may name another object`() async throws {
    let fixture = try HubFixture()
    try await fixture.freeze([HubFixture.object("LC-1"), HubFixture.object("LC-2")])
    var (pen, _) = try await fixture.device("李娜")
    let first = pen.write(try fixture.contents.content(object: "LC-1"))
    let moved = pen.write(try fixture.contents.content(object: "LC-2"), after: first)
    let other = pen.write(
      try fixture.contents.content(SampleContents.collapse, object: "LC-2"),
      form: SampleContents.collapse, after: moved)
    let receipt = try fixture.send([first, moved, other], by: pen)
    #expect(receipt.items.map(\.disposition) == [.accepted, .accepted, .rejected])
    #expect(receipt.items.last?.faults.map(\.rule) == ["formChanged"])
    #expect(try await fixture.detail(first.record.entry).summary.objectCode == "LC-2")
    #expect(try await fixture.funnel() == [2, 1, 1, 0, 0])
    #expect(try fixture.hub.recount().isEmpty)
  }
}
