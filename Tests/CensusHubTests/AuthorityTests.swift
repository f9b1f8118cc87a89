import CensusAPI
import CensusDomain
import CensusHub
import Foundation
import Testing

@Suite struct AuthorityTests {
  /// Input that each operation can read, so that a refusal is for want of rights alone.
  private static let inputs: [String: String] = [
    "importInventory": #"{"objects":[],"reason":"","isTrial":true}"#,
    "showInventory": #"{"withObjects":false}"#, "listEntries": #"{"limit":1}"#,
    "listMissingAttachments": #"{"limit":1}"#,
    "exportObjects": #"{"limit":1}"#,
    "showEntry": #"{"entry":"00000000-0000-0000-0000-000000000001"}"#,
    "showConflict": #"{"entry":"00000000-0000-0000-0000-000000000001"}"#,
    "settleConflict":
      #"{"entry":"00000000-0000-0000-0000-000000000001","standing":"\#(String(repeating: "0", count: 64))","settles":[],"formVersion":1,"content":"{}","reasons":{}}"#,
    "review":
      #"{"entries":["00000000-0000-0000-0000-000000000001"],"level":"county","verdict":"pass","comment":"","fields":[]}"#,
    "addExpenses": #"{"lines":[],"acceptsWarnings":false}"#, "listExpenses": "{}",
    "addActivities": #"{"activities":[]}"#, "listActivities": "{}",
    "costRules": "{}",
    "addProject": #"{"document":"{}"}"#, "listProjects": "{}",
    "recordIndicator":
      #"{"project":"x","indicator":"y","date":"2021-05-01","value":"1","forecast":"","note":"","attachment":""}"#,
    "listIndicators": #"{"project":"x"}"#,
    "report": #"{"kind":"completion","format":"json","language":"en"}"#,
    "makePaper":
      #"{"kind":"completion","office":{"unit":"","date":"","head":"","filler":"","telephone":""},"isDraft":false}"#,
    "listPapers": "{}", "showPaper": #"{"number":"x"}"#, "verifyPaper": #"{"number":"x"}"#,
    "traceFigure": #"{"number":"x","cell":"a!A5","limit":1}"#,
    "addDevice":
      #"{"device":"00000000-0000-0000-0000-000000000002","surveyor":"x","region":"130205"}"#,
    "revokeDevice": #"{"device":"00000000-0000-0000-0000-000000000003"}"#, "listDevices": "{}",
    "addAccount": #"{"name":"y","role":"viewer","region":"130205"}"#,
    "listAccounts": "{}", "revokeAccount": #"{"name":"nobody"}"#,
    "addForm": #"{"schema":"{}"}"#, "listForms": "{}",
    "settings": #"{"targetPercent":70}"#, "relayStatus": "{}", "showBundleKey": "{}",
    "drawSample": #"{"level":"county","shareHundredths":1000,"forms":[]}"#, "listSamples": "{}",
    "showSample": #"{"withFrame":false}"#, "recordCheck": #"{"draw":1,"checks":[]}"#,
    "reportQuality": #"{"format":"json","language":"en"}"#,
    "takeBundle": #"{"file":"\#(String(repeating: "0", count: 64))","name":"x"}"#,
  ]
  private static let forViewers: Set<String> = [
    "showInventory", "report", "reportQuality", "listForms", "listPapers", "showPaper",
    "verifyPaper",
  ]

  @Test func `the table has every operation`() {
    #expect(Set(OperationTable.standard.names) == Set(Self.inputs.keys))
  }

