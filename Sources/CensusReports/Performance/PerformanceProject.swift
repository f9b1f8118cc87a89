import CensusDomain

/// A budget project with its performance sheet (绩效目标表), as its file states it.
public struct PerformanceProject: Sendable, Hashable {
  /// One of the sheet's goals.
  public struct Goal: Sendable, Hashable {
    /// Its name, such as `目标1`.
    public var label: String
    /// Its text.
    public var text: String

    /// Makes a goal.
    public init(label: String, text: String) {
      self.label = label
      self.text = text
    }
  }

  /// A short name in ASCII by which commands name the project.
  public var id: String
  /// The budget year.
  public var year: Int
  /// 项目编码; empty where finance gave none.
  public var code: String
  /// 项目名称.
  public var name: String
  /// The sheet's heading.
  public var title: String
  /// 主管部门; empty leaves a blank.
  public var department: String
  /// 实施单位; empty leaves a blank.
  public var unit: String
  /// 预算规模及资金用途.
  public var budget: ProjectBudget
  /// 资金支出计划, by day.
  public var plan: [PlannedShare]
  /// 绩效目标.
  public var goals: [Goal]
  /// The rows, in the sheet's order.
  public var indicators: [ProjectIndicator]
  /// How it is scored.
  public var scoring: ScoringRules
  /// How peculiarities of the sheet were read.
  public var remarks: [String]

  /// Makes a project.
  public init(
    id: String, year: Int, code: String = "", name: String, title: String,
    department: String = "", unit: String = "", budget: ProjectBudget, plan: [PlannedShare],
    goals: [Goal], indicators: [ProjectIndicator], scoring: ScoringRules = ScoringRules(),
    remarks: [String] = []
  ) {
    self.id = id
    self.year = year
    self.code = code
    self.name = name
    self.title = title
    self.department = department
    self.unit = unit
    self.budget = budget
    self.plan = plan
    self.goals = goals
    self.indicators = indicators
    self.scoring = scoring
    self.remarks = remarks
  }

  /// The name under which what was paid is recorded for a project that has no ledger here, in 万元.
  public static let execution = "execution"
  /// The name under which the year's achievements are put into words.
  public static let achievements = "goals"

  /// The days on which a share falls due.
  public var paymentSteps: [PaymentStep] {
    plan.compactMap { step in step.percent.map { PaymentStep(date: step.date, percent: $0) } }
  }

  /// The first day of the budget year.
  public var firstDay: CivilDate {
    CivilDate(year: year, month: 1, day: 1) ?? CivilDate(dayNumber: 0)
  }

  /// The last day of the budget year.
  public var lastDay: CivilDate {
    CivilDate(year: year, month: 12, day: 31) ?? CivilDate(dayNumber: 0)
  }

  /// Each indicator's points, in the indicators' order: its own, or an even part of what its group has left.
  public var weights: [Points] {
    var weights = indicators.map { $0.points ?? .zero }
    for group in IndicatorGroup.allCases {
      let open = indicators.indices.filter {
        indicators[$0].group == group && indicators[$0].points == nil
      }
      let given = indicators.filter { $0.group == group }.compactMap(\.points)
        .reduce(Points.zero, +)
      let rest = Points(hundredths: max(0, scoring[group].hundredths - given.hundredths))
      for (index, part) in zip(open, rest.split(into: open.count)) { weights[index] = part }
    }
    return weights
  }
}
