import CensusDomain

/// One problem of one object, as it was found.
public struct ProblemRow: Sendable, Hashable {
  /// What the problem is.
  public enum Finding: Sendable, Hashable {
    /// A rule of the form says it.
    case rule(LocalizedText)
    /// A person typed it.
    case comment(String)
  }

  /// The object's code.
  public var object: String
  /// The object's name, as typed.
  public var objectName: String
  /// The form's code.
  public var form: String
  /// The form's name.
  public var formName: LocalizedText
  /// The field's label; nil where the problem is of the whole entry.
  public var field: LocalizedText?
  /// What is wrong.
  public var finding: Finding
  /// How grave it is.
  public var level: ProblemLevel
  /// Who found it, as on record.
  public var foundBy: String
  /// The day on which it was found.
  public var foundOn: CivilDate
  /// The day by which it is to be mended; nil where none was set.
  public var due: CivilDate?
  /// The day on which it was mended; nil while it is open.
  public var closed: CivilDate?

  /// Makes a row.
  public init(
    object: String, objectName: String, form: String, formName: LocalizedText,
    field: LocalizedText?, finding: Finding, level: ProblemLevel, foundBy: String,
    foundOn: CivilDate, due: CivilDate?, closed: CivilDate?
  ) {
    self.object = object
    self.objectName = objectName
    self.form = form
    self.formName = formName
    self.field = field
    self.finding = finding
    self.level = level
    self.foundBy = foundBy
    self.foundOn = foundOn
    self.due = due
    self.closed = closed
  }

  /// Where the problem stands at the end of `day`.
  public func state(on day: CivilDate) -> ProblemState {
    if let closed, closed <= day { return .closed(late: due.map { closed > $0 } ?? false) }
    if let due, due < day { return .overdue(days: day.dayNumber - due.dayNumber) }
    return .open
  }
}
