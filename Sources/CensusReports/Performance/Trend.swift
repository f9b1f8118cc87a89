import CensusDomain

/// Proposes what a project will have reached by the end of its year; a record overrules it.
///
/// All proposals are this program's own: counts go on at the pace so far, rates stay where they are, and nothing is
/// called impossible before the year is over.
struct Trend {
  private let days: Int64
  private let elapsed: Int64

  /// Looks at a year from one of its days.
  init(_ day: CivilDate, within project: PerformanceProject) {
    days = Int64(project.lastDay.dayNumber - project.firstDay.dayNumber + 1)
    elapsed = min(days, max(1, Int64(day.dayNumber - project.firstDay.dayNumber + 1)))
  }

  private var isOver: Bool { elapsed == days }

  func forecast(_ actual: IndicatorActual, of indicator: ProjectIndicator) -> IndicatorActual {
    guard case .measured(let value) = actual else { return actual }
    switch indicator.evidence {
    case .publicityEvents, .trainingPersonTimes:
      // Whole events: a third of one is none.
      let line = Int128(value.numerator) * Int128(days)
      let count = line / (Int128(value.denominator) * Int128(elapsed))
      return Ratio(Int64(clamping: count), over: 1).map { .measured($0) } ?? actual
    case .completionRate:
      guard let line = value.times(days, over: elapsed), let all = Ratio(100, over: 1) else {
        return actual
      }
      return .measured(line.isAtLeast(all) ? all : line)
    default: return actual
    }
  }

  /// What is paid by the end at the pace so far; not more than the budget, or than what is paid already.
  func forecast(_ paid: Fen, budget: Fen) -> Fen {
    let line = Int128(paid.value) * Int128(days) / Int128(elapsed)
    return max(paid, min(budget, Fen(Int64(clamping: line))))
  }

  func likelihood(
    _ actual: IndicatorActual, forecast: IndicatorActual, of indicator: ProjectIndicator
  ) -> TargetLikelihood {
    let isReached = Trend.reaches(actual, indicator.target) ?? false
    if isOver { return isReached ? .certain : .impossible }
    // What counts up stays reached; a share or a cost can still rise or fall.
    let counts: [IndicatorEvidence] = [.publicityEvents, .trainingPersonTimes]
    guard isReached, let evidence = indicator.evidence, counts.contains(evidence) else {
      return .possible
    }
    return .certain
  }

  /// Whether a value reaches the target; nil where there is none.
  static func reaches(_ actual: IndicatorActual, _ target: IndicatorTarget) -> Bool? {
    switch actual {
    case .measured(let value): target.isReached(by: value)
    case .judged(let judgement): judgement.band == .achieved
    case .none: nil
    }
  }
}
