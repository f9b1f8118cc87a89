import CensusDomain

extension PaceReport {
  /// The paces of hazards, townships and surveyors as sections of a paper.
  ///
  /// - Parameter name: the name of a township by its code.
  func sections(name: (String) -> String) -> [PaperSection] {
    var sections = [
      section(
        "pace-hazards", LocalizedText(zh: "进度与预测（分灾种）", en: "Pace and projection by hazard"),
        hazards,
        Wording.hazard
      ) { .label($0.hazard?.name ?? Wording.total) }
    ]
    sections[0].charts = [burnUp]
    sections[0].remarks = [PaceReport.remark]
    if !towns.isEmpty {
      sections.append(
        section(
          "pace-towns", LocalizedText(zh: "进度与预测（分乡镇）", en: "Pace and projection by town"), towns,
          Wording.town
        ) { .town(name($0.town ?? "")) })
    }
    if !surveyors.isEmpty { sections.append(surveyorSection) }
    return sections
  }

  /// How the projection is to be read.
  private static let remark = LocalizedText(
    zh: """
      预计日期按最近至多 4 个整周的完成数推算：最早与最晚之间为 80% 区间，并取整到周；假定今后各周与这几周相仿，不含节假日、\
      人员和底数的变化。方法为本系统的提议。应有进度和目标数逐行进位，各行之和可能大于合计。
      """,
    en: """
      The dates follow from what was done in the last whole weeks, at most 4: earliest and latest bound a band of \
      80 %, rounded to whole weeks. They take the weeks to come to be like these and know nothing of holidays, of \
      people who come or go, and of changes of the inventory. The method is our proposal. What is expected and the \
      target are rounded up row by row, so that the rows may add up to more than the total.
      """)

  private func section(
    _ id: String, _ title: LocalizedText, _ rows: [PaceRow], _ heading: LocalizedText,
    label: (PaceRow) -> PaperCell
  ) -> PaperSection {
    var table = PaperTable(
      [.init(heading, width: 16)]
        + [
          Wording.shouldSurvey, Wording.done, Wording.expected,
          LocalizedText(zh: "超前或落后", en: "Ahead or behind"),
          LocalizedText(zh: "目标数", en: "Target"), LocalizedText(zh: "剩余天数", en: "Days left"),
          LocalizedText(zh: "尚需", en: "Needed"), LocalizedText(zh: "每天需完成", en: "Needed per day"),
          LocalizedText(zh: "\(weeks) 周前完成", en: "Done \(weeks) weeks ago"),
          LocalizedText(zh: "\(weeks) 周内完成", en: "Done since"),
          LocalizedText(zh: "最早", en: "Earliest"), LocalizedText(zh: "可能", en: "Likely"),
          LocalizedText(zh: "最晚", en: "Latest"),
        ].map { .figure($0, width: 11) })
    for row in rows { table.add([label(row)] + figures(row, at: table.nextRow, .plain)) }
    table.add(
      [PaperCell(.text(Wording.total), style: .total)] + figures(total, at: table.nextRow, .total))
    return PaperSection(id: id, title: title, grid: table.grid)
  }

  private func figures(
    _ row: PaceRow, at line: Int, _ style: PaperCell.Style
  ) -> [PaperCell] {
    func place(_ column: Int) -> CellPlace { CellPlace(row: line, column: column) }
    func objects(_ stage: Stage, _ day: CivilDate) -> FigureSource {
      .objects(hazard: row.hazard, town: row.town, surveyor: nil, stage: stage, day: day)
    }
    func asked(_ day: CivilDate) -> FigureSource {
      .line(hazard: row.hazard, town: row.town, day: day)
    }
    func count(_ number: Int, _ source: FigureSource?, _ formula: PaperFormula? = nil) -> PaperCell
    {
      PaperCell(.count(number), style: style, formula: formula, source: source)
    }
    let lead = row.rate.done - row.expected
    return [
      count(row.rate.shouldSurvey, objects(.none, asOf)),
      count(row.rate.done, objects(terms.requiredStage, asOf)),
      count(row.expected, asked(asOf)),
      PaperCell(
        .count(lead), style: lead < 0 ? .alarm : style,
        formula: .difference(place(2), place(3))),
      count(row.goal, asked(terms.line.deadline)),
      count(daysLeft, asked(terms.line.deadline)),
      // At most what is missing: a surplus is no need.
      count(row.needed, asked(terms.line.deadline)),
      PaperCell(
        PaceReport.quotient(
          row.needed, daysLeft, orNone: LocalizedText(zh: "已过期限", en: "Past the deadline")),
        style: style, formula: .quotient(place(7), place(6))),
      count(row.doneBefore, objects(terms.requiredStage, pastDay)),
      count(row.rate.done - row.doneBefore, nil, .difference(place(2), place(9))),
    ] + days(row, style)
  }

