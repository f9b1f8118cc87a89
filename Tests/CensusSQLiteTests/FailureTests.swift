import CensusDomain
import CensusSQLite
import GRDB
import Testing

@Suite("What SQLite says becomes a sentence")
struct FailureTests {
  @Test(
    "Each result has a code that tells what to do",
    arguments: [
      (ResultCode.SQLITE_FULL, CensusError.Code.diskFull), (.SQLITE_IOERR, .inputOutput),
      (.SQLITE_CANTOPEN, .inputOutput), (.SQLITE_CORRUPT, .inputOutput),
      (.SQLITE_NOTADB, .inputOutput), (.SQLITE_BUSY, .locked), (.SQLITE_LOCKED, .locked),
      (.SQLITE_READONLY, .permission), (.SQLITE_CONSTRAINT, .conflict), (.SQLITE_ERROR, .software),
      (.SQLITE_IOERR_FSYNC, .inputOutput), (.SQLITE_CONSTRAINT_UNIQUE, .conflict),
    ])
  func codes(_ result: ResultCode, _ code: CensusError.Code) {
    let error = CensusError(sqlite: DatabaseError(resultCode: result), at: "/data/device.sqlite")
    #expect(error.code == code)
    #expect(error.message.zh != error.message.en)
    // A contradiction is the caller's matter, everything else the file's.
    #expect(error.message.en.contains("/data/device.sqlite") == (code != .conflict))
    #expect(error.message.zh.contains("/data/device.sqlite") == (code != .conflict))
    #expect(error.cause is DatabaseError)
  }

  @Test("A failed transaction leaves nothing behind, and the next one goes through")
  func rollsBack() throws {
    let queue = try TrialStore.open(nil)
    let error = try #require(throws: CensusError.self) {
      try queue.commit(at: "trial") { db in
        try db.execute(sql: "INSERT INTO item VALUES ('a')")
        try db.execute(sql: "INSERT INTO item VALUES (NULL)")
      }
    }
    #expect(error.code == .conflict)
    try queue.commit(at: "trial") { try $0.execute(sql: "INSERT INTO item VALUES ('b')") }
    let names = try queue.fetch(at: "trial") {
      try String.fetchAll($0, sql: "SELECT name FROM item")
    }
    #expect(names == ["b"])
  }

  @Test("A full disk keeps what was committed before and refuses the rest as such")
  func fullDisk() throws {
    let folder = try TemporaryFolder()
    let queue = try TrialStore.open(folder.file("a.sqlite"))
    try queue.inDatabase { db in
      let pages = try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0
      _ = try Int.fetchOne(db, sql: "PRAGMA max_page_count = \(pages + 8)")
    }
    var committed = 0
    let error = try #require(throws: CensusError.self) {
      while committed < 1000 {
        try queue.commit(at: "trial") { db in
          try db.execute(sql: "INSERT INTO item VALUES (hex(randomblob(500)))")
        }
        committed += 1
      }
    }
    #expect(error.code == .diskFull)
    #expect(committed > 0)
    try queue.close()
    let again = try TrialStore.open(folder.file("a.sqlite"))
    #expect(try again.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM item") } == committed)
    try again.close()
  }

  @Test("A hot statement binds and reads every kind, empty and absent values apart")
  func hotStatement() throws {
    let queue = try TrialStore.open(nil)
    try queue.inDatabase { db in
      let statement = try HotStatement(db, "SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7")
      statement.bind(1, Int64.min)
      statement.bind(2, "")
      statement.bind(3, "张\u{0}伟")
      statement.bind(4, UniqueID(high: 255, low: 1))
      statement.bindNull(5)
      statement.bind(6, 1.5 as Double?)
      statement.bind(7, nil as Double?)
      #expect(try statement.step())
      #expect(statement.integer(0) == Int64.min)
      #expect(!statement.isNull(1))
      #expect(statement.text(1).isEmpty)
      #expect(Array(statement.blob(2)) == Array("张\u{0}伟".utf8))
      #expect(Array(statement.blob(3)) == UniqueID(high: 255, low: 1).bytes)
      #expect(statement.isNull(4) && statement.isNull(6))
      #expect(!statement.isNull(5))
      #expect(try !statement.step())
    }
    #expect(throws: DatabaseError.self) {
      try queue.inDatabase { _ = try HotStatement($0, "SELECT FROM nothing") }
    }
  }
}
