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
  /// Inventory objects of an applicable hazard that are self-checked at the end of a day.
  case selfChecked(hazard: Hazard?, town: String?, day: CivilDate)
  /// Inventory objects of an applicable hazard that changed in one of those ways from the end of one day to the end of another.
  case changes(
    kinds: [ProgressChange.Kind], hazard: Hazard?, town: String?, from: CivilDate, to: CivilDate)
  /// Entries that were returned, or came late, from the day after one to the end of another.
  case entries(event: EntryEvents.Kind, from: CivilDate, to: CivilDate)
  /// Objects that the versions of the inventory frozen within these days added or took away.
  case inventory(hazard: Hazard?, version: Int?, from: CivilDate, to: CivilDate)
  /// What the line from the survey's start to the target asks of a hazard or township by the end of a day.
  case line(hazard: Hazard?, town: String?, day: CivilDate)
  /// The objects done at the end of each day between two days, from which a pace is taken.
  case pace(hazard: Hazard?, town: String?, from: CivilDate, to: CivilDate)
  /// Problems found up to the end of a day, of one form, level and state then, or all.
  case problems(form: String?, level: ProblemLevel?, state: ProblemState.Name?, day: CivilDate)
  /// The syncs of a device, or of all, up to a day.
  case syncs(device: String?, to: CivilDate)
  /// A value that a project's file states, by its JSON Pointer.
  case project(project: String, year: Int, pointer: String)
}
