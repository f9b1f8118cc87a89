import CensusDomain

/// How many objects of one hazard, township and surveyor stand at exactly one stage.
///
/// Cells hold only inventory objects with `shouldSurvey`, and each object is counted in one cell.
public struct CompletionCell: Sendable, Hashable {
  /// The hazard that the objects are surveyed for.
  public var hazard: Hazard
  /// The township's code; empty where the inventory names none.
  public var town: String
  /// Who surveyed the objects; empty where nobody has yet.
  public var surveyor: String
  /// The stage that the objects have reached and not passed.
  public var stage: Stage
  /// The number of objects, never negative.
  public var count: Int

  /// Makes a cell.
  public init(hazard: Hazard, town: String, surveyor: String, stage: Stage, count: Int) {
    self.hazard = hazard
    self.town = town
    self.surveyor = surveyor
    self.stage = stage
    self.count = count
  }
}
