import CensusAPI
import CensusDomain
import CensusJSON

extension ConflictView {
  /// Lays out what contends in an entry at a central; nil where nothing does.
  ///
  /// - Throws: ``CensusError`` where a record cannot be read.
  public static func read(_ detail: ConflictDetail) throws -> ConflictView? {
    let line = EntryLine(
      try detail.revisions.enumerated().map { place, held in
        let bytes = Array(held.record.utf8)
        return try JSONParser().withDocument(bytes) { node in
          let (record, content) = try RevisionRecord.read(node)
          return EntryLine.Revision(
            id: Int64(place), hash: ContentHash.sha256(of: bytes), record: record,
            content: Array(content.raw), isOwn: false,
            fate: EntryLine.fate(held.disposition.rawValue, isOwn: false))
        }
      })
    guard let contender = line.tips.first, let standing = line.standing else { return nil }
    return try ConflictView(
      EntryRow(detail.summary, formVersion: standing.record.formVersion), line,
      contender: contender)
  }

  /// The decision for `content`, as the central takes it.
  ///
  /// - Parameter reasons: why further warnings are accepted; those given on either side hold on.
  public func decision(content: JSONObject, reasons: [String: String]) -> ConflictDecision {
    ConflictDecision(
      entry: row.entry, standing: top.hash, settles: settles,
      formVersion: max(contender.record.formVersion, top.record.formVersion),
      content: JSONValue.object(content).encoded, reasons: self.reasons.merging(reasons) { $1 })
  }
}
