/// What a quality sample draws: one form of one object.
public struct SampleUnit: Sendable, Hashable {
  /// The form's code.
  public var form: String
  /// The township's code, by the inventory.
  public var town: String
  /// The object's code; with the form it is unique.
  public var object: String

  /// Names a unit.
  public init(form: String, town: String, object: String) {
    self.form = form
    self.town = town
    self.object = object
  }
}
