import CensusDomain

extension CompletionReport {
  /// The report's tables as sections of a paper.
  public var sections: [PaperSection] {
    [hazardSection, townshipSection, surveyorSection, excludedSection].compactMap { $0 }
  }

  private var hazardSection: PaperSection {
    var table = PaperTable(
      [
        .init(Wording.hazardClass, width: 16), .init(Wording.hazard, width: 20),
      ] + CompletionReport.figures + [.init(Wording.verdict, width: 24)])
    for row in hazards {
      table.add(
        [
          PaperCell(.text(row.hazard.hazardClass.name), style: .label),
          PaperCell(.text(row.hazard.name), style: .label),
        ]
          + counts(row.funnel) { stage in
            .objects(hazard: row.hazard, town: nil, surveyor: nil, stage: stage, day: asOf)
          } + [
            rate(row.rate.ratio, row: table.nextRow, before: 2),
            PaperCell(.text(row.verdict.name), style: row.verdict == .met ? .plain : .alarm),
          ])
    }
    table.add(totals(table, before: 2) + [PaperCell(.text(verdict.name), style: .total)])
    return PaperSection(
      id: "hazards", title: LocalizedText(zh: "分灾种进度", en: "By hazard"), grid: table.grid,
      charts: [hazardChart],
      remarks: [
        LocalizedText(
          zh: "总体完成率须达 \(targetRate.shortPercent)，且每个适用灾种均须达到，方为达标；底数为 0 的灾种为“底数未确认”。",
          en: """
            The target of \(targetRate.shortPercent) is met only where each applicable hazard reaches it; \
            a hazard without objects has no confirmed denominator.
            """)
      ])
  }

  private var hazardChart: PaperChart {
    PaperChart(
      id: "hazards", title: LocalizedText(zh: "各灾种完成率与目标", en: "Completion against the target"),
      shape: .bars, unit: .basisPoints, labels: hazards.map(\.hazard.name),
      series: [
        .init(
          name: Wording.rate, role: .actual,
          values: hazards.map { $0.rate.ratio?.basisPoints(distinctFrom: targetRate) })
      ],
      mark: .init(
        name: LocalizedText(
          zh: "目标 \(targetRate.shortPercent)", en: "Target \(targetRate.shortPercent)"),
        value: targetRate.basisPoints))
  }

  private var townshipSection: PaperSection? {
    guard !townships.isEmpty else { return nil }
    var table = PaperTable(
      [.init(Wording.townCode, width: 14), .init(Wording.town, width: 22)]
        + CompletionReport.figures)
    for row in townships {
      table.add(
        [
          PaperCell(.code(row.town), style: .label),
          PaperCell(row.name.isEmpty ? .text(Wording.unnamed) : .typed(row.name), style: .label),
        ]
          + counts(row.funnel) { stage in
            .objects(hazard: nil, town: row.town, surveyor: nil, stage: stage, day: asOf)
          } + [rate(row.rate.ratio, row: table.nextRow, before: 2)])
    }
    table.add(totals(table, before: 2))
    return PaperSection(
      id: "townships", title: LocalizedText(zh: "分乡镇进度", en: "By township"), grid: table.grid)
  }

  private var surveyorSection: PaperSection? {
    guard !surveyors.isEmpty else { return nil }
    let stages: [Stage] = [.recorded, .received, .countyPassed, .cityPassed]
    var table = PaperTable(
      [.init(Wording.surveyor, width: 20)] + stages.map { .figure(Wording.name(of: $0)) })
    for row in surveyors {
      let counts = [row.recorded, row.received, row.countyPassed, row.cityPassed]
      table.add(
        [
          PaperCell(
            row.surveyor.isEmpty ? .text(Wording.unnamed) : .typed(row.surveyor), style: .label)
        ]
          + zip(stages, counts).map { stage, count in
            PaperCell(
              .count(count),
              source: .objects(
                hazard: nil, town: nil, surveyor: row.surveyor, stage: stage, day: asOf))
          })
    }
    table.add(
      [PaperCell(.text(Wording.total), style: .total)]
        + stages.enumerated().map { index, stage in
          table.sum(.count(total.reached(stage)), of: index + 1)
        })
    return PaperSection(
      id: "surveyors", title: LocalizedText(zh: "分调查员进度", en: "By surveyor"), grid: table.grid)
  }

  private var excludedSection: PaperSection? {
    guard !notApplicable.isEmpty else { return nil }
    var table = PaperTable([
      .init(Wording.hazard, width: 20), .figure(Wording.objects), .init(Wording.reason, width: 60),
    ])
    for row in notApplicable {
      table.add([
        PaperCell(.text(row.name), style: .label), PaperCell(.count(row.inventoryObjects)),
        PaperCell(.text(row.reason)),
      ])
    }
    return PaperSection(
      id: "excluded", title: LocalizedText(zh: "不计入的灾种", en: "Hazards not counted"),
      grid: table.grid)
  }

  private static let figures: [PaperTable.Column] =
    Stage.allCases.map { .figure(Wording.name(of: $0)) } + [.figure(Wording.rate)]

  private func counts(
    _ funnel: Funnel, source: (Stage) -> FigureSource
  ) -> [PaperCell] {
    Stage.allCases.map { PaperCell(.count(funnel.reached($0)), source: source($0)) }
  }

  private func rate(
    _ ratio: Ratio?, row: Int, before: Int, style: PaperCell.Style = .plain
  ) -> PaperCell {
    // The columns of the counts are in the order of the stages.
    let done = before + requiredStage.rawValue
    return PaperCell(
      .rate(ratio, distinctFrom: targetRate, orNone: Wording.unconfirmed), style: style,
      formula: .quotient(
        CellPlace(row: row, column: done), CellPlace(row: row, column: before)))
  }

  private func totals(_ table: PaperTable, before: Int) -> [PaperCell] {
    [
      PaperCell(.text(Wording.total), style: .total, columnSpan: before)
    ]
      + Stage.allCases.enumerated().map { index, stage in
        table.sum(.count(total.reached(stage)), of: before + index)
      } + [rate(pooled.ratio, row: table.nextRow, before: before, style: .total)]
  }
}

extension Ratio {
  /// The fraction in hundredths of a percent, rounded half away from zero as tables round it.
  var basisPoints: Int64 {
    let (quotient, rest) = (Int128(numerator) * 10_000).quotientAndRemainder(
      dividingBy: Int128(denominator))
    let roundsAway = rest.magnitude * 2 >= denominator.magnitude
    return Int64(clamping: roundsAway ? quotient + rest.signum() : quotient)
  }

  /// The fraction in hundredths of a percent, on the side of `threshold` on which it is.
  func basisPoints(distinctFrom threshold: Ratio) -> Int64 {
    let (own, other) = (basisPoints, threshold.basisPoints)
    guard own == other else { return own }
    if !isAtLeast(threshold) { return other - 1 }
    return threshold.isAtLeast(self) ? own : other + 1
  }
}
