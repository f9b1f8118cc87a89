import CensusAPI
import CensusDomain
import CensusHub
import CensusSQLite
import GRDB

/// The table `review`.
final class ReviewTable: ReviewRecords {
  private let db: Database
  private let cursors: CursorCounter
  private let insert: LazyStatement

  init(_ db: Database, _ cursors: CursorCounter) {
    self.db = db
    self.cursors = cursors
    insert = LazyStatement(
      db,
      """
      INSERT INTO review (
        cursor, id, entry, revision, level, verdict, comment, fields, reviewer, at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """)
  }

  func add(_ review: ReviewRecord) throws -> Int64 {
    // Many entries are passed in one request, and hardly one bears remarks on fields.
    let fields =
      review.fields.isEmpty ? Array("[]".utf8) : try OperationCoding.encode(review.fields)
    let statement = try insert.ready()
    return try cursors.next { cursor in
      statement.bind(1, cursor)
      statement.bind(2, review.id)
      statement.bind(3, review.entry)
      statement.bind(4, review.revision)
      statement.bind(5, review.level.rawValue)
      statement.bind(6, review.verdict.rawValue)
      statement.bind(7, review.comment)
      statement.bind(8, String(decoding: fields, as: UTF8.self))
      statement.bind(9, review.reviewer)
      statement.bind(10, review.at)
      try statement.run()
    }
  }

  func contains(_ id: UniqueID) throws -> Bool {
    try Bool.fetchOne(
      db, sql: "SELECT EXISTS (SELECT 1 FROM review WHERE id = ?)", arguments: [id.data]) ?? false
  }

  func list(of entry: UniqueID) throws -> [ReviewRecord] {
    try Row.fetchAll(
      db, sql: "SELECT * FROM review WHERE entry = ? ORDER BY cursor", arguments: [entry.data]
    ).map { try ReviewRecord($0) }
  }
}
