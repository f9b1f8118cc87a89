import CensusAPI
import CensusDomain
import CensusHub
import GRDB

/// The tables `sampleDraw`, `sampledObject` and `sampleCheck`.
struct QualityTable: QualityRecords {
  private let db: Database

  init(_ db: Database) { self.db = db }

  /// Everything but the frame, of which only the lines are counted.
  private static let columns = """
    number, level, day, seed, shareHundredths, follows, region, inventoryVersion, cursor, auditHead, \
    at, drawnBy, frameHash, length(frame) - length(replace(frame, char(10), '')) AS frameSize, \
    (SELECT count(*) FROM sampledObject WHERE draw = number) AS sampleSize
    """

  func list() throws -> [SampleDraw] {
    try Row.fetchAll(
      db, sql: "SELECT \(QualityTable.columns) FROM sampleDraw ORDER BY number"
    ).map { try SampleDraw($0) }
  }

  func find(_ number: Int) throws -> SampleDraw? {
    let row = try Row.fetchOne(
      db, sql: "SELECT \(QualityTable.columns) FROM sampleDraw WHERE number = ?",
      arguments: [number])
    return try row.map { try SampleDraw($0) }
  }

  func frame(of draw: Int) throws -> String? {
    try String.fetchOne(
      db, sql: "SELECT frame FROM sampleDraw WHERE number = ?", arguments: [draw])
  }

  func add(_ draw: SampleDraw, frame: String, objects: [DrawnObject]) throws {
    try db.execute(
      sql: """
        INSERT INTO sampleDraw (
          number, level, day, seed, shareHundredths, follows, region, inventoryVersion, cursor,
          auditHead, at, drawnBy, frame, frameHash)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        draw.number, draw.level.rawValue, draw.day.description, draw.seed, draw.shareHundredths,
        draw.follows, draw.region.digits, draw.inventoryVersion, draw.cursor, draw.auditHead.data,
        draw.at, draw.drawnBy, frame, draw.frameHash.data,
      ])
    let insert = try db.makeStatement(
      sql: """
        INSERT INTO sampledObject (draw, objectCode, form, townCode, name, entry, revision)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """)
    for object in objects {
      try insert.execute(arguments: [
        draw.number, object.object, object.form, object.town, object.name, object.entry.data,
        object.revision.data,
      ])
    }
  }

  func objects(of draw: Int) throws -> [DrawnObject] {
    try Row.fetchAll(
      db,
      sql: "SELECT * FROM sampledObject WHERE draw = ? ORDER BY form, townCode, objectCode",
      arguments: [draw]
    ).map { row in
      DrawnObject(
        object: row["objectCode"], form: row["form"], town: row["townCode"], name: row["name"],
        entry: try row.id("entry"), revision: try row.hash("revision"))
    }
  }

  func add(
    _ check: SampleCheck, of draw: Int, by account: String, at time: Timestamp
  ) throws -> Bool {
    try db.execute(
      sql: """
        INSERT INTO sampleCheck (
          draw, objectCode, form, position, geometry, indicators, wrong, faults, note,
          attachments, checkedBy, day, addedBy, addedAt)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
        """,
      arguments: [
        draw, check.objectCode, check.form, check.position.rawValue, check.geometry.rawValue,
        check.indicators, check.faults.count, try QualityTable.json(check.faults), check.note,
        try QualityTable.json(check.attachments), check.checkedBy, check.day.description, account,
        time.milliseconds,
      ])
    return db.changesCount == 1
  }

  func checks(of draw: Int) throws -> [SampleCheck] {
    try Row.fetchAll(
      db, sql: "SELECT * FROM sampleCheck WHERE draw = ? ORDER BY id", arguments: [draw]
    ).map { row in
      guard let position = SiteMark(rawValue: row["position"]),
        let geometry = SiteMark(rawValue: row["geometry"])
      else { throw Row.damaged("position") }
      return SampleCheck(
        objectCode: row["objectCode"], form: row["form"], position: position, geometry: geometry,
        indicators: row["indicators"],
        faults: try QualityTable.decode([IndicatorFault].self, row["faults"]), note: row["note"],
        attachments: try QualityTable.decode([ContentHash].self, row["attachments"]),
        checkedBy: row["checkedBy"], day: try row.day("day"))
    }
  }

  /// With sorted keys, so that equal lists are equal texts.
  private static func json(_ value: some Encodable) throws -> String {
    String(decoding: try OperationCoding.encode(value), as: UTF8.self)
  }

  private static func decode<Value: Decodable>(_ type: Value.Type, _ text: String) throws -> Value {
    try OperationCoding.decode(type, from: Array(text.utf8))
  }
}

extension SampleDraw {
  /// Reads the columns of ``QualityTable``.
  fileprivate init(_ row: Row) throws {
    guard let level = ReviewLevel(rawValue: row["level"]) else { throw Row.damaged("level") }
    self.init(
      number: row["number"], level: level, day: try row.day("day"), seed: row["seed"],
      shareHundredths: row["shareHundredths"], follows: row["follows"],
      region: try row.region("region"), inventoryVersion: row["inventoryVersion"],
      cursor: row["cursor"], auditHead: try row.hash("auditHead"), at: row["at"],
      drawnBy: row["drawnBy"], frameHash: try row.hash("frameHash"), frameSize: row["frameSize"],
      sampleSize: row["sampleSize"])
  }
}
