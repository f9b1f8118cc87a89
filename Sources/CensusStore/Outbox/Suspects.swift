import CensusDomain
import GRDB

/// Among which own revisions one is sought for which the central refuses whole batches.
///
/// It is on the disk with the next batch's key, so that a process that is killed does not begin the
/// search anew, and again each time.
public struct Suspects: Sendable, Hashable {
  /// The revision that was found, and the central's words; a void line is to take its place.
  public struct Culprit: Sendable, Hashable {
    /// Its sequence.
    public var sequence: Int64
    /// Why it was refused alone.
    public var refusal: LocalizedText

    /// Names a culprit.
    public init(sequence: Int64, refusal: LocalizedText) {
      self.sequence = sequence
      self.refusal = refusal
    }
  }

  /// The most revisions in a batch of those up to ``partsThrough``.
  public var part: Int
  /// The last sequence that is sent in parts.
  public var partsThrough: Int64
  /// The last sequence that is sent one by one; 0 where no part was refused yet.
  public var singlesThrough: Int64
  /// Who was found, until the void line was answered.
  public var culprit: Culprit?

  /// Names the suspects.
  public init(
    part: Int, partsThrough: Int64, singlesThrough: Int64 = 0, culprit: Culprit? = nil
  ) {
    self.part = part
    self.partsThrough = partsThrough
    self.singlesThrough = singlesThrough
    self.culprit = culprit
  }

  /// The last sequence that is not sent as usual.
  package var through: Int64 { max(partsThrough, singlesThrough) }

  static func fetch(_ db: Database) throws -> Suspects? {
    guard let row = try Row.fetchOne(db, sql: "SELECT * FROM suspects") else { return nil }
    let sequence: Int64? = row["culprit"]
    return Suspects(
      part: row["part"], partsThrough: row["partsThrough"], singlesThrough: row["singlesThrough"],
      culprit: sequence.map {
        Culprit(
          sequence: $0, refusal: LocalizedText(zh: row["refusalZh"], en: row["refusalEn"]))
      })
  }

  static func save(_ suspects: Suspects?, _ db: Database) throws {
    guard let suspects else { return try db.execute(sql: "DELETE FROM suspects") }
    try db.execute(
      sql: """
        INSERT OR REPLACE INTO suspects (
          one, part, partsThrough, singlesThrough, culprit, refusalZh, refusalEn)
        VALUES (1, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        suspects.part, suspects.partsThrough, suspects.singlesThrough,
        suspects.culprit?.sequence, suspects.culprit?.refusal.zh, suspects.culprit?.refusal.en,
      ])
  }
}
