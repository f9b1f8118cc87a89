import CensusDomain
import CensusReports

/// What must hold within a project, beyond the form of its file.
enum ProjectCheck {
  static func require(_ project: PerformanceProject) throws(CensusError) {
    try requirePlan(project)
    let budget = project.budget
    guard budget.fiscal.fen + budget.other.fen == budget.total.fen else {
      throw StrictMembers.fault(
        "/budget", "的财政资金与其他资金之和不等于预算数",
        "has fiscal and other funds that do not make the total")
    }
    var ids: Set<String> = [PerformanceProject.execution, PerformanceProject.achievements]
    for (index, indicator) in project.indicators.enumerated() {
      guard ids.insert(indicator.id).inserted else {
        throw StrictMembers.fault(
          "/indicators/\(index)/id", "“\(indicator.id)”已被使用", "“\(indicator.id)” is taken already")
      }
      if let evidence = indicator.evidence, !fits(evidence, indicator.target) {
        throw StrictMembers.fault(
          "/indicators/\(index)/evidence", "与指标值的类型或单位不符",
          "does not fit the target's kind or unit")
      }
    }
    try requirePoints(project)
  }

  private static func requirePlan(_ project: PerformanceProject) throws(CensusError) {
    let days = project.plan.map(\.date)
    let shares = project.plan.compactMap(\.percent)
    guard days == Set(days).sorted(), shares == shares.sorted() else {
      throw StrictMembers.fault(
        "/plan", "的日期须递增，累计百分比不得减少", "is to have rising days and shares that do not fall")
    }
    guard days.allSatisfy({ $0.parts.year == project.year }) else {
      throw StrictMembers.fault(
        "/plan", "的日期须在 \(project.year) 年内", "is to have days of \(project.year)")
    }
  }

  /// The points of a group are those of its rows: given ones make at most the group's, and exactly where all are.
  private static func requirePoints(_ project: PerformanceProject) throws(CensusError) {
    for group in IndicatorGroup.allCases {
      let rows = project.indicators.filter { $0.group == group }
      let given = rows.compactMap(\.points)
      let sum = given.reduce(Points.zero, +)
      let isWhole = given.count == rows.count ? sum == project.scoring[group] : true
      guard isWhole, sum <= project.scoring[group] else {
        throw StrictMembers.fault(
          "/indicators",
          "中 \(group.rawValue) 组的分值合计 \(sum.text)，应为 \(project.scoring[group].text)",
          """
          gives the group \(group.rawValue) \(sum.text) points, which is to be \
          \(project.scoring[group].text)
          """)
      }
    }
  }

  /// Rates are in percent, counts in whole numbers, and a deadline is judged.
  private static func fits(_ evidence: IndicatorEvidence, _ target: IndicatorTarget) -> Bool {
    switch evidence {
    case .completionByDeadline: target.value == nil
    case .completionRate, .publicityCostRatio, .satisfaction, .budgetExecution:
      target.value != nil && target.unit == "%"
    case .publicityEvents, .trainingPersonTimes: target.value != nil && target.unit != "%"
    }
  }
}
