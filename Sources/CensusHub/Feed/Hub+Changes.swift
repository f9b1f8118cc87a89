import CensusAPI
import CensusDomain

extension Hub {
  /// How far one page looks ahead at most, so that a page of few hits is still made quickly.
  private static let span: Int64 = 50_000
  /// The records of a page together stay near this size, bytes.
  private static let pageBytes = 8 * 1024 * 1024

  /// What happened after `cursor` that concerns `device`, in commit order.
  ///
  /// That is every inventory version, every form that was added, the reviews of entries in the device's region, and other
  /// devices' revisions there.
  /// - Parameter head: the head of the audit chain that came with the cursor. A restored central gives
  ///   out the same cursors again for other changes; its chain does not have that head.
  /// - Throws: ``CensusError`` with `conflict` for a cursor that this central never gave out.
  public func changes(
    for device: DeviceIdentity, after cursor: Int64, head: ContentHash? = nil,
    limit: Int = ProtocolLimits.maximumPageCount
  ) throws(CensusError) -> ChangePage {
    let limit = max(1, min(limit, ProtocolLimits.maximumPageCount))
    return try fetch { records in
      let identity = try Hub.enrolled(records, device.id).identity
      let newest = try records.feed.newestCursor()
      let isKnown = try head.map { try records.audit.contains($0) } ?? true
      guard isKnown, (0...newest).contains(cursor) else {
        throw Hub.unknownCursor(cursor, newest: newest)
      }
      let end = min(newest, cursor + Hub.span)
      var page = ChangePage(
        changes: [], next: cursor, hasMore: false, head: try records.audit.head())
      var bytes = 0
      let span = CursorSpan(after: cursor, through: end)
      for change in try Hub.concerning(identity, in: records.feed, span, limit: limit + 1) {
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

  /// The first `limit` changes that concern the device, brought into one order.
  private static func concerning(
    _ device: DeviceIdentity, in feed: any FeedRecords, _ span: CursorSpan, limit: Int
  ) throws -> [Change] {
    // A lower central has the work itself and keeps an inventory of its own.
    if device.isRelay {
      let changes =
        try feed.forms(span, limit: limit)
        + feed.reviews(span, within: device.region, limit: limit)
      return Array(changes.sorted { $0.cursor < $1.cursor }.prefix(limit))
    }
    let changes =
      try feed.inventoryVersions(span, limit: limit) + feed.forms(span, limit: limit)
      + feed.reviews(span, within: device.region, limit: limit)
      + revisions(device, in: feed, span, limit: limit)
    return Array(changes.sorted { $0.cursor < $1.cursor }.prefix(limit))
  }

  private static func revisions(
    _ device: DeviceIdentity, in feed: any FeedRecords, _ span: CursorSpan, limit: Int
  ) throws -> [Change] {
    var changes: [Change] = []
    var bytes = 0
    try feed.visitRevisions(span, within: device.region, notOf: device.id, limit: limit) { change in
      bytes += change.size
      changes.append(change)
      // Read no more than a page takes: a record may be as long as a line.
      return bytes <= pageBytes
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
    switch kind {
    case .revision(_, _, let record): record.count
    case .form(let form): form.schema.count + 200
    case .inventory, .review: 200
    }
  }
}
