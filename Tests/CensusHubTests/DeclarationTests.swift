import CensusAPI
import CensusDomain
import CensusHub
import Testing

/// What devices say of themselves, and what the coordinator sees of it.
@Suite struct DeclarationTests {
  private func item(_ fixture: HubFixture, _ device: UniqueID) async throws -> DeviceList.Item {
    let list = try await Operations.listDevices.call(LedgerQuery(), at: fixture.local)
    return try #require(list.devices.first { $0.device == device })
  }

  @Test func `the list shows version, skew, what waits and the days of silence`() async throws {
    let fixture = try HubFixture()
    let (pen, _) = try await fixture.device("李娜")
    var seen = try await item(fixture, pen.identity.id)
    #expect(seen.lastSeen.isEmpty && seen.daysSilent == nil && seen.programVersion == nil)

    let now = fixture.clock.now().milliseconds
    let state = try fixture.hub.declare(
      DeviceDeclaration(programVersion: "0.1.0", unsent: 7, clock: now - 90_500),
      from: pen.identity)
    #expect(state.device == pen.identity.id && state.lastSequence == 0)
    fixture.clock.advance(days: 3)

    seen = try await item(fixture, pen.identity.id)
    #expect(seen.programVersion == "0.1.0")
    #expect(seen.clockSkew == -90)
    #expect(seen.unsent == 7)
    #expect(seen.daysSilent == 3)
    #expect(!seen.lastSeen.isEmpty && seen.rejoinedFrom == nil)
  }

  @Test(arguments: [
    DeviceDeclaration(programVersion: "", unsent: 0, clock: 0),
    DeviceDeclaration(
      programVersion: String(repeating: "1", count: 101), unsent: 0, clock: 0),
    DeviceDeclaration(programVersion: "1\n2", unsent: 0, clock: 0),
    DeviceDeclaration(programVersion: "1", unsent: -1, clock: 0),
    DeviceDeclaration(programVersion: "1", unsent: 0, clock: .min),
    DeviceDeclaration(programVersion: "1", unsent: 0, clock: .max),
    DeviceDeclaration(programVersion: "1", unsent: 0, clock: 0, startsAfter: .max),
  ])
  func `a declaration over its limits is refused`(declaration: DeviceDeclaration) async throws {
    let fixture = try HubFixture()
    let (pen, _) = try await fixture.device("李娜")
    let error = #expect(throws: CensusError.self) {
      try fixture.hub.declare(declaration, from: pen.identity)
    }
    #expect(error?.code == .invalidData)
  }

  @Test func `the numbering of a device that has sent work is not moved by what it says`()
    async throws
  {
    let fixture = try HubFixture()
    var (pen, _) = try await fixture.device("李娜")
    try fixture.send([pen.write(try fixture.contents.content(object: "LC-1"))], by: pen)
    let state = try fixture.hub.declare(
      DeviceDeclaration(programVersion: "1", unsent: 0, clock: 0, startsAfter: 40),
      from: pen.identity)
    #expect(state.lastSequence == 1)
  }

  @Test func `a rejoined device has the old one's surveyor and region and its own token`()
    async throws
  {
    let fixture = try HubFixture()
    let (pen, token) = try await fixture.device("李娜", region: "130205103")
    let request = Self.request(1, startsAfter: 12)
    for _ in 1...3 {
      let state = try fixture.hub.rejoin(request, from: pen.identity)
      #expect(state.device == request.device && state.lastSequence == 12)
    }
    let caller = try fixture.hub.authenticate(token: "hcd_1")
    #expect(caller.device == request.device && caller.name == "李娜")
    #expect(caller.region?.digits == "130205103")
    #expect(try fixture.hub.authenticate(token: token).device == pen.identity.id)
    #expect(try await item(fixture, request.device).rejoinedFrom == pen.identity.id)
  }

  @Test func `what is another device's is not given away`() async throws {
    let fixture = try HubFixture()
    let (pen, token) = try await fixture.device("李娜")
    let (other, _) = try await fixture.device("王强")
    let request = Self.request(1)
    _ = try fixture.hub.rejoin(request, from: pen.identity)
    let wishes = [
      // Another device asks for the same identity; the same identity with another token; an identity
      // and a token that were enrolled by hand.
      (request, other.identity),
      (RejoinRequest(device: request.device, tokenHash: .zero, startsAfter: 0), pen.identity),
      (
        RejoinRequest(device: other.identity.id, tokenHash: .zero, startsAfter: 0), pen.identity
      ),
      (
        RejoinRequest(
          device: UniqueID(high: 9, low: 9), tokenHash: ContentHash.sha256(of: token),
          startsAfter: 0), other.identity
      ),
    ]
    for (wish, identity) in wishes {
      let error = #expect(throws: CensusError.self) {
        try fixture.hub.rejoin(wish, from: identity)
      }
      #expect(error?.code == .conflict)
    }
  }

  @Test func `a token cannot make devices without end`() async throws {
    let fixture = try HubFixture()
    let (pen, _) = try await fixture.device("李娜")
    for number in 1...16 {
      _ = try fixture.hub.rejoin(Self.request(number), from: pen.identity)
    }
    #expect(throws: CensusError.self) {
      try fixture.hub.rejoin(Self.request(17), from: pen.identity)
    }
  }

  @Test func `a stolen device is withdrawn with all that rejoined from it`() async throws {
    let fixture = try HubFixture()
    let (pen, _) = try await fixture.device("李娜")
    _ = try fixture.hub.rejoin(Self.request(1), from: pen.identity)
    let child = try fixture.hub.identity(of: Self.request(1).device)
    _ = try fixture.hub.rejoin(Self.request(2), from: child)
    var list = try await Operations.revokeDevice.call(
      DeviceReference(device: pen.identity.id), at: fixture.local)
    #expect(list.devices.filter(\.isRevoked).count == 1)
    list = try await Operations.revokeDevice.call(
      DeviceReference(device: pen.identity.id, withSuccessors: true), at: fixture.local)
    #expect(list.devices.filter(\.isRevoked).count == 3)
    for number in 1...2 {
      #expect(throws: CensusError.self) {
        try fixture.hub.authenticate(token: "hcd_\(number)")
      }
    }
  }

  @Test func `what a rejoined device made is never passed over as the same person's older work`()
    async throws
  {
    let fixture = try HubFixture()
    var (pen, _) = try await fixture.device("李娜")
    let first = pen.write(try fixture.contents.content(object: "LC-1"))
    let second = pen.write(try fixture.contents.content(object: "LC-1", remark: "a"), after: first)
    let third = pen.write(try fixture.contents.content(object: "LC-1", remark: "b"), after: second)
    try fixture.send([first, second, third], by: pen)
    let request = Self.request(1, startsAfter: 2)
    _ = try fixture.hub.rejoin(request, from: pen.identity)

    var rejoined = DevicePen(try fixture.hub.identity(of: request.device))
    rejoined.restore(to: 2)
    let other = rejoined.write(
      try fixture.contents.content(object: "LC-1", remark: "after the backup"), after: first)
    let receipt = try fixture.send([other], by: rejoined)
    #expect(receipt.items.map(\.sequence) == [3])
    #expect(receipt.items.map(\.disposition) == [.conflict])
  }

  private static func request(_ number: Int, startsAfter: Int64 = 0) -> RejoinRequest {
    RejoinRequest(
      device: UniqueID(high: 1, low: UInt64(number)),
      tokenHash: ContentHash.sha256(of: "hcd_\(number)"), startsAfter: startsAfter)
  }
}
