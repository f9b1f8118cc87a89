import CensusAPI
import CensusCentralSQLite
import CensusDomain
import CensusHub
import Testing

@Suite struct IngestTests {
  @Test func `entries are accepted in order and the receipt proves each`() async throws {
    let fixture = try HubFixture()
    var (pen, _) = try await fixture.device("李娜")
    let lines = try (1...20).map { pen.write(try fixture.contents.content(object: "LC-\($0)")) }
    let receipt = try fixture.send(lines, by: pen)
    #expect(receipt.items.map(\.disposition) == Array(repeating: .accepted, count: 20))
    #expect(receipt.items.map(\.hash) == lines.map(\.hash))
    #expect(receipt.items.map(\.sequence) == lines.map(\.record.sequence))
    let state = try fixture.hub.state(of: pen.identity)
    #expect(state.lastSequence == 20)
    #expect(state.lastHash == lines.last?.hash)
    #expect(state.cursor == 20)
    #expect(try fixture.hub.inspect().isSound)
  }

  @Test func `a long batch keeps its order, and of two broken lines the first is named`()
    async throws
  {
    let fixture = try HubFixture()
    var (pen, _) = try await fixture.device("李娜")
    // Enough lines for several threads.
    let lines = try (1...500).map { pen.write(try fixture.contents.content(object: "LC-\($0)")) }
    let whole = lines.map { DevicePen.body([$0]) }
    var broken = whole
    broken[470].removeFirst()
    broken[260].removeFirst()
    let error = #expect(throws: CensusError.self) {
      try fixture.hub.receive(
        batch: HubFixture.key(), body: broken.flatMap { $0 }, from: pen.identity)
    }
    #expect(error?.message.en.contains("Line 261 ") == true)
    #expect(try fixture.hub.state(of: pen.identity).lastSequence == 0)

