import CensusDomain

/// The cells of an input added up along each dimension of the report.
struct CompletionTally {
  /// All hazards with cells, also those that do not apply.
  private(set) var hazards = [Hazard: Funnel]()
  /// Townships over the applicable hazards.
  private(set) var towns = [String: Funnel]()
  /// Surveyors over the applicable hazards.
  private(set) var surveyors = [String: Funnel]()
  /// All applicable hazards together.
  private(set) var total = Funnel()

  /// Adds up the cells of `input`.
  init(_ input: CompletionInput) {
    let applicable = Set(input.applicable)
    for cell in input.cells {
      hazards[cell.hazard, default: Funnel()].add(cell.count, at: cell.stage)
      guard applicable.contains(cell.hazard) else { continue }
      towns[cell.town, default: Funnel()].add(cell.count, at: cell.stage)
      surveyors[cell.surveyor, default: Funnel()].add(cell.count, at: cell.stage)
      total.add(cell.count, at: cell.stage)
    }
  }
}
