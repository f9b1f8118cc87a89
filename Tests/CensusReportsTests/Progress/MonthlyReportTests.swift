import CensusDomain
import CensusReports
import Testing

@Suite("The monthly report")
struct MonthlyReportTests {
  private func activity(
    _ kind: MonthlyActivity.Kind, _ day: CivilDate, people: Int, counts: Bool = true
  ) -> MonthlyActivity {
    MonthlyActivity(
      kind: kind, day: day, title: "=1+1", organiser: "市普查办", place: "唐海镇", people: people,
      counts: counts)
  }

  private func report(
    _ asOf: CivilDate, activities: [MonthlyActivity] = [],
    lines: [(CivilDate, Int64, Bool)] = [], changes: [InventoryChange] = []
  ) -> MonthlyReport {
    MonthlyReport(
      MonthlyInput(
        progress: Samples.week((10, 190), (20, 200), asOf: asOf), inventoryChanges: changes,
        activities: activities, cost: Samples.cost(asOf, lines)))
  }

  @Test("Only what lies in the month is the month's, and only the year's is the year's")
  func spending() {
    let report = report(
      Samples.day(7, 31),
      lines: [
        (Samples.day(6, 30), 100_00, true), (Samples.day(7, 1), 30_00, true),
        (Samples.day(7, 31), -5_00, false), (Samples.day(8, 1), 999_00, false),
        (CivilDate(dayNumber: Samples.day(1, 1).dayNumber - 1), 777_00, false),
      ])
    #expect(report.spent == Fen(25_00) && report.publicity == Fen(30_00))
    #expect(report.cost.total == Fen(125_00) && report.cost.publicity == Fen(130_00))
  }

  @Test("Publicity counts by event and training by person-times, where they count at all")
  func activities() {
    let report = report(
      Samples.day(7, 31),
      activities: [
        activity(.publicity, Samples.day(3, 1), people: 400),
        activity(.publicity, Samples.day(7, 2), people: 300),
        activity(.publicity, Samples.day(7, 3), people: 200, counts: false),
        activity(.training, Samples.day(7, 5), people: 4),
        activity(.training, Samples.day(7, 6), people: 30, counts: false),
        activity(.training, Samples.day(8, 1), people: 5),
      ])
    #expect(report.credit(of: .publicity) == (1, 2))
    #expect(report.credit(of: .training) == (4, 4))
    let section = report.sections.first { $0.id == "activities" }
    let titles = section?.grid.placed.filter { $0.cell.value == .typed("=1+1") }
    #expect(titles?.count == 4)
    #expect(PaperCheck(sections: report.sections).faults.isEmpty)
  }

  @Test(
    "The next month's last day is found in any month",
    arguments: [(1, 31, 2, 28), (1, 1, 2, 28), (2, 28, 3, 31), (7, 15, 8, 31), (11, 30, 12, 31)])
  func planDay(month: Int, day: Int, nextMonth: Int, last: Int) {
    #expect(report(Samples.day(month, day)).planDay == Samples.day(nextMonth, last))
  }

  @Test("In December the plan is for January")
  func december() {
    #expect(report(Samples.day(12, 31)).planDay == CivilDate(year: 2022, month: 1, day: 31))
  }

  @Test(
    "The plan asks for what the line expects by the next month's end, and never for less than nothing"
  )
  func plan() throws {
    // 242 of 364 days have passed by 31 August: 60 % of 200 objects make 79.78.
    let plan = try #require(report(Samples.day(7, 31)).plan.first)
    #expect(plan.expected == 80 && plan.needed == 60)
    let early = try #require(report(Samples.day(1, 10)).plan.first)
    #expect(early.expected == 20 && early.needed == 0)
  }

  @Test("A change of the denominator that no version made is told")
  func inventory() throws {
    func remarks(_ added: Int) throws -> Int {
      let report = report(
        Samples.day(7, 31),
        changes: [
          InventoryChange(
            day: Samples.day(7, 9), version: 2, hazard: .rainstorm, added: added, removed: 2,
            reason: "")
        ])
      return try #require(report.sections.first { $0.id == "inventory" }).remarks.count
    }
    #expect(try remarks(12) == 0)
    #expect(try remarks(11) == 1)
  }

  @Test("A check's rate is its own, and a check of another month is left out")
  func quality() throws {
    func check(_ draw: Int, _ day: CivilDate) -> QualityOutcome {
      QualityOutcome(
        draw: draw, day: day, level: LocalizedText(zh: "市级", en: "City"), objects: 10,
        indicators: 190, wrong: 4, rate: Samples.ratio(3, 100),
        verdict: LocalizedText(zh: "通过", en: "Passed"), isPassed: true)
    }
    let input = MonthlyInput(
      progress: Samples.week((10, 190), (20, 190), asOf: Samples.day(7, 31)),
      quality: [check(2, Samples.day(7, 20)), check(1, Samples.day(6, 30))],
      cost: Samples.cost(Samples.day(7, 31), []))
    let section = try #require(
      MonthlyReport(input).sections.first { $0.id == "quality" })
    #expect(section.grid.rows.count == 3)
    let rate = try #require(section.grid.cell(at: CellPlace(row: 1, column: 6)))
    #expect(rate.value.text(.zh) == "3.00%" && rate.source == .sample(draw: 2, form: nil))
  }
}
