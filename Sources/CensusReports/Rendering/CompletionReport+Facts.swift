import CensusDomain

extension CompletionReport {
  /// The headline with its target and verdict.
  func headline(language: Language) -> [ReportFact] {
    [
      ReportFact(
        label: language == .zh ? "总体完成率" : "Pooled completion rate",
        value: "\(pooled.percent ?? Wording.none) (\(pooled.done)/\(pooled.shouldSurvey))"),
      ReportFact(
        label: language == .zh ? "目标（截至 \(deadline)）" : "Target by \(deadline)",
        value: "≥ \(targetRate.shortPercent)"),
      ReportFact(label: Wording.verdict[language], value: verdict.name[language]),
    ]
  }

  /// The figures beside the headline.
  func facts(language: Language) -> [ReportFact] {
    let isChinese = language == .zh
    let version = inventoryVersion.map { "v\($0)" } ?? Wording.none
    let inventory = inventoryFrozenOn.map { day in
      isChinese ? "\(version)（\(day) 冻结）" : "\(version) (frozen \(day))"
    }
    let furthest = lowest.map { "\($0.hazard.name[language]) \($0.percent)" }
    let done = Wording.name(of: requiredStage)
    let hasReached = pooled.shouldSurvey > 0 && expected.doneNeeded == 0
    let reached = isChinese ? "已达到" : "reached"
    return [
      ReportFact(
        label: isChinese ? "各灾种平均完成率" : "Mean over hazards", value: mean.percent ?? Wording.none),
      ReportFact(
        label: isChinese ? "完成率最低灾种" : "Lowest hazard", value: furthest ?? Wording.none),
      ReportFact(
        label: isChinese ? "按直线进度应达" : "Expected by now",
        value: expected.rate?.percent() ?? Wording.none),
      ReportFact(
        label: isChinese ? "总体达标尚需（个）" : "Objects still needed, overall",
        value: String(expected.doneNeeded)),
      ReportFact(
        label: isChinese ? "各灾种均达标尚需（个）" : "Objects still needed, each hazard",
        value: String(expected.doneNeededEachHazard)),
      ReportFact(
        label: isChinese ? "总体达标每日需完成（个）" : "Needed per day, overall",
        value: expected.neededPerDay ?? Wording.none),
      ReportFact(
        label: isChinese ? "按目前进度预计达标" : "Projected date",
        value: hasReached ? reached : expected.projectedDate?.description ?? Wording.none),
      ReportFact(label: isChinese ? "完成口径" : "Counted as done", value: done[language]),
      ReportFact(label: isChinese ? "清查底册" : "Inventory", value: inventory ?? version),
      ReportFact(
        label: isChinese ? "底册外记录（条）" : "Entries not in inventory", value: String(unlisted)),
      ReportFact(
        label: isChinese ? "未处理冲突（处）" : "Open conflicts", value: String(openConflicts)),
    ]
  }
}
