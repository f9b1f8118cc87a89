import CensusAPI
import CensusDomain
import CensusReports
import Testing

@testable import CensusHub

@Suite struct PerformanceTests {
  private let fixture: HubFixture

  init() throws { fixture = try HubFixture() }

  @discardableResult
  private func add(_ name: String, year: Int = 2025) async throws -> ProjectList {
    try await Operations.addProject.call(
      ProjectUpload(document: try ProjectFiles.text(name, year: year)), at: fixture.local)
  }

  @discardableResult
  private func record(
    _ project: String, _ indicator: String, _ value: String, on day: String = "2025-06-30",
    note: String = "", forecast: String = "", reason: DeviationReason? = nil
  ) async throws -> IndicatorList {
    try await Operations.recordIndicator.call(
      IndicatorRecord(
        project: project, indicator: indicator, date: try #require(CivilDate(day)), value: value,
        forecast: forecast, reason: reason, note: note), at: fixture.local)
  }

  private func list(_ project: String, on day: String) async throws -> [String: IndicatorList.Item]
  {
    let list = try await Operations.listIndicators.call(
      IndicatorQuery(project: project, asOf: CivilDate(day)), at: fixture.local)
    return Dictionary(list.indicators.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  private func paper(
    _ kind: PaperKind, _ project: String, on day: String
  ) throws -> (sections: [PaperSection], notes: [LocalizedText]) {
    let day = try #require(CivilDate(day))
    return try fixture.hub.fetch {
      try fixture.hub.performancePaper(kind, project: project, $0, asOf: day)
    }
  }

  private func activity(
    _ kind: Activity.Kind, _ day: String, place: String = "广场", organiser: String = "区普查办",
    count: Int = 0, satisfied: Int = 0, valid: Int = 0
  ) throws -> Activity {
    Activity(
      kind: kind, date: try #require(CivilDate(day)), title: "活动 \(count)", organiser: organiser,
      place: place, townCode: "", count: count, satisfied: satisfied, valid: valid, note: "")
  }

  @Test func `the same file again changes nothing, another one is the next version`() async throws {
    try await add("census")
    #expect(try await add("census").projects.map(\.version) == [1])
    try await add("vehicles")
    let text = try ProjectFiles.text("census", year: 2025).replacing("宣传教育", with: "宣传教育活动")
    let list = try await Operations.addProject.call(
      ProjectUpload(document: text), at: fixture.local)
    #expect(list.projects.map(\.id) == ["census", "vehicles"])
    #expect(list.projects.map(\.version) == [2, 1])
    #expect(try await self.list("census", on: "2025-12-31")["publicityEvents"]?.name == "宣传教育活动")
  }

  @Test
  func `the newest record up to the day counts, and a correction may bring an old value back`()
    async throws
  {
    try await add("vehicles")
    for value in ["3", "4", "3", "3"] { try await record("vehicles", "rentedVehicles", value) }
    try await record("vehicles", "rentedVehicles", "5", on: "2025-07-01")
    let records = try await record("vehicles", "rentedVehicles", "", on: "2025-08-01", note: "退租")
      .records
    #expect(records.map(\.value) == ["3", "4", "3", "5", ""])
    #expect(try await list("vehicles", on: "2025-06-29")["rentedVehicles"]?.value == nil)
    #expect(try await list("vehicles", on: "2025-06-30")["rentedVehicles"]?.value == "3")
    // Words alone leave the value.
    #expect(try await list("vehicles", on: "2025-08-01")["rentedVehicles"]?.value == "5")
  }

  @Test(arguments: [
    ("rentedVehicles", "4辆"), ("rentedVehicles", "-1"), ("rentedVehicles", "达成"), ("nothing", "1"),
    ("paymentOnTime", "95"), ("paymentOnTime", "部分达成"), ("paymentOnTime", "达成:70"),
    ("execution", "9.2万"), ("goals", "9"), ("rentedVehicles", ""),
  ])
  func `a value that means nothing for its indicator is refused`(
    indicator: String, value: String
  ) async throws {
    try await add("vehicles")
    let error = await #expect(throws: CensusError.self) {
      try await record("vehicles", indicator, value)
    }
    #expect(error?.code == .invalidData)
  }

  @Test func `values that the central works out are not recorded by hand, but explained`()
    async throws
  {
    try await add("census")
    await #expect(throws: CensusError.self) { try await record("census", "publicityEvents", "9") }
    await #expect(throws: CensusError.self) { try await record("census", "execution", "9") }
    try await record("census", "publicityEvents", "", note: "下半年安排", forecast: "3", reason: .staff)
    let section = try #require(try paper(.monitoring, "census", on: "2025-06-30").sections.first)
    let texts = section.grid.placed.map { $0.cell.value.text(.zh) }
    #expect(texts.contains("人员保障") && texts.contains("下半年安排"))
  }

  @Test func `the census's figures come from its own records on the day`() async throws {
    try await add("census")
    let activities = [
      try activity(.publicity, "2025-05-12", count: 1),
      try activity(.publicity, "2025-05-12", count: 2),
      try activity(.publicity, "2025-05-12", place: "学校"), try activity(.publicity, "2024-05-12"),
      try activity(.training, "2025-04-20", organiser: "省普查办", count: 4),
      try activity(.training, "2025-05-06", organiser: "唐山市水利局", count: 2),
      try activity(.training, "2025-05-07", organiser: "唐山市开平区应急局", count: 20),
      try activity(.satisfaction, "2025-05-12", satisfied: 9, valid: 12),
    ]
    _ = try await Operations.addActivities.call(
      ActivityRequest(activities: activities), at: fixture.local)
    let lines = [("V1", 900_000, false), ("V2", 100_000, true)].map { voucher, fen, isPublicity in
      ExpenseLine(
        voucher: voucher, payDate: CivilDate(dayNumber: 20_200), payee: "公司", summary: "服务",
        amountFen: Fen(Int64(fen)), isPublicity: isPublicity, reason: "理由", economicCode: "30227")
    }
    _ = try await Operations.addExpenses.call(
      ExpenseRequest(lines: lines, acceptsWarnings: true), at: fixture.local)
    let early = try await list("census", on: "2025-04-19")
    #expect(early["publicityEvents"]?.score == "0")
    #expect(early["satisfaction"]?.score == nil)
    #expect(early["completionRate"]?.missing?.zh == "底数未确认")
    let late = try await list("census", on: "2025-06-30")
    #expect(late["publicityEvents"]?.value == "2")
    #expect(late["trainingPersonTimes"]?.value == "6")
    #expect(late["trainingPersonTimes"]?.score == "8.57")
    #expect(late["satisfaction"]?.value == "75")
    #expect(late["satisfaction"]?.score == "8.33")
    #expect(late["publicityCostRatio"]?.value == "10")
    #expect(late["information"]?.value == nil)
    let (sections, notes) = try paper(.evaluation, "census", on: "2025-06-30")
    let grid = try #require(sections.first).grid
    #expect(grid.isWhole)
    let spent = grid.placed.map(\.cell).first { cell in
      if case .expenses(_, _, nil) = cell.source { true } else { false }
    }
    #expect(spent?.value == .money(Fen(1_000_000), .tenThousandYuan))
    #expect(sections.first?.remarks.contains { $0.zh.contains("“提供信息及依据”未评分") } == true)
    #expect(notes.contains { $0.zh.contains("未见本地文件") })
  }

  @Test func `without spending the publicity ratio is not scored`() async throws {
    try await add("census")
    let item = try await list("census", on: "2025-06-30")["publicityCostRatio"]
    #expect(item?.score == nil)
    #expect(item?.missing?.zh == "未发生支出，不评分")
  }

  @Test func `completion counts, and its deadline is judged when it has come`() async throws {
    try await add("census", year: 2026)
    try await fixture.freeze((1...4).map { HubFixture.object("LC-\($0)") })
    var (pen, _) = try await fixture.device("李娜")
    let lines = try (1...3).map { pen.write(try fixture.contents.content(object: "LC-\($0)")) }
    try fixture.send(lines, by: pen)
    try await fixture.review(lines.prefix(2).map(\.record.entry), .county, .pass)
    let half = try await list("census", on: "2026-01-01")
    #expect(half["completionRate"]?.value == "50")
    #expect(half["completionRate"]?.score == "12.5")
    #expect(half["completionDeadline"]?.score == nil)
    fixture.clock.advance(days: 400)
    let missed = try await list("census", on: "2026-12-31")
    #expect(missed["completionDeadline"]?.value == "missed 50")
    #expect(missed["completionDeadline"]?.score == "5")
    let papers = try paper(.evaluation, "census", on: "2026-12-31")
    #expect(
      papers.sections.first?.remarks.contains { $0.zh.contains("“灾害风险要素调查完成率”扣 2.5 分") } == true)
  }

