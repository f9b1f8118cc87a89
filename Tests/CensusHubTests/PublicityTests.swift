import CensusAPI
import CensusDomain
import CensusHub
import Testing

@Suite struct PublicityTests {
  private let fixture: HubFixture

  init() throws { fixture = try HubFixture() }

  private func line(
    _ voucher: String, _ summary: String, _ fen: Int64 = 1000, isPublicity: Bool = false,
    reason: String = "", day: String = "2025-03-01", refundOf: String? = nil
  ) throws -> ExpenseLine {
    ExpenseLine(
      voucher: voucher, payDate: try #require(CivilDate(day)), payee: "公司", summary: summary,
      amountFen: Fen(fen), isPublicity: isPublicity, reason: reason, economicCode: "30227",
      refundOf: refundOf)
  }

  private func add(_ lines: [ExpenseLine], accepts: Bool = true) async throws -> ExpenseOutcome {
    try await Operations.addExpenses.call(
      ExpenseRequest(lines: lines, acceptsWarnings: accepts), at: fixture.local)
  }

  private func ledger() async throws -> [ExpenseLine] {
    try await Operations.listExpenses.call(LedgerQuery(), at: fixture.local).lines
  }

  @Test(arguments: [
    ("致居民一封信印刷", PublicityVerdict.yes), ("宣传活动场地设备租赁", .yes), ("普查宣传短视频", .yes),
    ("普查员培训讲义", .no), ("宣传员培训", .no), ("调查技术服务", .no), ("办公设备", .no),
    ("印有标语的马甲", .ask),
  ])
  func `the proposal decides by the first word that fits`(
    summary: String, verdict: PublicityVerdict
  ) async throws {
    let rules = try await Operations.costRules.call(CostRulesChange(), at: fixture.local)
    #expect(rules.isProposal)
    #expect(rules.rule(for: summary)?.verdict == verdict)
    #expect(rules.rule(for: "档案扫描") == nil)
  }

  @Test func `a tag that contradicts the list warns before it is saved`() async throws {
    let lines = [
      try line("V1", "普查员培训", isPublicity: true, reason: "面向群众"), try line("V2", "横幅制作"),
      try line("V3", "调查技术服务", 10_000_000),
      try line("V4", "印有标语的马甲", isPublicity: true, reason: "发给群众"),
    ]
    let outcome = try await add(lines, accepts: false)
    #expect(outcome.saved == 0)
    #expect(outcome.warnings.map { $0.zh.prefix(5) } == ["凭证 V1", "凭证 V2"])
    #expect(try await add(lines).saved == 4)
    // What is in the ledger is not warned of again.
    #expect(try await add(lines, accepts: false).warnings.isEmpty)
  }

  @Test func `each line has a reason, and a list that changes later changes none`() async throws {
    let lines = [
      try line("V1", "横幅制作", isPublicity: true), try line("V2", "调查技术服务"), try line("V3", "扫描"),
    ]
    #expect(try await add(lines).saved == 3)
    let reasons = try await ledger().map(\.reason)
    #expect(reasons == ["面向公众的宣传，计入宣传费用", "普查工作支出，不计入宣传费用", "清单没有此用途，未计入宣传费用"])
    let own = PublicityRule(word: "扫描", verdict: .no, reason: "档案")
    let list = try await Operations.costRules.call(
      CostRulesChange(rules: [own]), at: fixture.local)
    #expect(list.rules == [own] && !list.isProposal)
    let again = try await add(lines)
    #expect([again.saved, again.alreadyThere] == [0, 3])
    #expect(try await ledger().map(\.reason) == reasons)
    // A publicity line of which neither its writer nor the list says why.
    #expect(try await add([line("V4", "横幅制作", isPublicity: true)]).refused.map(\.row) == [1])
  }

  @Test(arguments: [[("横幅", "")], [("", "理由")], [("横幅", "甲"), ("横幅", "乙")]])
  func `a list without reasons or with a word twice is refused`(words: [(String, String)])
    async throws
  {
    let rules = words.map { PublicityRule(word: $0.0, verdict: .yes, reason: $0.1) }
    await #expect(throws: CensusError.self) {
      try await Operations.costRules.call(CostRulesChange(rules: rules), at: fixture.local)
    }
  }

  @Test func `refunds of a voucher make at most what was paid`() async throws {
    #expect(
      try await add([line("V1", "服务", 1000), line("V1", "横幅", 300, isPublicity: true)]).saved == 2)
    let refund = try line("R1", "退款", -600, refundOf: "V1")
    #expect(try await add([refund]).saved == 1)
    #expect(try await ledger().map(\.refundOf) == ["V1", nil, nil])
    // Sent again it is no further refund; a second one is above what is left.
    #expect(try await add([refund]).alreadyThere == 1)
    let second = try await add([line("R2", "退款", -401, refundOf: "V1")])
    #expect(second.refused.first?.message.en.contains("above the 4.00 yuan of other cost") == true)
    #expect(try await add([line("R2", "退款", -400, refundOf: "V1")]).saved == 1)
    // Publicity is refunded on its own.
    let publicity = try line("R3", "退横幅款", -301, isPublicity: true, refundOf: "V1")
    #expect(try await add([publicity]).refused.count == 1)
    #expect(try await add([line("R3", "退横幅款", -300, isPublicity: true, refundOf: "V1")]).saved == 1)
  }

  @Test func `a refund names a voucher that is there, later and with a minus`() async throws {
    let outcome = try await add([
      line("V1", "服务", 1000), line("R1", "退款", -1, refundOf: "V9"),
      line("R2", "退款", 1, refundOf: "V1"), line("R3", "退款", -1, day: "2025-02-28", refundOf: "V1"),
      line("R4", "退款", -1, day: "2025-03-02", refundOf: "V1"), line("R5", "退款", -5),
    ])
    #expect(outcome.refused.map(\.row) == [2, 3, 4])
    #expect(outcome.saved == 3)
  }
}
