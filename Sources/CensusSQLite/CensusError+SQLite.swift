import CensusDomain
import GRDB

extension CensusError {
  /// What SQLite said, as a sentence with a way out.
  public init(sqlite error: any Error, at path: String) {
    guard let database = error as? DatabaseError else {
      self.init(
        .software, zh: "存储 \(path) 出错：\(error)。", en: "The store \(path) failed: \(error).",
        cause: error)
      return
    }
    let words = database.message ?? "\(database.resultCode)"
    // Where not even the log's index can grow, SQLite speaks of an I/O error.
    let isVague = [.SQLITE_IOERR, .SQLITE_CANTOPEN].contains(database.resultCode)
    switch isVague && FreeSpace.isUsedUp(at: path) ? .SQLITE_FULL : database.resultCode {
    case .SQLITE_FULL:
      self.init(
        .diskFull, zh: "磁盘已满，本次没有写入 \(path)；以前保存的都在。",
        en:
          "The disk is full: nothing was written to \(path) this time; all earlier saves are there.",
        remedy: LocalizedText(zh: "腾出空间后重试。", en: "Free some space and try again."),
        cause: error)
    case .SQLITE_IOERR, .SQLITE_CANTOPEN:
      self.init(
        .inputOutput, zh: "读写 \(path) 失败：\(words)。",
        en: "Reading or writing \(path) failed: \(words).",
        remedy: LocalizedText(
          zh: "检查磁盘，然后运行 hazcensus doctor。", en: "Check the disk, then run hazcensus doctor."),
        cause: error)
    case .SQLITE_CORRUPT, .SQLITE_NOTADB:
      self.init(
        .inputOutput, zh: "\(path) 已损坏：\(words)。", en: "\(path) is damaged: \(words).",
        remedy: LocalizedText(
          zh: "不要再写入；先复制整个文件夹，再运行 hazcensus doctor。",
          en: "Do not write to it; copy the whole folder first, then run hazcensus doctor."),
        cause: error)
    case .SQLITE_BUSY, .SQLITE_LOCKED:
      self.init(
        .locked, zh: "\(path) 正被占用。", en: "\(path) is busy.", cause: error)
    case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH:
      self.init(
        .permission, zh: "没有写入 \(path) 的权限。", en: "There is no right to write \(path).",
        cause: error)
    case .SQLITE_CONSTRAINT:
      self.init(
        .conflict, zh: "与已存数据矛盾：\(words)。", en: "This contradicts what is stored: \(words).",
        cause: error)
    default:
      self.init(
        .software, zh: "存储 \(path) 出错：\(words)。", en: "The store \(path) failed: \(words).",
        cause: error)
    }
  }
}

extension DatabaseWriter {
  /// Runs `body` in one immediate transaction, with failures as ``CensusError``.
  public func commit<Result>(
    at path: String, _ body: (Database) throws -> Result
  ) throws(CensusError) -> Result {
    do {
      return try writeWithoutTransaction { db in
        var result: Result?
        try db.inTransaction(.immediate) {
          result = try body(db)
          return .commit
        }
        guard let result else { throw DatabaseError(resultCode: .SQLITE_ABORT) }
        return result
      }
    } catch let error as CensusError {
      throw error
    } catch {
      throw CensusError(sqlite: error, at: path)
    }
  }

  /// Reads with failures as ``CensusError``.
  public func fetch<Result>(
    at path: String, _ body: (Database) throws -> Result
  ) throws(CensusError) -> Result {
    do {
      return try read(body)
    } catch let error as CensusError {
      throw error
    } catch {
      throw CensusError(sqlite: error, at: path)
    }
  }
}
