import CensusDomain

/// Everything that a cost report is made from; equal inputs give equal reports.
///
/// The lines are all spending under the census's project code, and none of another project.
public struct CostInput: Sendable, Hashable {
  /// The day of evaluation; later lines are left out.
  public var asOf: CivilDate
  /// The project's budget.
  public var budget: Fen
  /// The spending of the budget year, in any order.
  public var lines: [CostLine]
  /// What is to be paid by when, in any order.
  public var paymentPlan: [PaymentStep]
  /// The share that publicity may have.
  public var limit: Ratio
  /// The last day of the budget year, to which the forecast looks.
  public var yearEnd: CivilDate
  /// What the lines were taken from, such as the head of the audit chain.
  public var snapshot: String

  /// Makes an input; defaults are those of the performance targets 2021, section 5, with the plan
  /// and the end of the year that `asOf` lies in.
  public init(
    asOf: CivilDate, budget: Fen = CostInput.budgetOf2021, lines: [CostLine],
    paymentPlan: [PaymentStep]? = nil, limit: Ratio = CostInput.limitOf2021,
    yearEnd: CivilDate? = nil, snapshot: String
  ) {
    let year = (yearEnd ?? asOf).parts.year
    self.asOf = asOf
    self.budget = budget
    self.lines = lines
    self.paymentPlan = paymentPlan ?? PaymentStep.plan(year: year)
    self.limit = limit
    self.yearEnd = yearEnd ?? CivilDate(year: year, month: 12, day: 31) ?? asOf
    self.snapshot = snapshot
  }

  /// The census budget of the performance targets 2021, section 5: 300,000 yuan.
  public static let budgetOf2021 = Fen(30_000_000)

  /// The publicity-cost limit of the performance targets 2021, section 5: 15 %.
  public static let limitOf2021 = Ratio.percent(15)
}
