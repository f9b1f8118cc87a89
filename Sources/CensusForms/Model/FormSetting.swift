import CensusDomain

/// A number in a form's rules that a district may set otherwise, such as a tolerance.
public struct FormSetting: Sendable, Hashable {
  /// The name, by which expressions and messages know it: `$name`.
  public let name: String
  /// The value as the form's author wrote it.
  public let value: String
  /// What it is.
  public let label: LocalizedText
  /// The unit of measurement, if it has one.
  public let unit: String?
  /// Whether the value is unconfirmed.
  public let isUnverified: Bool
}
