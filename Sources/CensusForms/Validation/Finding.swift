import CensusDomain

/// One thing that a validation found, at one place of one entry.
public struct Finding: Sendable, Hashable, Codable {
  /// How much a finding weighs.
  public enum Level: String, Sendable, Codable {
    /// Blocks finalising.
    case error
    /// Needs a reason, which is kept with the revision.
    case warning
    /// Is only told.
    case note
  }

  /// Where in the content, as a JSON Pointer (RFC 6901); empty for the whole.
  public var pointer: String
  /// The rule's name, or the JSON Schema keyword that was broken.
  public var rule: String
  /// How much it weighs.
  public var level: Level
  /// What is wrong, with the values in it.
  public var message: LocalizedText

  /// Makes a finding.
  public init(pointer: String, rule: String, level: Level, message: LocalizedText) {
    self.pointer = pointer
    self.rule = rule
    self.level = level
    self.message = message
  }
}
