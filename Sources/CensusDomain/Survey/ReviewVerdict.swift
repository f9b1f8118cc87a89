/// A reviewer's decision on one revision.
public enum ReviewVerdict: String, Sendable, CaseIterable, Codable {
  case pass
  case `return`
}

/// The level at which a review is given.
public enum ReviewLevel: String, Sendable, CaseIterable, Codable {
  case county
  case city
}
