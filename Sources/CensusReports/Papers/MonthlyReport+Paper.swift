import CensusDomain

extension MonthlyReport {
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
    return Paper(
      kind: .monthly, number: number, asOf: input.asOf,
      title: LocalizedText(
        zh: "自然灾害综合风险普查工作月报", en: "Natural disaster risk census: monthly report"),
      subtitle: LocalizedText(
        zh: "\(input.districtName)　\(firstDay) 至 \(input.asOf)",
        en: "\(input.districtName), \(firstDay) to \(input.asOf)"),
      office: office, snapshot: snapshot, sections: sections,
      notes: [
        Wording.selfCheckedNote, Wording.bridgeNote, Wording.termsNote,
        LocalizedText(
          zh: "支出按支付日期统计，退款为负。培训只计省、市组织的人次。下月计划按直线进度推算，为本系统的提议。",
          en: """
            Spending counts by day of payment, and refunds are negative. Of trainings only person-times of those held \
            by the province or the city count. The next month's plan follows the straight line, which is our proposal.
            """),
      ])
  }

  /// The report's tables as sections of a paper.
  public var sections: [PaperSection] {
    let progressTables = [stateSection].compactMap { $0 } + ChangeTables(summary: progress).sections
    let workTables = [
      inventorySection, qualitySection, activitySection, spendingSection, planSection,
    ]
    return progressTables + workTables.compactMap { $0 }
  }

  /// Objects by hazard: how far they have come, and as the differences where they stand; nil where no hazard
  /// applies.
  private var stateSection: PaperSection? {
    guard !progress.hazards.isEmpty else { return nil }
    let reached = [
      Wording.shouldSurvey, Wording.recorded, Wording.selfChecked, Wording.received,
      Wording.countyPassed, Wording.cityPassed,
    ]
    let states = [
      LocalizedText(zh: "未开始", en: "Not begun"), LocalizedText(zh: "隔离待改", en: "In quarantine"),
      LocalizedText(zh: "退回或冲突", en: "Returned or in conflict"),
      LocalizedText(zh: "待县级审核", en: "Awaits the county"),
      LocalizedText(zh: "待市级审核", en: "Awaits the city"),
    ]
    var table = PaperTable(
      [.init(Wording.hazard, width: 16)] + reached.map { .figure($0, width: 10) }
        + [.figure(Wording.rate, width: 10)] + states.map { .figure($0, width: 12) })
    func counts(_ row: ProgressRow) -> [Int] {
      let funnel = row.now.funnel
      return [
        funnel.shouldSurvey, funnel.recorded, row.now.selfChecked, funnel.received,
        funnel.countyPassed, funnel.cityPassed,
      ]
    }
    func derived(_ row: ProgressRow, _ style: PaperCell.Style) -> [PaperCell] {
      let line = table.nextRow
      let counts = counts(row)
      let done = progress.input.terms.requiredStage
      // Stages before receipt stand one column earlier than those behind the self-check.
      let column = 1 + done.rawValue + (done >= .received ? 1 : 0)
      return [
        PaperCell(
          .rate(
            row.rate.ratio, distinctFrom: progress.input.terms.line.target,
            orNone: Wording.unconfirmed), style: style,
          formula: .quotient(
            CellPlace(row: line, column: column), CellPlace(row: line, column: 1)))
      ]
        + (0..<5).map { index in
          PaperCell(
            .count(counts[index] - counts[index + 1]), style: style,
            formula: .difference(
              CellPlace(row: line, column: index + 1), CellPlace(row: line, column: index + 2)))
        }
    }
    let day = progress.input.asOf
    for row in progress.hazards {
      let sources: [FigureSource] =
        [Stage.none, .recorded].map {
          .objects(hazard: row.hazard, town: nil, surveyor: nil, stage: $0, day: day)
        } + [.selfChecked(hazard: row.hazard, town: nil, day: day)]
        + [Stage.received, .countyPassed, .cityPassed].map {
          .objects(hazard: row.hazard, town: nil, surveyor: nil, stage: $0, day: day)
        }
      table.add(
        [.label(row.hazard?.name ?? Wording.total)]
          + zip(counts(row), sources).map { .figure($0, $1) } + derived(row, .plain))
    }
    let total = progress.total
    table.add(
      [PaperCell(.text(Wording.total), style: .total)]
        + counts(total).enumerated().map { table.sum(.count($1), of: $0 + 1) }
        + derived(total, .total))
    return PaperSection(
      id: "states", title: LocalizedText(zh: "分灾种状态", en: "States by hazard"), grid: table.grid,
      remarks: [
        LocalizedText(
          zh: "未开始、隔离待改、退回或冲突、待县级审核、待市级审核与市级通过之和等于应查。",
          en:
            "The five states and those that the city has passed add up to the objects to be surveyed."
        )
      ])
  }

  /// What the next month asks for; nil where no hazard applies.
  private var planSection: PaperSection? {
    guard !plan.isEmpty else { return nil }
    var table = PaperTable([
      .init(Wording.hazard, width: 16), .figure(Wording.shouldSurvey), .figure(Wording.done),
      .figure(
        LocalizedText(zh: "\(planDay) 应完成", en: "Expected by \(planDay)"), width: 24),
      .figure(LocalizedText(zh: "下月需完成", en: "To be done next month"), width: 22),
    ])
    let day = progress.input.asOf
    let stage = progress.input.terms.requiredStage
    for row in plan {
      func objects(_ stage: Stage) -> FigureSource {
        .objects(hazard: row.hazard, town: nil, surveyor: nil, stage: stage, day: day)
      }
      let line = FigureSource.line(hazard: row.hazard, town: nil, day: planDay)
      table.add([
        .label(row.hazard.name), .figure(row.shouldSurvey, objects(.none)),
        .figure(row.done, objects(stage)), .figure(row.expected, line), .figure(row.needed, line),
      ])
    }
    func total(_ what: (Plan) -> Int) -> PaperValue { .count(plan.reduce(0) { $0 + what($1) }) }
    table.add([
      PaperCell(.text(Wording.total), style: .total), table.sum(total(\.shouldSurvey), of: 1),
      table.sum(total(\.done), of: 2), table.sum(total(\.expected), of: 3),
      table.sum(total(\.needed), of: 4),
    ])
    return PaperSection(
      id: "plan", title: LocalizedText(zh: "下月计划", en: "Next month's plan"), grid: table.grid,
      remarks: [
        LocalizedText(
          zh: "下月需完成按灾种分别计算，超前的灾种不抵扣落后的灾种。",
          en:
            "Each hazard is reckoned by itself: one that is ahead makes up for none that is behind."
        )
      ])
  }
}
