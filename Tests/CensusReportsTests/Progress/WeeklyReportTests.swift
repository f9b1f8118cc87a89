import CensusDomain
import CensusReports
import Testing

@Suite("The weekly report")
struct WeeklyReportTests {
  private func report(
    _ progress: ProgressInput, events: [EntryEvents] = [], devices: [DeviceSync] = []
  ) -> WeeklyReport {
    WeeklyReport(
      WeeklyInput(
        progress: progress, events: events, devices: devices,
        history: Samples.history([0], endingOn: progress.asOf)))
  }

  private func change(_ kind: ProgressChange.Kind, _ count: Int) -> ProgressChange {
    ProgressChange(kind: kind, hazard: .rainstorm, town: "130209001", count: count)
  }

  @Test("A township's problems are told from the figures, the gravest first")
  func problems() throws {
    // 60 % of 200 objects on 184 of 364 days are 60.66, so that 61 are expected.
    let week = Samples.week(
      (40, 190), (43, 200),
      changes: [change(.passed, 5), change(.returned, 2), change(.listed, 10)])
    let report = report(
      week,
      events: [EntryEvents(hazard: .rainstorm, town: "130209001", returned: 3, late: 4)],
      devices: [
        DeviceSync(
          device: "D1", surveyor: "张伟", enrolled: Samples.day(1, 1), lastSync: Samples.day(6, 24))
      ])
    let town = try #require(report.progress.towns.first)
    #expect(
      report.problems(of: town) == [
        .behind(18), .denominatorChanged(10), .returned(3), .late(4), .silent(days: 10),
      ])
    #expect(report.problems(of: town).map(\.sentence.zh).first == "落后应有进度 18 个")
    #expect(report.returned == 3 && report.late == 4)
  }

  @Test("What no change explains is told, and the table shows it as an alarm")
  func unexplained() throws {
    let report = report(Samples.week((40, 190), (43, 190), changes: [change(.passed, 5)]))
    #expect(report.problems(of: report.progress.total).first == .unexplained(2))
    let section = try #require(report.sections.first { $0.id == "done-hazards" })
    let alarms = section.grid.placed.filter { $0.cell.style == .alarm }
    #expect(alarms.map(\.cell.value) == [.count(-2), .count(-2)])
  }

  @Test("The change of a rate is exact, in percentage points, and none where one rate is missing")
  func rateChange() throws {
    #expect(
      ProgressSummary(Samples.week((1, 3), (1, 2))).total.rateChange == Samples.ratio(1, 6))
    #expect(ProgressSummary(Samples.week((1, 2), (1, 3))).total.rateChange?.percent() == "-16.67%")
    #expect(ProgressSummary(Samples.week((0, 0), (1, 3))).total.rateChange == nil)
  }

  @Test("Without objects, or without a frozen inventory, there is no denominator")
  func noDenominator() {
    let empty = report(Samples.week((0, 0), (0, 0)))
    #expect(empty.problems(of: empty.progress.total) == [.noDenominator])
    var unfrozen = Samples.week((9, 9), (9, 9))
    unfrozen.inventoryVersion = nil
    let report = report(unfrozen)
    #expect(report.problems(of: report.progress.total) == [.noDenominator])
    #expect(report.progress.verdict == .denominatorNotConfirmed)
  }

  @Test("A township is silent only where every device of those who survey there is")
  func silence() throws {
    let week = Samples.week((9, 9), (9, 9))
    func device(_ name: String, _ surveyor: String, _ day: CivilDate?) -> DeviceSync {
      DeviceSync(
        device: name, surveyor: surveyor, enrolled: Samples.day(6, 27), lastSync: day)
    }
    func problems(_ devices: [DeviceSync]) throws -> [ProgressProblem] {
      let report = report(week, devices: devices)
      return report.problems(of: try #require(report.progress.towns.first))
    }
    #expect(try problems([]).isEmpty)
    #expect(try problems([device("D1", "王芳", Samples.day(1, 1))]).isEmpty)
    #expect(try problems([device("D1", "张伟", nil)]) == [.silent(days: 7)])
    #expect(
      try problems([device("D1", "张伟", nil), device("D2", "张伟", Samples.day(6, 28))]).isEmpty)
  }

  @Test("Devices are listed from the stated silence on, the longest first")
  func stale() {
    let stale = StaleDevices(
      [
        DeviceSync(
          device: "B", surveyor: "王芳", enrolled: Samples.day(1, 1), lastSync: Samples.day(6, 27)),
        DeviceSync(
          device: "A", surveyor: "李四", enrolled: Samples.day(1, 1), lastSync: Samples.day(6, 27)),
        DeviceSync(device: "C", surveyor: "张伟", enrolled: Samples.day(5, 5), lastSync: nil),
        DeviceSync(
          device: "D", surveyor: "张伟", enrolled: Samples.day(1, 1), lastSync: Samples.day(6, 28)),
      ], asOf: Samples.day(7, 4), threshold: 7)
    #expect(stale.rows.map(\.device.device) == ["C", "A", "B"])
    #expect(stale.rows.map(\.days) == [60, 7, 7])
    #expect(stale.devices == 4)
  }

  @Test("The paper names the district, the days and who hands it over")
  func paper() {
    let paper = report(Samples.week((1, 3), (2, 3), changes: [change(.passed, 1)])).paper(
      office: PaperOffice(unit: "区普查办"),
      snapshot: PaperSnapshot(
        moment: .end(of: Samples.day(7, 4)), inventoryVersion: 2, auditHead: "9:ab"))
    #expect(paper.kind == .weekly && paper.number == nil && paper.office.unit == "区普查办")
    #expect(paper.subtitle.zh == "曹妃甸区　2021-06-28 至 2021-07-04")
    #expect(PaperCheck(sections: paper.sections).faults.isEmpty)
  }
}
