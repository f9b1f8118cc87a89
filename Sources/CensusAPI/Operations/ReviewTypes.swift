import CensusDomain

/// Where an entry stands at the central.
public enum EntryStanding: String, Sendable, Codable, CaseIterable {
  /// Waits for the county's review.
  case received
  /// Returned to the surveyor.
  case returned
  /// Two revisions of one parent wait for a decision.
  case conflict
  /// Passed by the county.
  case countyPassed
  /// Passed by the city.
  case cityPassed
}

/// Which entries to list; nil means any.
public struct EntryQuery: Sendable, Codable {
  /// Where the entry stands.
  public var standing: EntryStanding?
  /// The hazard.
  public var hazard: Hazard?
  /// The township's code.
  public var townCode: String?
  /// Who filled it.
  public var author: String?
  /// At most so many.
  public var limit: Int

  /// Makes a query.
  public init(
    standing: EntryStanding? = nil, hazard: Hazard? = nil, townCode: String? = nil,
    author: String? = nil, limit: Int = 1000
  ) {
    self.standing = standing
    self.hazard = hazard
    self.townCode = townCode
    self.author = author
    self.limit = limit
  }
}

/// An entry in a list.
public struct EntrySummary: Sendable, Codable {
  /// The entry.
  public var entry: UniqueID
  /// Its form.
  public var form: String
  /// What it records: a hazard's id, or `evidence` or `inventory`.
  public var hazard: FormSubject
  /// Its survey object.
  public var objectCode: String
  /// Its township.
  public var townCode: String
  /// Who filled the standing revision.
  public var author: String
  /// The standing revision's number.
  public var number: Int
  /// The standing revision's hash.
  public var revision: ContentHash
  /// Where it stands.
  public var standing: EntryStanding
  /// When the standing revision came in, ISO 8601.
  public var receivedAt: String

  /// Makes a summary.
  public init(
    entry: UniqueID, form: String, hazard: FormSubject, objectCode: String, townCode: String,
    author: String, number: Int, revision: ContentHash, standing: EntryStanding,
    receivedAt: String
  ) {
    self.entry = entry
    self.form = form
    self.hazard = hazard
    self.objectCode = objectCode
    self.townCode = townCode
    self.author = author
    self.number = number
    self.revision = revision
    self.standing = standing
    self.receivedAt = receivedAt
  }
}

/// A list of entries.
public struct EntryList: Sendable, Codable {
  /// The entries, oldest first.
  public var entries: [EntrySummary]
  /// How many there are in all.
  public var total: Int

  /// Makes a list.
  public init(entries: [EntrySummary], total: Int) {
    self.entries = entries
    self.total = total
  }
}

/// Names an entry.
public struct EntryReference: Sendable, Codable {
  /// The entry.
  public var entry: UniqueID

  /// Names an entry.
  public init(entry: UniqueID) { self.entry = entry }
}

/// Another entry that contradicts one under a rule across records.
public struct EntryRival: Sendable, Codable {
  /// The other entry.
  public var entry: UniqueID
  /// Its survey object.
  public var objectCode: String
  /// Who filled it.
  public var author: String
  /// The rule that the two break.
  public var rule: String
  /// Whether neither passes while both stand; else the rule only warns.
  public var isError: Bool
  /// What is wrong.
  public var message: LocalizedText

  /// Describes a rival.
  public init(
    entry: UniqueID, objectCode: String, author: String, rule: String, isError: Bool,
    message: LocalizedText
  ) {
    self.entry = entry
    self.objectCode = objectCode
    self.author = author
    self.rule = rule
    self.isError = isError
    self.message = message
  }
}

/// One entry with its content and reviews.
public struct EntryDetail: Sendable, Codable {
  /// The entry's heading.
  public var summary: EntrySummary
  /// The standing revision's exact record, JSON.
  public var record: String
  /// Other revisions that contend with it, JSON; empty without a conflict.
  public var contenders: [String]
  /// Other entries that contradict it under a rule across records.
  public var rivals: [EntryRival]
  /// Its reviews, oldest first.
  public var reviews: [ReviewRecord]

  /// Makes a detail.
  public init(
    summary: EntrySummary, record: String, contenders: [String], rivals: [EntryRival],
    reviews: [ReviewRecord]
  ) {
    self.summary = summary
    self.record = record
    self.contenders = contenders
    self.rivals = rivals
    self.reviews = reviews
  }
}

/// A reviewer's remark on one field.
public struct FieldComment: Sendable, Hashable, Codable {
  /// The field, as a JSON Pointer.
  public var pointer: String
  /// The remark.
  public var comment: String

  /// Makes a remark.
  public init(pointer: String, comment: String) {
    self.pointer = pointer
    self.comment = comment
  }
}

/// A review as it is stored, shown and carried back to the surveyor's device.
public struct ReviewRecord: Sendable, Hashable, Codable {
  /// The review's own identifier.
  public var id: UniqueID
  /// The entry.
  public var entry: UniqueID
  /// The revision that was reviewed; a later one is not covered.
  public var revision: ContentHash
  /// The level.
  public var level: ReviewLevel
  /// The decision.
  public var verdict: ReviewVerdict
  /// The remark on the whole.
  public var comment: String
  /// Remarks on fields.
  public var fields: [FieldComment]
  /// Who decided.
  public var reviewer: String
  /// When, milliseconds since the epoch by the central's clock; for people only.
  public var at: Int64

  /// Makes a review.
  public init(
    id: UniqueID, entry: UniqueID, revision: ContentHash, level: ReviewLevel,
    verdict: ReviewVerdict, comment: String, fields: [FieldComment], reviewer: String, at: Int64
  ) {
    self.id = id
    self.entry = entry
    self.revision = revision
    self.level = level
    self.verdict = verdict
    self.comment = comment
    self.fields = fields
    self.reviewer = reviewer
    self.at = at
  }
}

/// A decision on one or more entries.
public struct ReviewRequest: Sendable, Codable {
  /// The entries; each one's standing revision is reviewed.
  public var entries: [UniqueID]
  /// Or all entries that fit; used where `entries` is empty.
  public var query: EntryQuery?
  /// The level.
  public var level: ReviewLevel
  /// The decision.
  public var verdict: ReviewVerdict
  /// The remark on the whole; needed for a return.
  public var comment: String
  /// Remarks on fields.
  public var fields: [FieldComment]

  /// Makes a request.
  public init(
    entries: [UniqueID], query: EntryQuery? = nil, level: ReviewLevel, verdict: ReviewVerdict,
    comment: String, fields: [FieldComment]
  ) {
    self.entries = entries
    self.query = query
    self.level = level
    self.verdict = verdict
    self.comment = comment
    self.fields = fields
  }
}

/// What became of a review request; one bad entry does not stop the others.
public struct ReviewOutcome: Sendable, Codable {
  /// An entry that could not be reviewed.
  public struct Refusal: Sendable, Codable {
    /// The entry.
    public var entry: UniqueID
    /// Why.
    public var message: LocalizedText

    /// Makes a refusal.
    public init(entry: UniqueID, message: LocalizedText) {
      self.entry = entry
      self.message = message
    }
  }

  /// The entries that were reviewed.
  public var reviewed: [UniqueID]
  /// Those that were not.
  public var refused: [Refusal]

  /// Makes an outcome.
  public init(reviewed: [UniqueID], refused: [Refusal]) {
    self.reviewed = reviewed
    self.refused = refused
  }
}