  @Test func `a completion by the deadline has all its points, before it as well`() async throws {
    try await add("census", year: 2026)
    try await fixture.freeze([HubFixture.object("LC-1")])
    var (pen, _) = try await fixture.device("李娜")
    let line = pen.write(try fixture.contents.content(object: "LC-1"))
    try fixture.send([line], by: pen)
    try await fixture.review([line.record.entry], .county, .pass)
    #expect(try await list("census", on: "2026-01-01")["completionDeadline"]?.score == "10")
    // All together reach the target, but hazards without objects have no denominator.
    let notes = try paper(.evaluation, "census", on: "2026-01-01").notes
    #expect(notes.contains { $0.zh.contains("未达标或底数未确认的灾种") && $0.zh.contains("地震") })
  }

  @Test func `a project without a ledger here is paid as somebody records it`() async throws {
    try await add("disaster-relief")
    let before = try paper(.evaluation, "disaster-relief", on: "2025-06-30").sections.first
    #expect(before?.remarks.contains { $0.zh.contains("未登记执行数") } == true)
    try await record("disaster-relief", "execution", "12.5")
    let grid = try #require(
      try paper(.evaluation, "disaster-relief", on: "2025-06-30").sections.first
    ).grid
    let texts = grid.placed.map { $0.cell.value.text(.zh) }
    #expect(texts.contains("12.5") && texts.contains("50.00%") && texts.contains("5"))
  }

  @Test func `there is no sheet of another year, of an unknown project or of another kind`()
    async throws
  {
    try await add("census")
    for (project, day) in [("census", "2024-12-31"), ("nothing", "2025-06-30")] {
      let error = #expect(throws: CensusError.self) { try paper(.target, project, on: day) }
      #expect(error?.code == .notFound)
    }
    #expect(throws: CensusError.self) { try paper(.weekly, "census", on: "2025-06-30") }
  }

  @Test(arguments: [PaperKind.target, .monitoring, .evaluation])
  func `the same records give the same sheets`(kind: PaperKind) async throws {
    for name in SheetOfDocumentTests.projects { try await add(name) }
    for name in SheetOfDocumentTests.projects {
      let first = try paper(kind, name, on: "2025-06-30")
      let again = try paper(kind, name, on: "2025-06-30")
      #expect(first.sections == again.sections && first.notes == again.notes)
      #expect(first.sections.allSatisfy { $0.grid.isWhole })
    }
  }
}
