import CensusDomain

/// Everything that a monthly report is made from; equal inputs give equal reports.
///
/// What lies outside the month, or for spending and activities outside its year, is left out by the report.
public struct MonthlyInput: Sendable, Hashable {
  /// The month's last day, or an earlier day of it, against the last day of the month before.
  public var progress: ProgressInput
  /// What the inventory's versions changed, with reasons.
  public var inventoryChanges: [InventoryChange]
  /// Quality checks that were closed.
  public var quality: [QualityOutcome]
  /// Publicity events and trainings.
  public var activities: [MonthlyActivity]
  /// The census's spending; its `asOf` is the month's last day told.
  public var cost: CostInput

  /// Makes an input.
  public init(
    progress: ProgressInput, inventoryChanges: [InventoryChange] = [],
    quality: [QualityOutcome] = [], activities: [MonthlyActivity] = [], cost: CostInput
  ) {
    self.progress = progress
    self.inventoryChanges = inventoryChanges
    self.quality = quality
    self.activities = activities
    self.cost = cost
  }
}
