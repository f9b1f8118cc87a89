import CensusAPI
import CensusDomain
import CensusSQLite
import Foundation
import GRDB

/// One thing that was looked at by `doctor`.
public struct Examination: Sendable, Codable {
  /// A stable name.
  public var name: String
  /// Whether it is as it should be.
  public var isSound: Bool
  /// What was seen.
  public var finding: LocalizedText

  /// Makes an examination.
  public init(name: String, isSound: Bool, finding: LocalizedText) {
    self.name = name
    self.isSound = isSound
    self.finding = finding
  }
}

extension DeviceStore {
  /// Proves the database, each record's hash, the audit chain and the numbering.
  ///
  /// - Throws: ``CensusError`` if the store cannot be read.
  public func examine() throws(CensusError) -> [Examination] {
    try read { db in
      [
        try integrity(db), try hashes(db), try chain(db), try numbering(db), try durability(db),
      ]
    }
  }

  private func integrity(_ db: Database) throws -> Examination {
    let words = try String.fetchAll(db, sql: "PRAGMA integrity_check(10)")
    let foreign = try Row.fetchAll(db, sql: "PRAGMA foreign_key_check").count
    let isSound = words == ["ok"] && foreign == 0
    let seen = words.joined(separator: "; ")
    return Examination(
      name: "database", isSound: isSound,
      finding: LocalizedText(
        zh: "数据库结构检查：\(seen)，断开的引用 \(foreign) 处。",
        en: "Database structure: \(seen); broken references: \(foreign)."))
  }

  private func hashes(_ db: Database) throws -> Examination {
    let statement = try HotStatement(db, "SELECT hash, record FROM revision")
    var total = 0
    var broken = 0
    while try statement.step() {
      total += 1
      let stored = statement.blob(0)
      if !stored.elementsEqual(ContentHash.sha256(of: statement.blob(1)).bytes) { broken += 1 }
    }
    return Examination(
      name: "hashes", isSound: broken == 0,
      finding: LocalizedText(
        zh: "核对了 \(total) 份修订的摘要，不符 \(broken) 份。",
        en: "The hashes of \(total) revisions were checked; \(broken) do not agree."))
  }

  private func chain(_ db: Database) throws -> Examination {
    let position = try AuditTrail.firstBreak(db)
    return Examination(
      name: "audit", isSound: position == nil,
      finding: position.map {
        LocalizedText(zh: "日志链在第 \($0) 条断开。", en: "The audit chain breaks at entry \($0).")
      } ?? LocalizedText(zh: "日志链完整。", en: "The audit chain is whole."))
  }

  /// Own sequences run from 1 without gaps, and each waits, was answered for or was made anew.
  private func numbering(_ db: Database) throws -> Examination {
    let row = try Row.fetchOne(
      db,
      sql: """
        SELECT count(sequence) AS n, coalesce(max(sequence), 0) AS last,
          (SELECT nextSequence FROM device) AS next,
          (SELECT count(*) FROM outbox) + (SELECT count(*) FROM receipt)
            + (SELECT count(*) FROM remade WHERE sequence NOT IN (SELECT sequence FROM receipt))
            AS settled
        FROM revision
        """)
    let count: Int = row?["n"] ?? 0
    // What a salvage could not save is told in the log and is no gap.
    let lost = try SalvageNote.lost(db)
    let last = max(row?["last"] ?? 0, Int(lost.max() ?? 0))
    let isSound =
      count + lost.count == last && last + 1 == row?["next"] ?? 0
      && count == row?["settled"] ?? 0
    return Examination(
      name: "numbering", isSound: isSound,
      finding: LocalizedText(
        zh: "本机修订 \(count) 份，编号\(isSound ? "连续，均有去向" : "不连续或去向不明")。",
        en:
          "\(count) own revisions; the numbering is \(isSound ? "whole and each is accounted for" : "broken or one is not accounted for")."
      ))
  }

  private func durability(_ db: Database) throws -> Examination {
    let level = try Int.fetchOne(db, sql: "PRAGMA synchronous") ?? -1
    return Examination(
      name: "durability", isSound: folder.isEmpty || level == 2,
      finding: LocalizedText(
        zh: "写入同步级别 \(level)（2 为断电不丢）。", en: "Synchronous level \(level) (2 survives a power cut).")
    )
  }
}
