import CensusAPI
import CensusDomain
import CensusFiles
import CensusForms
import CensusJSON

extension Hub {
  /// Makes all that follows from revisions, reviews and inventory anew, as after a salvage.
  ///
  /// That are each entry's standing and claims, whether the inventory lists it, each object's stages, and
  /// which attachments are declared and held.
  /// - Throws: what the store said.
  public static func rebuild(
    _ records: any CentralTransaction, forms: FormCatalogue, attachments: AttachmentFolder,
    at now: Timestamp
  ) throws {
    try declareAttachments(records, held: attachments, at: now)
    let past = try PastState(records, upTo: Timestamp(milliseconds: .max)).entries
    for entry in try records.entries.list(EntrySelection(), limit: .max) {
      try records.entries.set(past[entry.id]?.standing ?? .received, of: entry.id)
      guard let record = try records.revisions.record(at: entry.headCursor) else { continue }
      let claims = try JSONParser().withDocument(record) { node in
        let (envelope, content) = try RevisionRecord.read(node)
        let form = try forms.form(envelope.form, version: envelope.formVersion)
        return form?.claims(of: content) ?? []
      }
      try records.claims.set(claims, of: entry.id, form: entry.form)
    }
    let stages = StageKeeper(records)
    for object in try records.inventory.objects(try records.inventory.newest()) {
      for form in object.forms {
        try records.entries.setListed(true, object: object.objectCode, form: form)
        try stages.refresh(object.objectCode, form)
      }
    }
  }

  /// Notes what the records declare, and whether it is held.
  private static func declareAttachments(
    _ records: any CentralTransaction, held: AttachmentFolder, at now: Timestamp
  ) throws {
    let parser = JSONParser()
    try records.revisions.visit { cursor, _, record in
      let hashes = try parser.withDocument(Array(record)) { node in
        DeclaredAttachments.hashes(in: try RevisionRecord.read(node).content)
      }
      for hash in hashes {
        try records.attachments.declare(
          hash, by: cursor, arrivedAt: held.contains(hash) ? now : nil)
      }
    }
  }
}
