/// A district's inventory and entries, put into a central's own tables by SQL.
///
/// Twelve townships, six hazards, three surveyors for each; every tenth object has nothing yet, the
/// others have an entry that was received or has passed the county. Every fiftieth came and was reviewed within the
/// last days, the others long ago.
struct ReportData {
  let count: Int
  /// The present, milliseconds since the epoch.
  let now: Int64

  /// What a report would have to compute if nothing were kept up to date.
  static let grouping = """
    SELECT hazard, townCode, author, stage, count(*) FROM item WHERE shouldSurvey = 1
    GROUP BY hazard, townCode, author, stage
    """

  func fill(_ database: RawDatabase) throws {
    Progress.say("Filling a central with \(count) objects and their entries")
    // The keys of what is made here refer to what is made here.
    try database.run("PRAGMA foreign_keys = OFF; BEGIN IMMEDIATE;")
    try database.run(numbers)
    try database.run(inventory)
    try database.run(entries)
    try database.run(reviews)
    try database.run("DROP TABLE bench; COMMIT; PRAGMA wal_checkpoint(TRUNCATE);")
    guard try database.number("SELECT sum(count) FROM progress") == count else {
      throw BenchError("The running sums do not add up.")
    }
  }

  /// One row for each object; `n / 12` and so on spread every choice evenly over all others.
  private var numbers: String {
    """
    CREATE TEMP TABLE bench AS
      WITH RECURSIVE counter (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM counter WHERE n < \(count))
      SELECT n, '130205-' || n AS objectCode, '130205' || (100 + n % 12) AS townCode,
        n / 12 % 6 AS choice, CASE WHEN n % 10 = 0 THEN 0 WHEN n % 3 = 0 THEN 3 ELSE 2 END AS stage,
        'surveyor ' || (n % 12) || '/' || (n / 72 % 3) AS author
      FROM counter;
    """
  }

  private static let hazards = [
    ("earthquake", "SEIS_FAULT"), ("ground-collapse", "GEO_COLLAPSE"), ("rainstorm", "MET_RAIN"),
    ("river-flood", "WAT_RESERVOIR"), ("storm-surge", "SEA_SEAWALL"),
    ("forest-grassland-fire", "FOR_FIRESOURCE"),
  ]

  private func choice(_ names: [String]) -> String {
    let cases = names.enumerated().map { "WHEN \($0.offset) THEN '\($0.element)'" }
    return "CASE choice \(cases.joined(separator: " ")) END"
  }

  private var hazard: String { choice(ReportData.hazards.map(\.0)) }
  private var form: String { choice(ReportData.hazards.map(\.1)) }

  private var inventory: String {
    let counts = ReportData.hazards.map { hazard, _ in
      #"{"hazard":"\#(hazard)","objects":\#(count / 6),"shouldSurvey":\#(count / 6)}"#
    }
    return """
      INSERT INTO inventoryVersion
        (version, cursor, frozenAt, reason, added, removed, changed, hazards, hash)
        VALUES (1, 1, 1609459200000, '', \(count), 0, 0, '[\(counts.joined(separator: ","))]',
          randomblob(32));
      INSERT INTO item (id, objectCode, hazard, name, townCode, shouldSurvey, formCount, stage, author)
        SELECT n, objectCode, \(hazard), objectCode, townCode, 1, 1, stage,
          CASE stage WHEN 0 THEN '' ELSE author END FROM bench;
      INSERT INTO inventoryHistory
          (objectCode, hazard, since, forms, name, townCode, longitude, latitude, shouldSurvey)
        SELECT objectCode, \(hazard), 1, '["' || \(form) || '"]', objectCode, townCode, 118.2, 39.7, 1
        FROM bench ORDER BY objectCode;
      INSERT INTO requirement (objectCode, form, item, stage, author)
        SELECT objectCode, \(form), n, stage, CASE stage WHEN 0 THEN '' ELSE author END FROM bench
        ORDER BY objectCode;
      """
  }

  /// Records are a few bytes here: a report never reads them.
  private var entries: String {
    """
    INSERT INTO revision (cursor, device, sequence, entry, number, hash, disposition, author, form,
        objectCode, townCode, receivedAt, record)
      SELECT n + 1, zeroblob(16), n, CAST(printf('%016d', n) AS BLOB), 1,
        CAST(printf('%032d', n) AS BLOB), 'accepted', author, \(form), objectCode, townCode,
        \(arrival), CAST('{"recordedAt":1609459200000}' AS BLOB) FROM bench WHERE stage > 0;
    INSERT INTO entry (id, form, hazard, objectCode, townCode, author, headCursor, headHash, number,
        standing, isListed, receivedAt)
      SELECT CAST(printf('%016d', n) AS BLOB), \(form), \(hazard), objectCode, townCode, author, n + 1,
        CAST(printf('%032d', n) AS BLOB), 1,
        CASE stage WHEN 3 THEN 'countyPassed' ELSE 'received' END, 1, \(arrival)
      FROM bench WHERE stage > 0;
    """
  }

  /// When an entry came: in commit order, the last fiftieth three days ago.
  private var arrival: String {
    "CASE WHEN n > \(count - count / 50) THEN \(now - 3 * 86_400_000) + n % 1000 ELSE 1609459200000 + n END"
  }

  private var reviews: String {
    """
    INSERT INTO review (cursor, id, entry, revision, level, verdict, comment, fields, reviewer, at)
      SELECT \(count) + 1 + n, CAST(printf('%016d', n) AS BLOB), CAST(printf('%016d', n) AS BLOB),
        CAST(printf('%032d', n) AS BLOB), 'county', 'pass', '', '[]', 'reviewer', 1 + \(arrival)
      FROM bench WHERE stage = 3;
    """
  }
}
