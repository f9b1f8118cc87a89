import CensusDomain

/// How much of the census's cost is publicity, and how payment stands against its plan.
///
/// The figures are those of the design's section 6: (A) publicity against spending to date, which
/// is the indicator; (B) against the budget; (C) forecast at year end.
public struct CostReport: Sendable, Hashable {
  /// The day of evaluation.
  public let asOf: CivilDate
  /// What the lines were taken from.
  public let snapshot: String
  /// Publicity spending to date.
  public let publicity: Fen
  /// All spending to date.
  public let total: Fen
  /// The project's budget.
  public let budget: Fen
  /// The share that publicity may have.
  public let limit: Ratio
  /// Figure A; nil where nothing is spent.
  public let ratioToSpend: Ratio?
  /// Figure B; nil without a budget.
  public let ratioToBudget: Ratio?
  /// Figure C; nil where nothing is spent.
  public let forecast: CostForecast?
  /// Whether figure A is within the limit.
  public let verdict: CostVerdict
  /// Which of the figures B and C are above the limit.
  public let alarms: [CostAlarm]
  /// Payment against its plan.
  public let payment: PaymentProgress
  /// The months with spending.
  public let months: [CostMonth]

  /// Computes the report.
  public init(_ input: CostInput) {
    let lines = input.lines.filter { $0.date <= input.asOf }
    var totals = CostTotals()
    for line in lines { totals.add(line) }

    asOf = input.asOf
    snapshot = input.snapshot
    publicity = totals.publicity
    total = totals.total
    budget = input.budget
    limit = input.limit
    ratioToSpend = totals.ratio
    ratioToBudget =
      input.budget > .zero ? Ratio(totals.publicity.value, over: input.budget.value) : nil
    forecast = CostForecast(totals, input)
    verdict = CostVerdict(totals, limit: input.limit)
    var alarms = [CostAlarm]()
    if let ratioToBudget, !input.limit.isAtLeast(ratioToBudget) {
      alarms.append(.budgetShareOverLimit)
    }
    if let forecast, !input.limit.isAtLeast(forecast.ratio) { alarms.append(.forecastOverLimit) }
    self.alarms = alarms
    payment = PaymentProgress(totals, input)
    months = CostMonth.list(lines)
  }
}

extension CostReport: Encodable {
  enum CodingKeys: String, CodingKey {
    case asOf, snapshot, publicityFen, totalFen, budgetFen, limit, limitPercent, ratioToSpend
    case percentOfSpend, ratioToBudget, percentOfBudget, forecast, verdict, alarms, payment, months
  }

  /// Writes amounts in fen and every key always, with null where there is no value.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(asOf, forKey: .asOf)
    try container.encode(snapshot, forKey: .snapshot)
    try container.encode(publicity, forKey: .publicityFen)
    try container.encode(total, forKey: .totalFen)
    try container.encode(budget, forKey: .budgetFen)
    try container.encode(limit.value, forKey: .limit)
    try container.encode(limit.percent(), forKey: .limitPercent)
    try container.encode(ratioToSpend?.value, forKey: .ratioToSpend)
    try container.encode(ratioToSpend?.percent(distinctFrom: limit), forKey: .percentOfSpend)
    try container.encode(ratioToBudget?.value, forKey: .ratioToBudget)
    try container.encode(ratioToBudget?.percent(distinctFrom: limit), forKey: .percentOfBudget)
    try container.encode(forecast, forKey: .forecast)
    try container.encode(verdict, forKey: .verdict)
    try container.encode(alarms, forKey: .alarms)
    try container.encode(payment, forKey: .payment)
    try container.encode(months, forKey: .months)
  }
}
