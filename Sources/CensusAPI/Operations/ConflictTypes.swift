import CensusDomain

/// A revision as a central holds it.
public struct HeldRevision: Sendable, Codable {
  /// Its exact record, JSON.
  public var record: String
  /// What the central made of it.
  public var disposition: Disposition

  /// Describes a revision.
  public init(record: String, disposition: Disposition) {
    self.record = record
    self.disposition = disposition
  }
}

/// An entry with all that is needed to decide what contends in it.
public struct ConflictDetail: Sendable, Codable {
  /// The entry's heading.
  public var summary: EntrySummary
  /// Every revision of the entry in the order in which they came.
  public var revisions: [HeldRevision]

  /// Makes a detail.
  public init(summary: EntrySummary, revisions: [HeldRevision]) {
    self.summary = summary
    self.revisions = revisions
  }
}

/// What a coordinator decided between a contender and the standing revision.
public struct ConflictDecision: Sendable, Codable {
  /// The entry.
  public var entry: UniqueID
  /// The standing revision that the decision was made upon.
  public var standing: ContentHash
  /// The contenders that it settles.
  public var settles: [ContentHash]
  /// The form's version by which the content is judged.
  public var formVersion: Int
  /// What is to stand, a JSON object.
  public var content: String
  /// Why warnings are accepted, by rule name.
  public var reasons: [String: String]

  /// Makes a decision.
  public init(
    entry: UniqueID, standing: ContentHash, settles: [ContentHash], formVersion: Int,
    content: String, reasons: [String: String]
  ) {
    self.entry = entry
    self.standing = standing
    self.settles = settles
    self.formVersion = formVersion
    self.content = content
    self.reasons = reasons
  }
}

/// What became of a decision.
public struct ConflictOutcome: Sendable, Codable {
  /// The revision that stands now and settles the contenders; absent where the content breaks a rule.
  public var revision: ContentHash?
  /// Where the entry stands now; still in conflict where further revisions contend.
  public var standing: EntryStanding
  /// What is wrong with the content; nothing was changed then.
  public var faults: [Fault]

  /// Makes an outcome.
  public init(revision: ContentHash?, standing: EntryStanding, faults: [Fault] = []) {
    self.revision = revision
    self.standing = standing
    self.faults = faults
  }
}
