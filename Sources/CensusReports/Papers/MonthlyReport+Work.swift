import CensusDomain

extension MonthlyReport {
  /// The inventory's changes with their reasons; nil where there was none.
  var inventorySection: PaperSection? {
    let total = progress.total
    let net = total.rate.shouldSurvey - total.previousRate.shouldSurvey
    let added = inventoryChanges.reduce(0) { $0 + $1.added }
    let removed = inventoryChanges.reduce(0) { $0 + $1.removed }
    guard !inventoryChanges.isEmpty || net != 0 else { return nil }
    var table = PaperTable([
      .init(LocalizedText(zh: "冻结日期", en: "Frozen on"), width: 12),
      .init(LocalizedText(zh: "版本", en: "Version"), width: 8),
      .init(Wording.hazard, width: 16),
      .figure(LocalizedText(zh: "增加", en: "Added")),
      .figure(LocalizedText(zh: "减少", en: "Removed")),
      .figure(LocalizedText(zh: "净增减", en: "Net")), .init(Wording.reason, width: 50),
    ])
    func netCell(_ row: Int, _ count: Int, _ style: PaperCell.Style) -> PaperCell {
      PaperCell(
        .count(count), style: style,
        formula: .difference(CellPlace(row: row, column: 3), CellPlace(row: row, column: 4)))
    }
    for change in inventoryChanges {
      let source = FigureSource.inventory(
        hazard: change.hazard, version: change.version, from: firstDay, to: progress.input.asOf)
      table.add([
        PaperCell(.day(change.day), style: .label),
        PaperCell(.code("v\(change.version)"), style: .label), .label(change.hazard.name),
        .figure(change.added, source), .figure(change.removed, source),
        netCell(table.nextRow, change.added - change.removed, .plain),
        change.reason.isEmpty
          ? PaperCell(.text(LocalizedText(zh: "未填原因", en: "No reason on record")), style: .alarm)
          : PaperCell(.typed(change.reason)),
      ])
    }
    let all = FigureSource.inventory(
      hazard: nil, version: nil, from: firstDay, to: progress.input.asOf)
    table.add([
      PaperCell(.text(Wording.total), style: .total, columnSpan: 3),
      table.sum(.count(added), of: 3, source: all), table.sum(.count(removed), of: 4, source: all),
      netCell(table.nextRow, added - removed, .total), PaperCell(.empty, style: .total),
    ])
    let gap = net - (added - removed)
    return PaperSection(
      id: "inventory", title: LocalizedText(zh: "底册变动及原因", en: "Inventory changes and reasons"),
      grid: table.grid,
      remarks: gap == 0
        ? []
        : [
          LocalizedText(
            zh: "各版本净增减之和与底数变动相差 \(gap)，请查明原因。",
            en:
              "The versions' changes differ by \(gap) from the change of the denominator; find out why."
          )
        ])
  }

  /// What quality checks found; nil where none was closed.
  var qualitySection: PaperSection? {
    guard !quality.isEmpty else { return nil }
    var table = PaperTable([
      .init(Wording.day, width: 12), .init(LocalizedText(zh: "抽样", en: "Draw"), width: 8),
      .init(LocalizedText(zh: "质检单位", en: "Level"), width: 20),
      .figure(LocalizedText(zh: "抽查对象", en: "Objects")),
      .figure(LocalizedText(zh: "核查指标", en: "Indicators")),
      .figure(LocalizedText(zh: "错误指标", en: "Wrong")),
      .figure(LocalizedText(zh: "差错率", en: "Error rate")),
      .init(LocalizedText(zh: "结果", en: "Result"), width: 20),
    ])
    for check in quality {
      let source = FigureSource.sample(draw: check.draw, form: nil)
      table.add([
        PaperCell(.day(check.day), style: .label), PaperCell(.code(String(check.draw))),
        .label(check.level), .figure(check.objects, source), .figure(check.indicators, source),
        .figure(check.wrong, source),
        // Not a quotient of the cells beside it: a check may average over objects instead.
        PaperCell(.rate(check.rate, orNone: Wording.nothing), source: source),
        PaperCell(.text(check.verdict), style: check.isPassed ? .plain : .alarm),
      ])
    }
    table.add([
      PaperCell(.text(Wording.total), style: .total, columnSpan: 3),
      table.sum(.count(quality.reduce(0) { $0 + $1.objects }), of: 3),
      table.sum(.count(quality.reduce(0) { $0 + $1.indicators }), of: 4),
      table.sum(.count(quality.reduce(0) { $0 + $1.wrong }), of: 5),
      PaperCell(.empty, style: .total, columnSpan: 2),
    ])
    return PaperSection(
      id: "quality", title: LocalizedText(zh: "质检核查", en: "Quality checks"), grid: table.grid,
      remarks: [
        LocalizedText(
          zh: "差错率按各次质检所用的方法列出，不一定等于错误指标 ÷ 核查指标。",
          en: "Error rates are by each check's own method, not always wrong ÷ checked indicators.")
      ])
  }

