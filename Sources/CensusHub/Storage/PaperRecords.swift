import CensusDomain

/// A paper that was handed over, without its figures.
public struct PaperHead: Sendable, Hashable {
  /// Its number.
  public var number: String
  /// Which report it is.
  public var kind: PaperKind
  /// The day that its figures describe.
  public var asOf: CivilDate
  /// When it was made.
  public var issuedAt: Timestamp
  /// Who made it.
  public var author: String
  /// The SHA-256 of its JSON.
  public var hash: ContentHash

  /// Describes a paper.
  public init(
    number: String, kind: PaperKind, asOf: CivilDate, issuedAt: Timestamp, author: String,
    hash: ContentHash
  ) {
    self.number = number
    self.kind = kind
    self.asOf = asOf
    self.issuedAt = issuedAt
    self.author = author
    self.hash = hash
  }
}

/// A paper that was handed over, word for word.
public struct StoredPaper: Sendable, Hashable {
  /// What it is.
  public var head: PaperHead
  /// The paper, whose SHA-256 the head has.
  public var json: [UInt8]

  /// Describes a paper.
  public init(head: PaperHead, json: [UInt8]) {
    self.head = head
    self.json = json
  }
}

/// What the counts were at the end of a day, kept so that the day need not be played back.
public struct StoredDay: Sendable, Hashable {
  /// The day.
  public var day: CivilDate
  /// The SHA-256 of ``json`` and ``sums`` one after the other.
  public var hash: ContentHash
  /// The counts by hazard, township, surveyor and stage.
  public var json: [UInt8]
  /// Their sums by hazard, which a row of many days is made of.
  public var sums: [UInt8]

  /// Describes a day.
  public init(day: CivilDate, hash: ContentHash, json: [UInt8], sums: [UInt8]) {
    self.day = day
    self.hash = hash
    self.json = json
    self.sums = sums
  }
}

/// The papers that were handed over, none of which is ever changed, and the counts of past days.
public protocol PaperRecords {
  /// How many papers have a number that begins with `prefix`.
  func count(withPrefix prefix: String) throws -> Int
  /// Adds a paper; refuses a number that is there.
  func add(_ paper: StoredPaper) throws
  /// The paper with this number.
  func find(_ number: String) throws -> StoredPaper?
  /// The paper that was made last.
  func newest() throws -> StoredPaper?
  /// All papers, or those of one kind, in the order of their making.
  func list(_ kind: PaperKind?) throws -> [PaperHead]
  /// The counts that are kept of a day.
  func day(_ day: CivilDate) throws -> StoredDay?
  /// Keeps the counts of a day, in the place of what was kept of it.
  func keep(_ day: StoredDay) throws
  /// The days of which counts are kept, within bounds, in order.
  func days(from first: CivilDate, to last: CivilDate) throws -> [StoredDay]
}
