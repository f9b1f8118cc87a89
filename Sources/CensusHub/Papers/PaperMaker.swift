import CensusAPI
import CensusDomain
import CensusReports

/// Makes papers from the records within one transaction.
struct PaperMaker {
  let records: any CentralTransaction
  let hub: Hub
  let settings: SurveySettings
  let towns: [String: String]
  let now: Timestamp
  let days: DayKeeper

  init(
    _ records: any CentralTransaction, _ hub: Hub, now: Timestamp, mayKeep: Bool
  ) throws {
    self.records = records
    self.hub = hub
    self.now = now
    settings = try SurveySettings(records)
    towns = try records.settings.townNames()
    days = DayKeeper(records, today: now.officeDay, mayKeep: mayKeep)
  }

  /// Makes the paper that was asked for, without a number.
  ///
  /// - Throws: ``CensusError``, or what the store said.
  func paper(_ request: PaperRequest) throws -> Paper {
    let day = request.asOf ?? now.officeDay
    // A day that is over is the same whenever it is looked at.
    let moment = day < now.officeDay ? Timestamp.end(of: day) : now
    return try paper(request, day, try days.state(day), at: moment)
  }

  /// Makes `paper` again from what was received and decided up to its moment, and not from kept counts.
  ///
  /// - Throws: ``CensusError``, or what the store said.
  func recount(_ paper: Paper) throws -> Paper {
    let request = PaperRequest(
      kind: paper.kind, asOf: paper.asOf, office: paper.office, project: paper.project,
      draw: paper.draw)
    return try self.paper(
      request, paper.asOf, try DayState.past(records, at: paper.snapshot.moment),
      at: paper.snapshot.moment)
  }

  private func paper(
    _ request: PaperRequest, _ day: CivilDate, _ state: DayState, at moment: Timestamp
  ) throws -> Paper {
    let snapshot = snapshot(state, at: moment)
    func plain(_ sections: [PaperSection], _ notes: [LocalizedText]) -> Paper {
      Paper(
        kind: request.kind, asOf: day, project: request.project, draw: request.draw,
        title: request.kind.title,
        subtitle: LocalizedText(
          zh: "\(hub.districtName) \(hub.district.digits) · 统计截止 \(day)",
          en: "\(hub.districtName) \(hub.district.digits) · as of \(day)"),
        office: request.office, snapshot: snapshot, sections: sections, notes: notes)
    }
    switch request.kind {
    case .completion:
      let report = CompletionReport(try completionInput(state, day))
      return plain(report.sections, [PaperMaker.completionNote])
    case .cost:
      let input = try hub.costInput(records, asOf: day)
      return plain(
        CostReport(input).sections(plan: input.paymentPlan), [PaperMaker.costNote])
    case .weekly: return try weekly(request.office, snapshot, state, day)
    case .monthly: return try monthly(request.office, snapshot, state, day)
    case .problems: return try problems(request.office, snapshot, day)
    case .quality:
      // Named, so that the paper goes on meaning this draw when there is a newer one.
      let draw = try request.draw ?? records.quality.list().last?.number
      let (sections, notes) = try hub.qualityPaper(records, draw: draw)
      var paper = plain(sections, notes)
      paper.draw = draw
      return paper
    case .target, .monitoring, .evaluation:
      guard let project = request.project else { throw PaperMaker.noProject }
      let (sections, notes) = try hub.performancePaper(
        request.kind, project: project, records, asOf: day)
      return plain(sections, notes)
    }
  }

  /// What a paper's figures were counted from.
  func snapshot(_ state: DayState, at moment: Timestamp) -> PaperSnapshot {
    PaperSnapshot(
      moment: moment,
      inventoryVersion: state.inventoryVersion > 0 ? state.inventoryVersion : nil,
      auditHead: state.auditHead)
  }

  /// What a completion report of `day` is made from.
  func completionInput(_ state: DayState, _ day: CivilDate) throws -> CompletionInput {
    let span = settings.span(around: day)
    let version =
      state.inventoryVersion > 0 ? try records.inventory.find(state.inventoryVersion) : nil
    return CompletionInput(
      asOf: day, district: hub.district.digits, districtName: hub.districtName,
      inventoryVersion: version?.number, inventoryFrozenOn: version?.frozenAt.officeDay,
      cells: state.cells, townNames: towns, applicable: applicable,
      notApplicable: settings.declared, targetRate: settings.target, surveyStart: span.start,
      deadline: span.deadline, unlisted: state.unlisted, openConflicts: state.openConflicts,
      snapshot: state.auditHead)
  }

  /// The hazards that occur in the district, as far as it has declared.
  var applicable: [Hazard] { Hazard.allCases.filter { settings.notApplicable[$0] == nil } }

  private static let completionNote = LocalizedText(
    zh: "完成率 = 已达到县级通过的对象数 ÷ 清查底册应查对象数；各列为累计数。",
    en: "Rate = objects passed by the county ÷ objects to survey; columns are cumulative.")

  private static let costNote = LocalizedText(
    zh: "费用按支付日期统计，退款以负数计。", en: "Costs count by day of payment, refunds as negative.")

  private static let noProject = CensusError(
    .usage, zh: "绩效表须指明项目。", en: "A performance sheet needs its project.",
    remedy: LocalizedText(
      zh: "加上 --project；用 hazcensus project list 查看。",
      en: "Add --project; see hazcensus project list."))
}
