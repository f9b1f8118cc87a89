import CensusAPI
import CensusDomain
import CensusForms
import CensusJSON
import Foundation
import GRDB

/// Makes what follows from a device's revisions, receipts and reviews anew, as after a salvage.
public enum DeviceRebuild {
  /// Lets each entry stand as its line says, with the claims of the revision that stands.
  ///
  /// - Throws: ``CensusError`` where a revision does not agree with its hash, or what SQLite said.
  public static func run(_ db: Database, forms: FormCatalogue) throws {
    let keeper = StandingKeeper(db: db, forms: forms) { id in
      CensusError(
        .inputOutput, zh: "记录 \(id) 的内容与其摘要不符。",
        en: "The record of entry \(id) does not agree with its hash.")
    }
    let heads = try Row.fetchAll(
      db,
      sql: """
        SELECT entry.entry, revision.record FROM entry JOIN revision ON revision.id = entry.head
        """)
    let claims = try ClaimKeeper(db)
    for row in heads {
      guard let entry = UniqueID(bytes: row["entry"] as Data) else { continue }
      let (form, claimed) = try JSONParser().withDocument(Array(row["record"] as Data)) { node in
        let (record, content) = try RevisionRecord.read(node)
        let form = try forms.form(record.form, version: record.formVersion)
        return (record.form, form?.claims(of: content) ?? [])
      }
      try claims.set(claimed, of: entry, form: form, isKnown: true)
      try keeper.refresh(entry)
    }
  }
}
