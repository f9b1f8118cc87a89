import CensusDomain

extension WeeklyReport {
  /// The report as a paper.
  ///
  /// - Parameters:
  ///   - office: who hands it over.
  ///   - snapshot: what its figures were counted from.
  ///   - number: the number under which it is kept; nil for a draft.
  public func paper(
    office: PaperOffice, snapshot: PaperSnapshot, number: String? = nil
  ) -> Paper {
    let input = progress.input
    let first = CivilDate(dayNumber: input.previous.dayNumber + 1)
    return Paper(
      kind: .weekly, number: number, asOf: input.asOf,
      title: LocalizedText(
        zh: "自然灾害综合风险普查进度周报", en: "Natural disaster risk census: weekly progress"),
      subtitle: LocalizedText(
        zh: "\(input.districtName)　\(first) 至 \(input.asOf)",
        en: "\(input.districtName), \(first) to \(input.asOf)"),
      office: office, snapshot: snapshot, sections: sections,
      notes: [
        Wording.selfCheckedNote, Wording.bridgeNote, Wording.termsNote,
        LocalizedText(
          zh: """
            完成率 = 已完成 ÷ 应查；完成口径：\(Wording.name(of: input.terms.requiredStage).zh)。应查为 0 的没有完成率，\
            也不排名；完成率相同的名次相同。完成率增减以百分点计。
            """,
          en: """
            Rate = done ÷ to survey; done means: \(Wording.name(of: input.terms.requiredStage).en). Where nothing is \
            to be surveyed there is no rate and no rank; equal rates share a rank. The change of a rate is in \
            percentage points.
            """),
      ])
  }

  /// The report's tables as sections of a paper.
  public var sections: [PaperSection] {
    let tables = ProgressTables(summary: progress, problems: problems(of:))
    return [summarySection, tables.towns, tables.hazards, tables.places].compactMap { $0 }
      + ChangeTables(summary: progress).sections + pace.sections(name: progress.name(of:))
      + [stale.section].compactMap { $0 }
  }

  private var summarySection: PaperSection {
    let input = progress.input
    let total = progress.total
    func objects(_ stage: Stage, _ day: CivilDate) -> FigureSource {
      .objects(hazard: nil, town: nil, surveyor: nil, stage: stage, day: day)
    }
    func version(_ number: Int?) -> PaperValue {
      number.map { .code("v\($0)") } ?? .none(LocalizedText(zh: "未冻结", en: "Not frozen"))
    }
    let line = input.terms.line
    let target = line.target
    return PaperSection(
      id: "summary", title: LocalizedText(zh: "概况", en: "Summary"),
      grid: PaperTable.facts([
        (
          text("总体完成率", "Overall rate"), rate(total.rate.ratio),
          objects(input.terms.requiredStage, input.asOf)
        ),
        (
          text("上周完成率", "Rate a week ago"), rate(total.previousRate.ratio),
          objects(input.terms.requiredStage, input.previous)
        ),
        (text("应查", "To survey"), .count(total.rate.shouldSurvey), objects(.none, input.asOf)),
        (
          text("已完成", "Done"), .count(total.rate.done),
          objects(input.terms.requiredStage, input.asOf)
        ),
        (
          text("目标（截至 \(line.deadline)）", "Target by \(line.deadline)"),
          .rate(numerator: target.numerator, denominator: target.denominator, places: 2), nil
        ),
        (text("结论", "Verdict"), .text(progress.verdict.name), nil),
        (
          text("按直线进度应完成", "Expected to be done"), .count(pace.total.expected),
          .line(hazard: nil, town: nil, day: input.asOf)
        ),
        (
          text("本周退回（条）", "Returned this week"), .count(returned),
          .entries(event: .returned, from: input.previous, to: input.asOf)
        ),
        (
          text("此前填写、本周才收到（条）", "Came late this week"), .count(late),
          .entries(event: .late, from: input.previous, to: input.asOf)
        ),
        (
          text("久未同步的设备（台）", "Devices without a sync"), .count(stale.rows.count),
          .syncs(device: nil, to: input.asOf)
        ),
        (text("清查底册", "Inventory"), version(input.inventoryVersion), nil),
        (text("上周清查底册", "Inventory a week ago"), version(input.previousVersion), nil),
      ]),
      remarks: problems(of: total).map(\.sentence))
  }

  private func rate(_ ratio: Ratio?) -> PaperValue {
    .rate(ratio, distinctFrom: progress.input.terms.line.target, orNone: Wording.unconfirmed)
  }

  private func text(_ zh: String, _ en: String) -> LocalizedText { LocalizedText(zh: zh, en: en) }
}
