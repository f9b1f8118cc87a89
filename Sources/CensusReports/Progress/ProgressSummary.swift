import CensusDomain

/// Progress over a period by hazard and township, with its sums; equal inputs give equal summaries.
public struct ProgressSummary: Sendable, Hashable {
  /// What it was computed from.
  public let input: ProgressInput
  /// Each hazard in each township with objects then or now, by township's code and in the census's order;
  /// ranked among the townships of the same hazard.
  public let places: [ProgressRow]
  /// The townships by code, ranked.
  public let towns: [ProgressRow]
  /// The applicable hazards in the census's order, ranked.
  public let hazards: [ProgressRow]
  /// All together.
  public let total: ProgressRow
  /// Whether the target is met, by the same rule as in the completion report.
  public let verdict: CompletionVerdict

  /// Computes the summary.
  public init(_ input: ProgressInput) {
    let tally = ProgressTally(input)
    let terms = input.terms
    func row(_ hazard: Hazard?, _ town: String?) -> ProgressRow {
      let sum = tally.sum(hazard: hazard, town: town)
      return ProgressRow(
        hazard: hazard, town: town, now: sum.now, before: sum.before, bridge: sum.bridge,
        terms: terms)
    }
    let applicable = Hazard.allCases.filter(Set(terms.applicable).contains)
    var places: [ProgressRow] = []
    for hazard in applicable {
      var sameHazard = tally.towns(of: hazard).map { row(hazard, $0) }
      sameHazard.rank()
      places += sameHazard
    }
    var towns = tally.towns.map { row(nil, $0) }
    towns.rank()
    var hazards = applicable.map { row($0, nil) }
    hazards.rank()
    self.input = input
    // Stable, so that the hazards of a township stay in the census's order.
    self.places = places.enumerated().sorted { left, right in
      (left.element.town ?? "", left.offset) < (right.element.town ?? "", right.offset)
    }.map(\.element)
    self.towns = towns
    self.hazards = hazards
    total = row(nil, nil)
    let target = terms.line.target
    verdict = CompletionVerdict(
      hazards: hazards.map {
        CompletionVerdict($0.rate, target: target, isFrozen: input.inventoryVersion != nil)
      }, pooled: total.rate, target: target)
  }

  /// The name of a township; its code where no name is known.
  public func name(of town: String) -> String { input.townNames[town] ?? town }
}
