import CensusDomain

/// Which records a figure of a paper counts, told in a way that finds them again.
public enum FigureSource: Sendable, Hashable, Codable {
  /// Inventory objects of an applicable hazard that should be surveyed, and had come at least as far as `stage` at the end of `day`.
  case objects(hazard: Hazard?, town: String?, surveyor: String?, stage: Stage, day: CivilDate)
  /// Ledger lines by day of payment; of publicity, of all else, or both.
  case expenses(from: CivilDate, to: CivilDate, isPublicity: Bool?)
  /// Activities by day.
  case activities(kind: String, from: CivilDate, to: CivilDate)
  /// The objects of a quality sample; of one form, or all.
  case sample(draw: Int, form: String?)
  /// What was recorded of a project's indicator up to a day.
  case indicator(project: String, indicator: String, to: CivilDate)
}
