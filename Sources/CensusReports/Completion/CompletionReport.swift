import CensusDomain

/// How complete the survey of hazard-causing factors is, by hazard, class, township and surveyor.
///
/// The rules are the design's section 6: `C_h = done_h / N_h` for each applicable hazard, pooled
/// rate as headline, mean and lowest hazard beside it. Hazards that do not apply count nowhere, so
/// that the parts of each table sum to the same whole.
public struct CompletionReport: Sendable, Hashable {
  /// The day that the counts describe.
  public let asOf: CivilDate
  /// The district's region code.
  public let district: String
  /// The district's name.
  public let districtName: String
  /// The version of the inventory that was counted.
  public let inventoryVersion: Int?
  /// The day on which that version was frozen.
  public let inventoryFrozenOn: CivilDate?
  /// The stage at which an object counts as done.
  public let requiredStage: Stage
  /// The rate to be reached.
  public let targetRate: Ratio
  /// The day on which surveying began.
  public let surveyStart: CivilDate
  /// The day by which the target is to be reached.
  public let deadline: CivilDate
  /// What the counts were taken from.
  public let snapshot: String
  /// Whether the target is met.
  public let verdict: CompletionVerdict
  /// Objects of all applicable hazards by stage.
  public let total: Funnel
  /// The headline: all applicable hazards pooled.
  public let pooled: CompletionRate
  /// The mean of the hazards' rates.
  public let mean: CompletionMean
  /// The hazard that is furthest behind.
  public let lowest: LowestHazard?
  /// Where a straight line would be, and what is still needed.
  public let expected: ExpectedProgress
  /// Applicable hazards in the census's order.
  public let hazards: [HazardCompletion]
  /// Classes with an applicable hazard, in the census's order.
  public let classes: [ClassCompletion]
  /// Townships by code.
  public let townships: [TownshipCompletion]
  /// Surveyors by name.
  public let surveyors: [SurveyorCompletion]
  /// Hazards that count nowhere.
  public let notApplicable: [ExcludedHazard]
  /// Entries held for objects that are not in the inventory.
  public let unlisted: Int
  /// Conflicts that nobody has settled yet.
  public let openConflicts: Int

  /// Computes the report.
  public init(_ input: CompletionInput) {
    let tally = CompletionTally(input)
    func rate(_ funnel: Funnel) -> CompletionRate {
      CompletionRate(funnel, stage: input.requiredStage, target: input.targetRate)
    }
    let applicable = Set(input.applicable)
    // Without a frozen version there is no denominator that anyone has confirmed.
    let isFrozen = input.inventoryVersion != nil
    let hazards = Hazard.allCases.filter { applicable.contains($0) }.map { hazard in
      let funnel = tally.hazards[hazard] ?? Funnel()
      let rate = rate(funnel)
      return HazardCompletion(
        hazard: hazard, funnel: funnel, rate: rate,
        verdict: CompletionVerdict(rate, target: input.targetRate, isFrozen: isFrozen))
    }

    asOf = input.asOf
    district = input.district
    districtName = input.districtName
    inventoryVersion = input.inventoryVersion
    inventoryFrozenOn = input.inventoryFrozenOn
    requiredStage = input.requiredStage
    targetRate = input.targetRate
    surveyStart = input.surveyStart
    deadline = input.deadline
    snapshot = input.snapshot
    unlisted = input.unlisted
    openConflicts = input.openConflicts
    total = tally.total
    pooled = rate(tally.total)
    verdict = CompletionVerdict(
      hazards: hazards.map(\.verdict), pooled: pooled, target: input.targetRate)
    mean = CompletionMean(hazards.compactMap(\.rate.ratio))
    lowest = LowestHazard(hazards, target: input.targetRate)
    expected = ExpectedProgress(input, pooled: pooled, hazards: hazards.map(\.rate))
    self.hazards = hazards
    classes = HazardClass.allCases.compactMap { ClassCompletion($0, among: hazards, input) }
    townships = tally.towns.sorted { $0.key < $1.key }.map { town, funnel in
      TownshipCompletion(
        town: town, name: input.townNames[town] ?? town, funnel: funnel, rate: rate(funnel))
    }
    surveyors = tally.surveyors.sorted { $0.key < $1.key }.compactMap { surveyor, funnel in
      SurveyorCompletion(surveyor, funnel: funnel)
    }
    notApplicable = ExcludedHazard.list(input, funnels: tally.hazards)
  }
}
