import CensusAPI
import CensusDomain
import CensusHub
import Testing

/// Accounts are listed and withdrawn within the caller's own reach.
@Suite struct AccountTests {
  @Test func `a withdrawn account is refused at once and stays in the list`() async throws {
    let fixture = try HubFixture()
    let token = try await add("科长", .coordinator, "130205", fixture)
    #expect(try fixture.hub.authenticate(token: token).name == "科长")
    let list = try await Operations.revokeAccount.call(
      AccountReference(name: "科长"), at: fixture.local)
    #expect(list.accounts.map(\.isRevoked) == [true])
    let error = #expect(throws: CensusError.self) { try fixture.hub.authenticate(token: token) }
    #expect(error?.code == .permission)
    let again = await #expect(throws: CensusError.self) {
      try await Operations.revokeAccount.call(AccountReference(name: "科长"), at: fixture.local)
    }
    #expect(again?.code == .conflict)
    // The name stands in reviews and in the log, so nobody else gets it.
    await #expect(throws: CensusError.self) { try await add("科长", .viewer, "130205", fixture) }
  }

  @Test func `nobody sees or withdraws the accounts of a wider region`() async throws {
    let fixture = try HubFixture()
    _ = try await add("科长", .coordinator, "130205", fixture)
    _ = try await add("镇协调员", .coordinator, "130205103", fixture)
    let town = LocalCentral(
      hub: fixture.hub,
      caller: Caller(name: "镇协调员", role: .coordinator, region: RegionCode("130205103")))
    let list = try await Operations.listAccounts.call(LedgerQuery(), at: town)
    #expect(list.accounts.map(\.name) == ["镇协调员"])
    let error = await #expect(throws: CensusError.self) {
      try await Operations.revokeAccount.call(AccountReference(name: "科长"), at: town)
    }
    #expect(error?.code == .notFound)
  }

  private func add(
    _ name: String, _ role: Role, _ region: String, _ fixture: HubFixture
  ) async throws -> String {
    try await Operations.addAccount.call(
      AccountRequest(name: name, role: role, region: try #require(RegionCode(region))),
      at: fixture.local
    ).token
  }
}