  private func days(_ row: PaceRow, _ style: PaperCell.Style) -> [PaperCell] {
    func same(_ text: LocalizedText) -> [PaperCell] {
      [PaperCell(.text(text), style: style, columnSpan: 3, alignment: .center)]
    }
    switch row.outlook {
    case .noDenominator: return same(Wording.unconfirmed)
    case .reached: return same(LocalizedText(zh: "已达到", en: "Reached"))
    case .tooEarly: return same(LocalizedText(zh: "不足两周，不作推算", en: "Too early to tell"))
    case .days(_, nil, _):
      return same(LocalizedText(zh: "按此速度不能达到", en: "Not at this pace"))
    case .days(let earliest, let likely, let latest):
      return [earliest, likely, latest].map { day in
        PaperCell(
          day.map { .day($0) } ?? .none(LocalizedText(zh: "无法确定", en: "Open")),
          style: (day.map { $0 > terms.line.deadline } ?? true) ? .alarm : style,
          source: .pace(hazard: row.hazard, town: row.town, from: pastDay, to: asOf))
      }
    }
  }

  private var surveyorSection: PaperSection {
    var table = PaperTable([
      .init(Wording.surveyor, width: 20), .figure(Wording.done),
      .figure(LocalizedText(zh: "一周前完成", en: "Done a week ago"), width: 14),
      .figure(LocalizedText(zh: "本周完成", en: "Done this week"), width: 14),
      .figure(LocalizedText(zh: "\(weeks) 周前完成", en: "Done \(weeks) weeks ago"), width: 16),
      .figure(LocalizedText(zh: "\(weeks) 周内完成", en: "Done since")),
      .figure(LocalizedText(zh: "周数", en: "Weeks"), width: 8),
      .figure(LocalizedText(zh: "平均每周", en: "A week on average"), width: 16),
    ])
    for row in surveyors {
      let line = table.nextRow
      func place(_ column: Int) -> CellPlace { CellPlace(row: line, column: column) }
      func objects(_ count: Int, _ days: Int) -> PaperCell {
        .figure(
          count,
          .objects(
            hazard: nil, town: nil, surveyor: row.surveyor, stage: terms.requiredStage,
            day: CivilDate(dayNumber: asOf.dayNumber - days)))
      }
      let since = row.done - row.doneBefore
      table.add([
        .town(row.surveyor), objects(row.done, 0), objects(row.doneLastWeek, 7),
        PaperCell(
          .count(row.done - row.doneLastWeek), formula: .difference(place(1), place(2))),
        objects(row.doneBefore, 7 * weeks),
        PaperCell(.count(since), formula: .difference(place(1), place(4))),
        .figure(weeks, .pace(hazard: nil, town: nil, from: pastDay, to: asOf)),
        PaperCell(
          PaceReport.quotient(since, weeks, orNone: Wording.nothing),
          formula: .quotient(place(5), place(6))),
      ])
    }
    return PaperSection(
      id: "pace-surveyors", title: LocalizedText(zh: "分调查员每周完成数", en: "Pace by surveyor"),
      grid: table.grid,
      remarks: [
        LocalizedText(
          zh: "各人应承担的份额没有记录，因此只列速度，不作评判和预测。",
          en:
            "What share of the work is whose is not on record: paces only, no judgement and no projection."
        )
      ])
  }

  private var pastDay: CivilDate { CivilDate(dayNumber: asOf.dayNumber - 7 * weeks) }

  /// A quotient with two places, rounded half away from zero as spreadsheets do.
  private static func quotient(
    _ top: Int, _ bottom: Int, orNone reason: LocalizedText
  ) -> PaperValue {
    // A percentage of a hundredth of the fraction is the fraction itself.
    guard let text = Ratio(Int64(top), over: Int64(bottom))?.times(1, over: 100)?.percent() else {
      return .none(reason)
    }
    return .decimal(String(text.dropLast()))
  }
}
