import CensusAPI
import CensusDomain
import CensusHub
import Testing

@Suite struct LedgerTests {
  private func line(
    _ voucher: String, _ fen: Int64, isPublicity: Bool = false, day: String = "2026-01-01",
    payee: String = "示例公司", code: String = "30227", summary: String = "服务"
  ) throws -> ExpenseLine {
    ExpenseLine(
      voucher: voucher, payDate: try #require(CivilDate(day)), payee: payee, summary: summary,
      amountFen: Fen(fen), isPublicity: isPublicity, reason: isPublicity ? "宣传品" : "",
      economicCode: code)
  }

  private func add(
    _ fixture: HubFixture, _ lines: [ExpenseLine], accepts: Bool = true
  ) async throws -> ExpenseOutcome {
    try await Operations.addExpenses.call(
      ExpenseRequest(lines: lines, acceptsWarnings: accepts), at: fixture.local)
  }

  @Test func `importing twice adds nothing`() async throws {
    let fixture = try HubFixture()
    let lines = [
      try line("V1", 100_000), try line("V1", 5_000, summary: "印刷"), try line("V2", 700),
    ]
    #expect(try await add(fixture, lines).saved == 3)
    let again = try await add(fixture, lines + [lines[0]])
    #expect(again.saved == 0)
    #expect(again.alreadyThere == 4)
    let list = try await Operations.listExpenses.call(LedgerQuery(), at: fixture.local)
    #expect(list.lines == lines)
  }

  @Test func `a wrong line refuses its voucher and no other`() async throws {
    let fixture = try HubFixture()
    let outcome = try await add(
      fixture,
      [
        line("V1", 100), line("V1", 0), line("V2", 100, day: "2026-01-02"),
        line("V3", 100, code: "20227"), line("V4", 100), line("V4", 200, payee: "另一家"),
        line("V5", -300),
      ])
    #expect(outcome.saved == 1)
    #expect(outcome.refused.map(\.row) == [1, 2, 3, 4, 5, 6])
  }

  @Test func `a broken limit warns before anything is saved`() async throws {
    let fixture = try HubFixture()
    let lines = [try line("V1", 100_000), try line("V2", 90_000, isPublicity: true)]
    let warned = try await add(fixture, lines, accepts: false)
    #expect(warned.saved == 0)
    #expect(!warned.warnings.isEmpty)
    #expect(try await Operations.listExpenses.call(LedgerQuery(), at: fixture.local).lines.isEmpty)
    #expect(try await add(fixture, lines).saved == 2)
  }

  @Test func `activities are checked and kept once`() async throws {
    let fixture = try HubFixture()
    let day = try #require(CivilDate("2025-05-12"))
    let good = Activity(
      kind: .publicity, date: day, title: "宣传", organiser: "区普查办", place: "广场",
      townCode: "130205103", count: 100, satisfied: 0, valid: 0, note: "")
    for _ in 1...2 {
      let list = try await Operations.addActivities.call(
        ActivityRequest(activities: [good]), at: fixture.local)
      #expect(list.activities == [good])
    }
    var bad = good
    bad.kind = .satisfaction
    bad.valid = 3
    bad.satisfied = 4
    await #expect(throws: CensusError.self) {
      try await Operations.addActivities.call(
        ActivityRequest(activities: [bad]), at: fixture.local)
    }
  }
}
