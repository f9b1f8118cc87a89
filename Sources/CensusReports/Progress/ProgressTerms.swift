import CensusDomain

/// By what progress is measured: which hazards count, when an object is done, and what is asked for by when.
public struct ProgressTerms: Sendable, Hashable {
  /// The hazards that the district declares as applicable; all others count nowhere.
  public var applicable: [Hazard]
  /// The stage at which an object counts as done.
  public var requiredStage: Stage
  /// The line from the survey's start to the target on the deadline.
  public var line: ExpectedLine

  /// Makes terms; defaults are those of the performance targets 2021, section 5.
  public init(
    applicable: [Hazard], requiredStage: Stage = .countyPassed,
    targetRate: Ratio = CompletionInput.targetOf2021, surveyStart: CivilDate, deadline: CivilDate
  ) {
    self.applicable = applicable
    self.requiredStage = requiredStage
    line = ExpectedLine(start: surveyStart, deadline: deadline, target: targetRate)
  }
}
