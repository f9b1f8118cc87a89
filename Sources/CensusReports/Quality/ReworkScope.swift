/// The forms and townships that did not pass a quality check; all their units are to be looked at again.
public struct ReworkScope: Sendable, Hashable {
  /// The forms' codes.
  public var forms: Set<String>
  /// The townships' codes.
  public var towns: Set<String>

  /// Names what did not pass.
  public init(forms: Set<String>, towns: Set<String>) {
    self.forms = forms
    self.towns = towns
  }

  /// Whether there is nothing to look at.
  public var isEmpty: Bool { forms.isEmpty && towns.isEmpty }

  /// Whether a unit is of a form or a township that did not pass.
  public func contains(_ unit: SampleUnit) -> Bool {
    forms.contains(unit.form) || towns.contains(unit.town)
  }
}
