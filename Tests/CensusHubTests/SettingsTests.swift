import CensusAPI
import CensusDomain
import CensusHub
import Testing

/// What the survey is measured against.
@Suite struct SettingsTests {
  private func settings(
    _ fixture: HubFixture, _ change: SettingsChange = SettingsChange()
  ) async throws -> SettingsDocument {
    try await Operations.settings.call(change, at: fixture.local)
  }

  @Test func `the defaults are those of the performance targets`() async throws {
    let settings = try await settings(try HubFixture())
    #expect(settings.budgetFen == Fen(30_000_000))
    #expect([settings.targetPercent, settings.publicityLimitPercent] == [60, 15])
    #expect(settings.surveyStart == nil && settings.deadline == nil)
    #expect(settings.paymentPlan.isEmpty && settings.notApplicable.isEmpty)
    #expect(settings.qualityMethod == .pooled && settings.qualityLimitPercent == 5)
  }

  @Test func `what is given changes and the rest stays`() async throws {
    let fixture = try HubFixture()
    let deadline = try #require(CivilDate("2026-06-30"))
    _ = try await settings(fixture, SettingsChange(budgetFen: Fen(5_000_000), deadline: deadline))
    let after = try await settings(fixture, SettingsChange(targetPercent: 80))
    #expect(after.budgetFen == Fen(5_000_000))
    #expect(after.deadline == deadline)
    #expect(after.targetPercent == 80)
    #expect(try await settings(fixture) == after)
  }

  @Test func `reports go by them`() async throws {
    let fixture = try HubFixture()
    try await fixture.freeze([HubFixture.object("LC-1")])
    let reason = LocalizedText(zh: "不临海", en: "no coast")
    let others = Hazard.allCases.filter { $0 != .forestGrasslandFire }
    _ = try await settings(
      fixture,
      SettingsChange(
        budgetFen: Fen(10_000),
        paymentPlan: [PaymentDue(date: try #require(CivilDate("2026-01-01")), percent: 40)],
        notApplicable: others.map { InapplicableHazard(hazard: $0, reason: reason) }))
    let completion = try await Operations.report.call(
      ReportRequest(kind: .completion, asOf: nil, format: .csv, language: .zh), at: fixture.local)
    #expect(completion.text.contains("不临海"))
    struct Cost: Decodable {
      struct Payment: Decodable { let plannedFen: Int }
      let budgetFen: Int
      let payment: Payment
    }
    let cost = try await Operations.report.call(
      ReportRequest(kind: .cost, asOf: nil, format: .json, language: .zh), at: fixture.local)
    let read = try OperationCoding.decode(Cost.self, from: Array(cost.text.utf8))
    #expect(read.budgetFen == 10_000)
    #expect(read.payment.plannedFen == 4_000)
  }

  @Test func `a plan holds in its own year`() async throws {
    let fixture = try HubFixture()
    let last = try #require(CivilDate("2025-12-31"))
    _ = try await settings(
      fixture, SettingsChange(paymentPlan: [PaymentDue(date: last, percent: 90)]))
    for (day, share) in [("2025-12-31", 90), ("2026-01-01", 0)] {
      struct Cost: Decodable {
        struct Payment: Decodable { let plannedPercent: Int }
        let payment: Payment
      }
      let cost = try await Operations.report.call(
        ReportRequest(kind: .cost, asOf: CivilDate(day), format: .json, language: .zh),
        at: fixture.local)
      let read = try OperationCoding.decode(Cost.self, from: Array(cost.text.utf8))
      #expect(read.payment.plannedPercent == share, "\(day)")
    }
  }

  @Test(arguments: [
    SettingsChange(budgetFen: .zero), SettingsChange(targetPercent: 101),
    SettingsChange(publicityLimitPercent: 0), SettingsChange(qualityLimitPercent: 101),
    SettingsChange(surveyStart: CivilDate("2026-02-01"), deadline: CivilDate("2026-01-01")),
    SettingsChange(paymentPlan: [
      PaymentDue(date: CivilDate(dayNumber: 1), percent: 50),
      PaymentDue(date: CivilDate(dayNumber: 2), percent: 40),
    ]),
  ])
  func `what makes no sense is refused and changes nothing`(_ change: SettingsChange) async throws {
    let fixture = try HubFixture()
    let before = try await settings(fixture)
    let error = await #expect(throws: CensusError.self) { try await settings(fixture, change) }
    #expect(error?.code == .invalidData)
    #expect(try await settings(fixture) == before)
  }
}