    let receipt = try fixture.send(lines, by: pen)
    #expect(receipt.items.map(\.hash) == lines.map(\.hash))
    #expect(receipt.items.allSatisfy { $0.disposition == .accepted })
  }

  @Test func `the same batch gives the same bytes and changes nothing`() async throws {
    let fixture = try HubFixture()
    var (pen, _) = try await fixture.device("李娜")
    let body = DevicePen.body([pen.write(try fixture.contents.content(object: "LC-1"))])
    let key = HubFixture.key()
    let first = try fixture.hub.receive(batch: key, body: body, from: pen.identity)
    fixture.clock.advance(days: 3)
    let second = try fixture.hub.receive(batch: key, body: body, from: pen.identity)
    #expect(first == second)
    #expect(try fixture.hub.state(of: pen.identity).cursor == 1)
  }

  @Test func `sixteen equal requests at once have one effect and equal answers`() async throws {
    try await withFolder { folder in
      let fixture = try HubFixture(folder: folder)
      var (pen, _) = try await fixture.device("李娜")
      for round in 1...20 {
        let lines = try (1...5).map {
          pen.write(try fixture.contents.content(object: "LC-\(round)-\($0)"))
        }
        let (body, key, identity) = (DevicePen.body(lines), HubFixture.key(), pen.identity)
        let receipts = try await withThrowingTaskGroup(of: [UInt8].self) { group in
          for _ in 0..<16 {
            group.addTask { [hub = fixture.hub] in
              try hub.receive(batch: key, body: body, from: identity)
            }
          }
          return try await group.reduce(into: Set<[UInt8]>()) { $0.insert($1) }
        }
        #expect(receipts.count == 1)
        #expect(try fixture.hub.state(of: identity).cursor == Int64(round * 5))
      }
    }
  }

  @Test func `a revision that is sent in another batch is a duplicate`() async throws {
    let fixture = try HubFixture()
    var (pen, _) = try await fixture.device("李娜")
    let first = pen.write(try fixture.contents.content(object: "LC-1"))
    let second = pen.write(try fixture.contents.content(object: "LC-2"))
    try fixture.send([first], by: pen)
    let receipt = try fixture.send([first, second], by: pen)
    #expect(receipt.items.map(\.disposition) == [.duplicate, .accepted])
  }

  @Test func `a key with another body is refused by an error of its own`() async throws {
    let fixture = try HubFixture()
    var (pen, _) = try await fixture.device("李娜")
    let key = HubFixture.key()
    try fixture.send([pen.write(try fixture.contents.content(object: "LC-1"))], by: pen, key: key)
    let error = #expect(throws: CensusError.self) {
      try fixture.send([pen.write(try fixture.contents.content(object: "LC-2"))], by: pen, key: key)
    }
    #expect(error == Hub.keyReused)
  }

  @Test func `a key of one device is free for another`() async throws {
    let fixture = try HubFixture()
    var (li, _) = try await fixture.device("李娜")
    var (wang, _) = try await fixture.device("王强")
    let key = HubFixture.key()
    try fixture.send([li.write(try fixture.contents.content(object: "LC-1"))], by: li, key: key)
    let receipt = try fixture.send(
      [wang.write(try fixture.contents.content(object: "LC-2"))], by: wang, key: key)
    #expect(receipt.device == wang.identity.id)
  }

  @Test func `a gap is refused whole and names the number that is next`() async throws {
    let fixture = try HubFixture()
    var (pen, _) = try await fixture.device("李娜")
    let lines = try (1...4).map { pen.write(try fixture.contents.content(object: "LC-\($0)")) }
    let error = #expect(throws: CensusError.self) {
      try fixture.send([lines[0], lines[1], lines[3]], by: pen)
    }
    #expect(error?.code == .conflict)
    #expect(error?.message.en.contains("number 3 is next") == true)
    #expect(try fixture.hub.state(of: pen.identity).lastSequence == 0)
  }

  @Test(arguments: [true, false])
  func `a number with another content means a restored backup`(wasRejected: Bool) async throws {
    let fixture = try HubFixture()
    var (pen, _) = try await fixture.device("李娜")
    let content = try fixture.contents.content(object: "LC-1")
    try fixture.send([pen.write(wasRejected ? Array("{}".utf8) : content)], by: pen)
    pen.restore(to: 0)
    let lines = [
      pen.write(try fixture.contents.content(object: "LC-2")),
      pen.write(try fixture.contents.content(object: "LC-3")),
    ]
    let error = #expect(throws: CensusError.self) { try fixture.send(lines, by: pen) }
    #expect(error?.code == .restored)
    #expect(error?.message.en.contains("restored from an old backup") == true)
    #expect(try fixture.hub.state(of: pen.identity).lastSequence == 1)
  }

  @Test func `a batch that was cut off takes no effect at all`() async throws {
    let fixture = try HubFixture()
    var (pen, _) = try await fixture.device("李娜")
    let lines = try (1...3).map { pen.write(try fixture.contents.content(object: "LC-\($0)")) }
    let body = DevicePen.body(lines)
    // Every cut within the last line; one at its very end is only without its line feed.
    let lastLine = DevicePen.body([lines[2]]).count
    for cut in stride(from: 2, to: lastLine - 1, by: 37) {
      let error = #expect(throws: CensusError.self) {
        try fixture.hub.receive(
          batch: HubFixture.key(), body: Array(body.dropLast(cut)), from: pen.identity)
      }
      #expect(error?.code == .invalidData)
      #expect(error?.message.en.contains("Line 3") == true)
    }
    #expect(try fixture.hub.state(of: pen.identity).lastSequence == 0)
  }

  @Test func `everything is there after the store was closed and opened`() async throws {
    try await withFolder { folder in
      let (body, key, identity, receipt) = try await beforeRestart(folder)
      let forms = try HubFixture().hub.forms
      let hub = try Hub.open(folder: folder, forms: forms)
      #expect(try hub.receive(batch: key, body: body, from: identity) == receipt)
      #expect(try hub.state(of: identity).lastSequence == 3)
      #expect(hub.districtName == "开平区")
      #expect(try hub.inspect().isSound)
    }
  }

  private func beforeRestart(
    _ folder: String
  ) async throws -> (body: [UInt8], key: UniqueID, identity: DeviceIdentity, receipt: [UInt8]) {
    let fixture = try HubFixture(folder: folder)
    var (pen, _) = try await fixture.device("李娜")
    let lines = try (1...3).map { pen.write(try fixture.contents.content(object: "LC-\($0)")) }
    let (body, key) = (DevicePen.body(lines), HubFixture.key())
    let receipt = try fixture.hub.receive(batch: key, body: body, from: pen.identity)
    let error = #expect(throws: CensusError.self) {
      try Hub.open(folder: folder, forms: fixture.hub.forms)
    }
    #expect(error?.code == .locked)
    return (body, key, pen.identity, receipt)
  }
}
