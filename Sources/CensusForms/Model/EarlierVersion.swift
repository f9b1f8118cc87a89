import CensusDomain
import CensusJSON

/// How entries that were filled with an earlier version of a form stand under the present one.
public struct EarlierVersion: Sendable {
  /// What is to be done with such entries.
  public enum Standing: String, Sendable, Codable, CaseIterable {
    /// Nothing: they count as they are.
    case valid
    /// Someone has to look at each.
    case attention
    /// They can be carried over by the stated mapping.
    case migrate
  }

  /// The earlier version.
  public let version: Int
  /// What is to be done.
  public let standing: Standing
  /// Why, for people.
  public let note: LocalizedText
  /// How an entry's content is carried over; empty unless `standing` is `migrate`.
  public let mapping: [Step]

  /// One step of carrying an entry's content over, done in order.
  public enum Step: Sendable, Hashable {
    /// A top-level field gets another name.
    case rename(from: String, to: String)
    /// A choice's values get others; values that are not named stay.
    case recode(field: String, values: [String: String])
    /// A top-level field is left out.
    case drop(field: String)
    /// A field that is missing gets a value.
    case fill(field: String, value: JSONValue)
    /// A number is multiplied, as where its unit changed.
    case scale(field: String, factor: String)
  }
}
