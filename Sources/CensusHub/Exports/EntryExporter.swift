import CensusAPI
import CensusDomain
import CensusForms
import CensusJSON

/// Reads what an export gives of an object's entries, geometries included.
final class EntryExporter {
  private let records: any CentralTransaction
  private let forms: FormCatalogue
  private let parser = JSONParser()
  /// The field that holds a form's geometry, by code and version; nil for a form without one.
  private var fields: [FormKey: String?] = [:]

  private struct FormKey: Hashable {
    let code: String
    let version: Int
  }

  init(_ records: any CentralTransaction, forms: FormCatalogue) {
    self.records = records
    self.forms = forms
  }

  /// The object's entries, the one whose standing revision came in last at the end.
  func entries(of object: InventoryObject) throws -> [ExportedEntry] {
    var found: [ReviewedEntry] = []
    for form in object.forms {
      found += try records.exports.entries(of: object.objectCode, form: form)
    }
    found.sort { $0.entry.headCursor < $1.entry.headCursor }
    return try found.map { try exported($0) }
  }

  private func exported(_ found: ReviewedEntry) throws -> ExportedEntry {
    let entry = found.entry
    var exported = ExportedEntry(
      entry: entry.id, form: entry.form, number: entry.number, standing: entry.standing,
      author: entry.author, recordedAt: nil, receivedAt: entry.receivedAt.milliseconds,
      reviewedAt: found.reviewedAt?.milliseconds, geometry: nil, isDamaged: false)
    // A damaged record is never handed on as good, and the others go out without it.
    guard let bytes = try records.revisions.record(at: entry.headCursor),
      let node = try? parser.parse(bytes), let (record, content) = try? RevisionRecord.read(node)
    else {
      exported.isDamaged = true
      return exported
    }
    exported.recordedAt = record.recordedAt.milliseconds
    if let field = try field(of: record), let value = content[member: field],
      value.kind == .object
    {
      exported.geometry = JSONValue(value).encoded
    }
    return exported
  }

  private func field(of record: RevisionRecord) throws -> String? {
    let key = FormKey(code: record.form, version: record.formVersion)
    if let known = fields[key] { return known }
    let form =
      try forms.form(record.form, version: record.formVersion) ?? forms.newest(record.form)
    let field = form?.fields.first { $0.kind == .geometry }?.name
    fields[key] = .some(field)
    return field
  }
}
