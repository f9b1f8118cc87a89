import CensusDomain

/// What should be paid by now against what is paid.
///
/// The plan is a step function, since it binds on its due days and says nothing between them
/// (census-domain notes, section 5.3).
public struct PaymentProgress: Sendable, Hashable {
  /// The latest due day that has come; nil before the first.
  public let dueDate: CivilDate?
  /// The cumulative share due by then, in whole percent.
  public let plannedPercent: Int
  /// The amount due by then.
  public let planned: Fen
  /// What is paid.
  public let paid: Fen
  /// What is paid as a percentage of the budget; nil without a budget.
  public let percent: String?
  /// The next step that has not come due; nil after the last.
  public let next: PaymentStep?

  /// Whether at least the planned amount is paid.
  public var isOnPlan: Bool { paid >= planned }

  /// Finds the steps around the day of evaluation.
  init(_ totals: CostTotals, _ input: CostInput) {
    let plan = input.paymentPlan.sorted { ($0.date, $0.percent) < ($1.date, $1.percent) }
    let due = plan.last { $0.date <= input.asOf }
    dueDate = due?.date
    plannedPercent = due?.percent ?? 0
    // Rounded up: a share that is not a whole number of fen is paid only by the next fen.
    let share = Int128(input.budget.value) * Int128(plannedPercent)
    planned = Fen(Int64(clamping: (share + 99) / 100))
    paid = totals.total
    percent =
      input.budget > .zero
      ? Ratio(totals.total.value, over: input.budget.value)?.percent() : nil
    next = plan.first { $0.date > input.asOf }
  }
}

extension PaymentProgress: Encodable {
  enum CodingKeys: String, CodingKey {
    case dueDate, plannedPercent, plannedFen, paidFen, percent, onPlan, nextDueDate, nextPercent
  }

  /// Writes every key always, with null where there is no value.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(dueDate, forKey: .dueDate)
    try container.encode(plannedPercent, forKey: .plannedPercent)
    try container.encode(planned, forKey: .plannedFen)
    try container.encode(paid, forKey: .paidFen)
    try container.encode(percent, forKey: .percent)
    try container.encode(isOnPlan, forKey: .onPlan)
    try container.encode(next?.date, forKey: .nextDueDate)
    try container.encode(next?.percent, forKey: .nextPercent)
  }
}
