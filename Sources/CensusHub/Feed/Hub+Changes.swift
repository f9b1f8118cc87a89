import CensusAPI
import CensusDomain
import Foundation
import GRDB

extension Hub {
  /// How far one page looks ahead at most, so that a page of few hits is still made quickly.
  private static let span: Int64 = 50_000
  /// The records of a page together stay near this size, bytes.
  private static let pageBytes = 8 * 1024 * 1024

  /// What happened after `cursor` that concerns `device`, in commit order.
  ///
  /// That is every inventory version, the reviews of entries in the device's region, and other
  /// devices' revisions there.
  /// - Throws: ``CensusError`` with `conflict` for a cursor that this central never gave out.
  public func changes(
    for device: DeviceIdentity, after cursor: Int64,
    limit: Int = ProtocolLimits.maximumPageCount
  ) throws(CensusError) -> ChangePage {
    let limit = max(1, min(limit, ProtocolLimits.maximumPageCount))
    return try fetch { db in
      let (identity, _) = try Hub.enrolled(db, device.id)
      let newest = try Hub.newestCursor(db)
      guard (0...newest).contains(cursor) else { throw Hub.unknownCursor(cursor, newest: newest) }
      let end = min(newest, cursor + Hub.span)
      var page = ChangePage(changes: [], next: cursor, hasMore: false)
      var bytes = 0
      for change in try Hub.concerning(db, identity, after: cursor, end: end, limit: limit + 1) {
        bytes += change.size
        // One change always goes out, or a large one would stop the feed.
        if page.changes.count == limit || (bytes > Hub.pageBytes && !page.changes.isEmpty) {
          page.hasMore = true
          return page
        }
        page.changes.append(change)
        page.next = change.cursor
      }
      page.next = end
      page.hasMore = end < newest
      return page
    }
  }

  /// The first `limit` changes that concern the device, from three tables into one order.
  private static func concerning(
    _ db: Database, _ device: DeviceIdentity, after: Int64, end: Int64, limit: Int
  ) throws -> [Change] {
    let range = device.caller.codeRange
    let arguments: StatementArguments = [
      "after": after, "end": end, "from": range.from, "below": range.below, "limit": limit,
    ]
    let versions = try Row.fetchAll(
      db,
      sql: """
        SELECT cursor, version FROM inventoryVersion
        WHERE cursor > ? AND cursor <= ? ORDER BY cursor LIMIT ?
        """, arguments: [after, end, limit])
    let reviews = try Row.fetchAll(
      db,
      sql: """
        SELECT review.* FROM review JOIN entry ON entry.id = review.entry
        WHERE review.cursor > :after AND review.cursor <= :end
          AND entry.townCode >= :from AND entry.townCode < :below
        ORDER BY review.cursor LIMIT :limit
        """, arguments: arguments)
    let revisions = try revisions(db, device, arguments)
    let changes =
      versions.map { Change(cursor: $0["cursor"], kind: .inventory(version: $0["version"])) }
      + (try reviews.map { Change(cursor: $0["cursor"], kind: .review(try ReviewRecord($0))) })
      + revisions
    return Array(changes.sorted { $0.cursor < $1.cursor }.prefix(limit))
  }

  private static func revisions(
    _ db: Database, _ device: DeviceIdentity, _ arguments: StatementArguments
  ) throws -> [Change] {
    var arguments = arguments
    _ = arguments.append(contentsOf: ["device": device.id.data])
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT cursor, hash, disposition, record FROM revision
        WHERE cursor > :after AND cursor <= :end AND device <> :device
          AND townCode >= :from AND townCode < :below
        ORDER BY cursor LIMIT :limit
        """, arguments: arguments)
    var changes: [Change] = []
    var bytes = 0
    // Read no more than a page takes: a record may be as long as a line.
    while bytes <= pageBytes, let row = try rows.next() {
      let record = Array(row["record"] as Data)
      bytes += record.count
      let disposition = Disposition(rawValue: row["disposition"]) ?? .accepted
      let kind = Change.Kind.revision(
        hash: try row.hash("hash"), disposition: disposition, record: record)
      changes.append(Change(cursor: row["cursor"], kind: kind))
    }
    return changes
  }

  private static func unknownCursor(_ cursor: Int64, newest: Int64) -> CensusError {
    CensusError(
      .conflict, zh: "中心没有位置 \(cursor)（最新为 \(newest)）：中心可能是从备份恢复的。",
      en: """
        The cursor \(cursor) is unknown here (the newest is \(newest)): this central may have been \
        restored from a backup.
        """,
      remedy: LocalizedText(
        zh: "请从位置 0 重新获取；设备上的数据不受影响。",
        en: "Pull again from cursor 0; what is on the device stays as it is."))
  }
}

extension Change {
  /// About how many bytes the change takes in a page.
  fileprivate var size: Int {
    if case .revision(_, _, let record) = kind { record.count } else { 200 }
  }
}