  /// Publicity events and trainings of the month, with what counts to date.
  var activitySection: PaperSection {
    var table = PaperTable([
      .init(LocalizedText(zh: "类别", en: "Kind"), width: 10), .init(Wording.day, width: 12),
      .init(LocalizedText(zh: "名称", en: "Title"), width: 30),
      .init(LocalizedText(zh: "组织单位", en: "Held by"), width: 20),
      .init(LocalizedText(zh: "地点", en: "Place"), width: 20), .figure(Wording.people),
      .figure(LocalizedText(zh: "计入指标", en: "Counts"), width: 12),
    ])
    for kind in [MonthlyActivity.Kind.publicity, .training] {
      func source(from first: CivilDate, to last: CivilDate? = nil) -> FigureSource {
        .activities(kind: kind.rawValue, from: first, to: last ?? progress.input.asOf)
      }
      let first = table.nextRow
      for activity in activities(of: kind) {
        table.add([
          .label(name(of: kind)), PaperCell(.day(activity.day)), PaperCell(.typed(activity.title)),
          PaperCell(.typed(activity.organiser)), PaperCell(.typed(activity.place)),
          .figure(activity.people, source(from: activity.day, to: activity.day)),
          .figure(activity.credit, source(from: activity.day, to: activity.day)),
        ])
      }
      let credit = credit(of: kind)
      let month = LocalizedText(
        zh: kind == .publicity ? "本月宣传（次）" : "本月培训（人次）",
        en: kind == .publicity
          ? "Publicity this month (events)" : "Training this month (person-times)")
      let people = activities(of: kind).reduce(0) { $0 + $1.people }
      // A month without rows has nothing to sum.
      let isEmpty = table.nextRow == first
      func sum(_ count: Int, _ column: Int) -> PaperCell {
        isEmpty
          ? PaperCell(.count(0), style: .total, source: source(from: firstDay))
          : table.sum(.count(count), of: column, from: first)
      }
      table.add([
        PaperCell(.text(month), style: .total, columnSpan: 5), sum(people, 5),
        sum(credit.month, 6),
      ])
      table.add([
        PaperCell(
          .text(
            LocalizedText(
              zh: kind == .publicity ? "全年累计宣传（次）" : "全年累计培训（人次）",
              en: kind == .publicity
                ? "Publicity this year (events)" : "Training this year (person-times)")),
          style: .total, columnSpan: 6),
        PaperCell(.count(credit.year), style: .total, source: source(from: yearStart)),
      ])
    }
    return PaperSection(
      id: "activities", title: LocalizedText(zh: "宣传与培训", en: "Publicity and training"),
      grid: table.grid)
  }

  private func name(of kind: MonthlyActivity.Kind) -> LocalizedText {
    kind == .publicity
      ? LocalizedText(zh: "宣传", en: "Publicity") : LocalizedText(zh: "培训", en: "Training")
  }
}
