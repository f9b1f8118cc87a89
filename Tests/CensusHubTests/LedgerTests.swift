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
    let again = try await add(fixture, lines)
    #expect(again.saved == 0)
    #expect(again.alreadyThere == 3)
    let list = try await Operations.listExpenses.call(LedgerQuery(), at: fixture.local)
    // What came without a reason has the list's.
    #expect(list.lines.allSatisfy { !$0.reason.isEmpty })
    let bare = list.lines.map { line in
      var line = line
      line.reason = ""
      return line
    }
    #expect(bare == lines)
  }

  @Test func `two equal lines of one file are two, however often the file is imported`()
    async throws
  {
    let fixture = try HubFixture()
    let lines = [try line("V1", 100), try line("V1", 100), try line("V1", 250)]
    #expect(try await add(fixture, lines).saved == 3)
    let again = try await add(fixture, lines)
    #expect([again.saved, again.alreadyThere] == [0, 3])
    // A third one is new, and one that comes alone is the first.
    #expect(try await add(fixture, [lines[0]] + lines).saved == 1)
    #expect(try await add(fixture, [lines[0]]).saved == 0)
    let list = try await Operations.listExpenses.call(LedgerQuery(), at: fixture.local)
    #expect(list.lines.map(\.amountFen.value).sorted() == [100, 100, 100, 250])
  }

  @Test func `a line without payee or summary is refused`() async throws {
    let fixture = try HubFixture()
    let outcome = try await add(
      fixture, [line("V1", 100, payee: " "), line("V2", 100, summary: ""), line("V3", 100)])
    #expect(outcome.saved == 1)
    #expect(outcome.refused.map(\.row) == [1, 2])
  }

  @Test func `a late voucher is judged in the year in which it was paid`() async throws {
    let fixture = try HubFixture()
    // This year's spending hides nothing, and last year's spending saves nothing.
    #expect(try await add(fixture, [line("V1", 10_000_000)], accepts: false).saved == 1)
    let late = try line("V2", 100_000, isPublicity: true, day: "2025-12-20")
    let warned = try await add(fixture, [late], accepts: false)
    #expect(warned.saved == 0)
    #expect(warned.warnings.first?.en.hasPrefix("2025: ") == true)
    #expect(warned.warnings.first?.en.contains("100.00%") == true)

    #expect(try await add(fixture, [line("V3", 2_000_000, day: "2025-06-01")]).saved == 1)
    #expect(try await add(fixture, [late], accepts: false).warnings.isEmpty)
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
