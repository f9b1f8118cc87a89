import CensusAPI
import CensusDomain
import CensusForms
import CensusJSON

/// A revision as the central shows it: who made it, why warnings were accepted, and what stands in it.
struct ReviewedRevision {
  let envelope: RevisionRecord
  let content: JSONObject

  /// Reads a record.
  ///
  /// - Throws: `JSONFailure` or ``CensusError`` where it is none.
  static func read(_ record: String) throws -> ReviewedRevision {
    try JSONParser().withDocument(Array(record.utf8)) { node in
      let (envelope, content) = try RevisionRecord.read(node)
      return ReviewedRevision(envelope: envelope, content: JSONValue(content).object ?? [:])
    }
  }

  /// The form that it was filled by; nil where it is not known here, as a district's own may not be.
  ///
  /// - Throws: ``CensusError`` where a built-in form has a mistake.
  func form(in catalogue: FormCatalogue) throws(CensusError) -> Form? {
    try catalogue.form(envelope.form, version: envelope.formVersion)
  }

  /// The fields in which `other` differs: label, own value, the other's value.
  func differences(
    to other: ReviewedRevision, of form: Form?, _ language: Language
  ) -> [[String]] {
    FieldText.names(in: [content, other.content], of: form).compactMap { name in
      guard content[name] != other.content[name] else { return nil }
      let values = [content[name], other.content[name]].map { value in
        value.map { FieldText.value($0, of: form?.field(name), language) } ?? ""
      }
      return [FieldText.label(name, of: form)[language]] + values
    }
  }
}
