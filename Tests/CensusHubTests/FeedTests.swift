import CensusAPI
import CensusDomain
import CensusHub
import Testing

@Suite struct FeedTests {
  @Test func `a device pulls versions, reviews and others' revisions of its region in order`()
    async throws
  {
    let fixture = try HubFixture()
    var (li, _) = try await fixture.device("李娜", region: "130205103")
    var (wang, _) = try await fixture.device("王强", region: "130205")
    try await fixture.freeze([HubFixture.object("LC-1")])
    let own = li.write(try fixture.contents.content(object: "LC-1"))
    try fixture.send([own], by: li)
    let near = wang.write(try fixture.contents.content(object: "LC-2"))
    let far = wang.write(try fixture.contents.content(object: "LC-3", town: "130205104"))
    try fixture.send([near, far], by: wang)
    try await fixture.review([far.record.entry, own.record.entry], .county, .pass)

    let page = try fixture.hub.changes(for: li.identity, after: 0)
    #expect(page.changes.map(\.cursor) == [1, 3, 6])
    #expect(page.next == 6)
    #expect(!page.hasMore)
    guard page.changes.count == 3, case .inventory(1) = page.changes[0].kind,
      case .revision(near.hash, .accepted, near.bytes) = page.changes[1].kind,
      case .review(let review) = page.changes[2].kind
    else {
      Issue.record("other changes than expected")
      return
    }
    #expect(review.entry == own.record.entry)
    #expect(try ChangePage.decode(page.encoded()) == page)
  }

  @Test func `pages of any size give the same changes`() async throws {
    let fixture = try HubFixture()
    var (li, _) = try await fixture.device("李娜")
    let (wang, _) = try await fixture.device("王强")
    let lines = try (1...23).map { li.write(try fixture.contents.content(object: "LC-\($0)")) }
    try fixture.send(lines, by: li)
    let whole = try fixture.hub.changes(for: wang.identity, after: 0).changes
    for limit in [1, 2, 7, 22, 23] {
      var changes: [Change] = []
      var cursor: Int64 = 0
      var hasMore = true
      while hasMore {
        let page = try fixture.hub.changes(for: wang.identity, after: cursor, limit: limit)
        #expect(page.changes.count <= limit)
        changes += page.changes
        cursor = page.next
        hasMore = page.hasMore
      }
      #expect(changes == whole)
    }
  }

  @Test(arguments: [2, 9_000, -1] as [Int64])
  func `a cursor that was never given out is refused`(cursor: Int64) async throws {
    let fixture = try HubFixture()
    var (pen, _) = try await fixture.device("李娜")
    try fixture.send([pen.write(try fixture.contents.content(object: "LC-1"))], by: pen)
    let error = #expect(throws: CensusError.self) {
      try fixture.hub.changes(for: pen.identity, after: cursor)
    }
    #expect(error?.code == .conflict)
  }

  @Test func `an inventory version is read in pages and stays as it was`() async throws {
    let fixture = try HubFixture()
    let objects = (1...9).map { HubFixture.object("LC-\($0)") }
    try await fixture.freeze(objects)
    try await fixture.freeze(Array(objects.dropFirst(3)), reason: "核减")
    for (version, expected) in [(1, objects), (2, Array(objects.dropFirst(3)))] {
      var read: [InventoryObject] = []
      var after: String? = ""
      while let place = after {
        let page = try fixture.hub.inventoryPage(version: version, after: place, limit: 2)
        read += page.objects
        after = page.next
      }
      #expect(read == expected)
    }
    let error = #expect(throws: CensusError.self) {
      try fixture.hub.inventoryPage(version: 3, after: "")
    }
    #expect(error?.code == .notFound)
    let region = RegionCode("130205104")
    #expect(try fixture.hub.inventoryPage(version: 1, after: "", region: region).objects.isEmpty)
  }
}
