/// What a checker found of an object's position or shape on the site.
public enum SiteMark: String, Sendable, Codable, CaseIterable {
  /// It was not part of the check, as the shape of an object that has none.
  case unchecked
  /// It is right.
  case right
  /// It is wrong.
  case wrong
}
