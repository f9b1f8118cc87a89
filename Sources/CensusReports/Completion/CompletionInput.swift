import CensusDomain

/// Everything that a completion report is made from; equal inputs give equal reports.
public struct CompletionInput: Sendable, Hashable {
  /// The day that the counts describe.
  public var asOf: CivilDate
  /// The district's region code.
  public var district: String
  /// The district's name.
  public var districtName: String
  /// The version of the frozen inventory that was counted; nil where none is frozen yet.
  public var inventoryVersion: Int?
  /// The day on which that version was frozen.
  public var inventoryFrozenOn: CivilDate?
  /// The stage at which an object counts as done.
  public var requiredStage: Stage
  /// The counts.
  public var cells: [CompletionCell]
  /// Names of townships by code.
  public var townNames: [String: String]
  /// The hazards that the district declares as applicable.
  public var applicable: [Hazard]
  /// The hazards that the district declares as not applicable, with reasons.
  public var notApplicable: [NotApplicableHazard]
  /// The rate to be reached; 60 % by the performance targets 2021, section 5.
  public var targetRate: Ratio
  /// The day on which surveying began, from which expected progress is drawn.
  public var surveyStart: CivilDate
  /// The day by which the target is to be reached.
  public var deadline: CivilDate
  /// Entries held for objects that are not in the inventory.
  public var unlisted: Int
  /// Conflicts that nobody has settled yet.
  public var openConflicts: Int
  /// What the counts were taken from, such as the head of the audit chain.
  public var snapshot: String

  /// Makes an input; defaults are those of the performance targets 2021, section 5.
  public init(
    asOf: CivilDate, district: String, districtName: String, inventoryVersion: Int?,
    inventoryFrozenOn: CivilDate? = nil, requiredStage: Stage = .countyPassed,
    cells: [CompletionCell], townNames: [String: String] = [:], applicable: [Hazard],
    notApplicable: [NotApplicableHazard] = [],
    targetRate: Ratio = CompletionInput.targetOf2021, surveyStart: CivilDate,
    deadline: CivilDate, unlisted: Int = 0, openConflicts: Int = 0, snapshot: String
  ) {
    self.asOf = asOf
    self.district = district
    self.districtName = districtName
    self.inventoryVersion = inventoryVersion
    self.inventoryFrozenOn = inventoryFrozenOn
    self.requiredStage = requiredStage
    self.cells = cells
    self.townNames = townNames
    self.applicable = applicable
    self.notApplicable = notApplicable
    self.targetRate = targetRate
    self.surveyStart = surveyStart
    self.deadline = deadline
    self.unlisted = unlisted
    self.openConflicts = openConflicts
    self.snapshot = snapshot
  }

  /// The completion rate that the performance targets 2021, section 5, ask for: 60 %.
  public static let targetOf2021 = Ratio.percent(60)
}
