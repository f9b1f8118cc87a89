import CensusDomain
import Foundation
import GRDB

extension DeviceStore {
  /// The open conflicts that this device holds both sides of, one for each entry.
  ///
  /// - Throws: ``CensusError`` if the store cannot be read or a record is damaged.
  public func conflicts() throws(CensusError) -> [ConflictView] {
    try read { db in try contested(db).compactMap { try conflict(db, $0) } }
  }

  /// The conflict of an entry.
  ///
  /// - Throws: ``CensusError`` with code `notFound` where it has none, or not both sides are here.
  public func conflict(of id: UniqueID) throws(CensusError) -> ConflictView {
    try read { db in
      guard let view = try conflict(db, id) else { throw noConflict(id) }
      return view
    }
  }

  /// What was merged or decided on this device, oldest first.
  ///
  /// - Throws: ``CensusError`` if the store cannot be read.
  public func resolutions() throws(CensusError) -> [Resolution] {
    try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT resolution.*, entry.form, entry.objectCode FROM resolution JOIN entry USING (entry)
          ORDER BY revision
          """
      ).compactMap { try Resolution($0) }
    }
  }

  /// The entries of which a revision was ever kept aside.
  func contested(_ db: Database) throws -> [UniqueID] {
    try Data.fetchAll(
      db,
      sql: """
        SELECT entry FROM aside WHERE disposition = 'conflict'
        UNION
        SELECT entry FROM receipt JOIN revision USING (sequence)
        WHERE receipt.disposition = 'conflict'
        """
    ).compactMap { UniqueID(bytes: $0) }
  }

  /// An entry's conflict, an own contender before others'; nil where there is none to decide here.
  func conflict(_ db: Database, _ id: UniqueID) throws -> ConflictView? {
    let line = try EntryLine(db, id, damaged: damaged(id))
    let tips = line.tips
    guard let contender = tips.first(where: \.isOwn) ?? tips.first,
      let found = try Row.fetchOne(
        db, sql: EntryRow.select + " WHERE entry.entry = ?", arguments: [Data(id.bytes)]),
      let row = EntryRow(found)
    else { return nil }
    return try ConflictView(row, line, contender: contender)
  }

  private func noConflict(_ id: UniqueID) -> CensusError {
    CensusError(
      .notFound, zh: "记录 \(id) 没有可在本机处理的冲突。",
      en: "Entry \(id) has no conflict that can be decided on this device.",
      remedy: LocalizedText(
        zh: "用 hazcensus conflict list 查看；若状态为“有冲突”，先同步一次以取得另一方的修订。",
        en:
          "See hazcensus conflict list; if the entry is shown in conflict, sync once to fetch the other side."
      ))
  }
}
