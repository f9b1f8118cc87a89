import CensusDomain
import CensusFiles
import Foundation
import GRDB

extension DeviceStore {
  /// The device's folder of attachments; nil for a store in memory.
  public var attachments: AttachmentFolder? {
    folder.isEmpty ? nil : AttachmentFolder(store: folder)
  }

  /// Whether any own entry declares an attachment.
  ///
  /// - Throws: ``CensusError`` if the store cannot be read.
  public func declaresAttachments() throws(CensusError) -> Bool {
    try read { db in try Row.fetchOne(db, sql: "SELECT 1 FROM attachment LIMIT 1") != nil }
  }

  /// What own final entries declare, by entry and hash.
  ///
  /// - Parameter only: the one entry that is asked about; nil for all.
  /// - Throws: ``CensusError`` if the store cannot be read.
  public func declaredAttachments(
    of only: UniqueID? = nil
  ) throws(CensusError) -> [DeviceAttachment] {
    let files = attachments
    return try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT entry.entry, entry.objectCode, entry.form, attachment.hash, attachment.sentAt
          FROM attachment JOIN entry ON entry.entry = attachment.entry
          WHERE ?1 IS NULL OR attachment.entry = ?1
          ORDER BY attachment.entry, attachment.hash
          """, arguments: [only.map { Data($0.bytes) }]
      ).compactMap { row in
        guard let id = UniqueID(bytes: row["entry"] as Data),
          let hash = ContentHash(bytes: row["hash"] as Data)
        else { return nil }
        let size = files?.size(of: hash)
        let isSent = row["sentAt"] as Int64? != nil
        return DeviceAttachment(
          entry: id, objectCode: row["objectCode"], form: row["form"], hash: hash, size: size,
          place: isSent ? .sent : size == nil ? .elsewhere : .waiting)
      }
    }
  }

  /// Notes what the central holds of what own entries declare: all but `missing`.
  ///
  /// - Throws: ``CensusError`` if the store cannot be written.
  public func noteAttachments(missing: Set<ContentHash>) throws(CensusError) {
    let now = clock.now()
    try write { db in
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT entry.entry, attachment.hash, attachment.sentAt IS NOT NULL AS isSent
          FROM attachment JOIN entry ON entry.entry = attachment.entry
          WHERE entry.state <> 'ready' AND entry.state <> 'rejected'
          """)
      for row in rows {
        guard let hash = ContentHash(bytes: row["hash"] as Data) else { continue }
        let isSent: Bool = row["isSent"]
        guard isSent == missing.contains(hash) else { continue }
        try db.execute(
          sql: "UPDATE attachment SET sentAt = ? WHERE entry = ? AND hash = ?",
          arguments: [isSent ? nil : now.milliseconds, row["entry"] as Data, row["hash"] as Data])
      }
    }
  }

  /// Notes that the central confirmed the whole file of `hash`.
  ///
  /// - Throws: ``CensusError`` if the store cannot be written.
  public func noteAttachmentSent(_ hash: ContentHash) throws(CensusError) {
    let now = clock.now()
    try write { db in
      try db.execute(
        sql: "UPDATE attachment SET sentAt = ? WHERE hash = ?",
        arguments: [now.milliseconds, Data(hash.bytes)])
    }
  }
}
