import CensusAPI
import CensusDomain
import CensusForms
import CensusJSON

/// Finds what an entry contradicts under the rules across records of its form.
///
/// Two devices without a network can each record what only one of them may have recorded. Which of
/// the two is wrong is for a person to say, so both are taken in, and neither passes the county while
/// the other stands beside it.
struct RivalCheck {
  private let forms: FormCatalogue
  private let claims: any ClaimRecords
  private let revisions: any RevisionRecords

  init(_ records: any CentralTransaction, forms: FormCatalogue) {
    self.forms = forms
    claims = records.claims
    revisions = records.revisions
  }

  /// The entries that contradict `entry`, each once; empty for nearly all entries.
  func rivals(of entry: StoredEntry) throws -> [EntryRival] {
    let found = try claims.rivals(of: entry.id)
    guard !found.isEmpty, let record = try revisions.record(at: entry.headCursor) else { return [] }
    return try JSONParser().withDocument(record) { node in
      let (envelope, content) = try RevisionRecord.read(node)
      guard let form = forms.form(envelope.form, version: envelope.formVersion) else { return [] }
      // In the form's order of rules, so that the sharpest of several is the one that is told.
      var seen = Set<UniqueID>()
      return form.distinctRules.flatMap { rule in
        found.filter { $0.rule == rule.name && seen.insert($0.entry).inserted }.map { rival in
          EntryRival(
            entry: rival.entry, objectCode: rival.object, author: rival.author, rule: rule.name,
            isError: rule.level == .error,
            message: rule.finding(in: content, against: rival.object).message)
        }
      }
    }
  }

  /// Refuses to pass an entry beside one that it contradicts.
  ///
  /// - Throws: ``CensusError`` with code `conflict`.
  func admit(_ entry: StoredEntry) throws {
    guard let rival = try rivals(of: entry).first(where: \.isError) else { return }
    throw CensusError(
      .conflict,
      zh: "与记录 \(rival.entry)（调查员 \(rival.author)）相抵触：\(rival.message.zh)须先退回其中一份。",
      en: """
        It contradicts entry \(rival.entry) (surveyor \(rival.author)): \(rival.message.en) Return \
        one of the two first.
        """)
  }
}
