import CensusDomain

/// What the last check of a sampled object found.
public struct QualityFinding: Sendable, Hashable {
  /// A wrong indicator.
  public struct Fault: Sendable, Hashable {
    /// The field's name.
    public var field: String
    /// What the entry says.
    public var recorded: String
    /// What is right.
    public var correct: String

    /// Describes a wrong indicator.
    public init(field: String, recorded: String, correct: String) {
      self.field = field
      self.recorded = recorded
      self.correct = correct
    }
  }

  /// The object's position.
  public var position: SiteMark
  /// The object's shape.
  public var geometry: SiteMark
  /// How many indicators were checked; at least one, and no fewer than are wrong.
  public var indicators: Int
  /// The wrong ones.
  public var faults: [Fault]
  /// Who checked.
  public var checker: String
  /// On which day.
  public var day: CivilDate
  /// Anything else.
  public var note: String

  /// Describes what was found.
  public init(
    position: SiteMark, geometry: SiteMark, indicators: Int, faults: [Fault], checker: String,
    day: CivilDate, note: String
  ) {
    self.position = position
    self.geometry = geometry
    self.indicators = indicators
    self.faults = faults
    self.checker = checker
    self.day = day
    self.note = note
  }
}