  @Test(arguments: Role.allCases, OperationTable.standard.names)
  func `each role may do what is its own and nothing else`(
    role: Role, name: String
  ) async throws {
    let fixture = try HubFixture()
    let caller = Caller(name: "x", role: role, region: RegionCode("130205"))
    let input = Array(try #require(Self.inputs[name]).utf8)
    let isAllowed = role == .coordinator || (role == .viewer && Self.forViewers.contains(name))
    do {
      _ = try fixture.hub.perform(name, input, caller)
      #expect(isAllowed)
    } catch {
      #expect((error.code == .permission) == !isAllowed, "\(error)")
    }
  }

  @Test(arguments: OperationTable.standard.names)
  func `a device performs no operation`(name: String) async throws {
    let fixture = try HubFixture()
    let (_, token) = try await fixture.device("李娜")
    let caller = try fixture.hub.authenticate(token: token)
    let input = Array(try #require(Self.inputs[name]).utf8)
    let error = #expect(throws: CensusError.self) {
      try fixture.hub.perform(name, input, caller)
    }
    #expect(error?.code == .permission)
  }

  @Test func `a coordinator's region bounds what can be seen, reviewed and given away`()
    async throws
  {
    let fixture = try HubFixture()
    try await fixture.freeze([
      HubFixture.object("LC-1"), HubFixture.object("LC-2", town: "130205104"),
    ])
    var (pen, _) = try await fixture.device("李娜")
    let lines = [
      pen.write(try fixture.contents.content(object: "LC-1")),
      pen.write(try fixture.contents.content(object: "LC-2", town: "130205104")),
    ]
    try fixture.send(lines, by: pen)
    let town = LocalCentral(
      hub: fixture.hub,
      caller: Caller(name: "镇", role: .coordinator, region: RegionCode("130205103")))
    let list = try await Operations.listEntries.call(EntryQuery(), at: town)
    #expect(list.entries.map(\.objectCode) == ["LC-1"])
    let outcome = try await Operations.review.call(
      ReviewRequest(
        entries: lines.map(\.record.entry), level: .county, verdict: .pass, comment: "",
        fields: []), at: town)
    #expect(outcome.reviewed == [lines[0].record.entry])
    let region = try #require(RegionCode("130205"))
    await #expect(throws: CensusError.self) {
      try await Operations.addAccount.call(
        AccountRequest(name: "z", role: .viewer, region: region), at: town)
    }
    await #expect(throws: CensusError.self) {
      try await Operations.listExpenses.call(LedgerQuery(), at: town)
    }
  }

  @Test func `a city review is the city's to give`() async throws {
    let fixture = try HubFixture()
    for (region, isCity) in [("130205", false), ("1302", true)] {
      let caller = Caller(name: "x", role: .coordinator, region: RegionCode(region))
      let request = ReviewRequest(
        entries: [UniqueID(high: 0, low: 1)], level: .city, verdict: .pass, comment: "", fields: [])
      do {
        _ = try fixture.hub.perform("review", try OperationCoding.encode(request), caller)
        #expect(isCity)
      } catch {
        #expect(error.code == .permission && !isCity)
      }
    }
  }

  @Test func `a withdrawn token is refused and says so, also within a batch`() async throws {
    let fixture = try HubFixture()
    var (pen, token) = try await fixture.device("李娜")
    #expect(try fixture.hub.authenticate(token: token).device == pen.identity.id)
    _ = try await Operations.revokeDevice.call(
      DeviceReference(device: pen.identity.id), at: fixture.local)
    let error = #expect(throws: CensusError.self) { try fixture.hub.authenticate(token: token) }
    #expect(error?.code == .permission)
    #expect(error?.message.en.contains("withdrawn") == true)
    let line = pen.write(try fixture.contents.content(object: "LC-1"))
    #expect(throws: CensusError.self) { try fixture.send([line], by: pen) }
    #expect(throws: CensusError.self) { try fixture.hub.authenticate(token: token + "x") }
  }

  @Test func `a withdrawn device is enrolled again, and its numbering goes on`() async throws {
    let fixture = try HubFixture()
    var (pen, first) = try await fixture.device("李娜")
    try fixture.send([pen.write(try fixture.contents.content(object: "LC-1"))], by: pen)
    await #expect(throws: CensusError.self) { try await fixture.device("李娜") }
    _ = try await Operations.revokeDevice.call(
      DeviceReference(device: pen.identity.id), at: fixture.local)
    await #expect(throws: CensusError.self) {
      try await Operations.addDevice.call(
        DeviceEnrolment(
          device: pen.identity.id, surveyor: "王强", region: pen.identity.region),
        at: fixture.local)
    }
    // Another town's coordinator is not told whose it was.
    let town = LocalCentral(
      hub: fixture.hub,
      caller: Caller(name: "镇", role: .coordinator, region: RegionCode("130205101")))
    let stranger = await #expect(throws: CensusError.self) {
      try await Operations.addDevice.call(
        DeviceEnrolment(
          device: pen.identity.id, surveyor: "王强", region: try #require(RegionCode("130205101"))),
        at: town)
    }
    #expect(stranger?.code == .permission)
    #expect(stranger?.message.zh.contains("李娜") == false)
    let (_, second) = try await fixture.device("李娜")
    #expect(throws: CensusError.self) { try fixture.hub.authenticate(token: first) }
    #expect(try fixture.hub.authenticate(token: second).device == pen.identity.id)
    let receipt = try fixture.send(
      [pen.write(try fixture.contents.content(object: "LC-2"))], by: pen)
    #expect(receipt.items.map(\.sequence) == [2])
    #expect(receipt.items.map(\.disposition) == [.accepted])
  }

  @Test func `a surveyor has a device and no account`() async throws {
    let fixture = try HubFixture()
    let error = await #expect(throws: CensusError.self) {
      try await Operations.addAccount.call(
        AccountRequest(
          name: "李娜", role: .surveyor, region: try #require(RegionCode("130205"))),
        at: fixture.local)
    }
    #expect(error?.code == .invalidData)
  }

  @Test func `tokens are nowhere in the store's files`() async throws {
    try await withFolder { folder in
      let fixture = try HubFixture(folder: folder)
      let (_, device) = try await fixture.device("李娜")
      let account = try await Operations.addAccount.call(
        AccountRequest(
          name: "科长", role: .viewer, region: try #require(RegionCode("130205"))),
        at: fixture.local
      ).token
      #expect(device.hasPrefix("hcd_") && account.hasPrefix("hca_"))
      #expect(device.utf8.count == 47)
      for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
        let bytes = FileManager.default.contents(atPath: folder + "/" + name) ?? Data()
        for token in [device, account] {
          #expect(bytes.range(of: Data(token.utf8)) == nil, "\(name)")
          #expect(bytes.range(of: Data(token.dropFirst(4).utf8)) == nil, "\(name)")
        }
      }
    }
  }
}
