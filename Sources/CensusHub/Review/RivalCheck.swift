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
  private let caller: Caller
  private let claims: any ClaimRecords
  private let revisions: any RevisionRecords

  init(_ records: any CentralTransaction, forms: FormCatalogue, caller: Caller) {
    self.forms = forms
    self.caller = caller
    claims = records.claims
    revisions = records.revisions
  }

  /// The entries within the caller's region that contradict `entry`, each once.
  func rivals(of entry: StoredEntry) throws -> [EntryRival] {
    try rivals(
      of: entry, among: claims.rivals(of: entry.id).filter { caller.reaches(town: $0.town) })
  }

  private func rivals(
    of entry: StoredEntry, among found: [RivalClaim]
  ) throws -> [EntryRival] {
    guard !found.isEmpty, let record = try revisions.record(at: entry.headCursor) else { return [] }
    return try JSONParser().withDocument(record) { node in
      let (envelope, content) = try RevisionRecord.read(node)
      guard let form = try forms.form(envelope.form, version: envelope.formVersion) else {
        return []
      }
      // By rule, errors first, so that the sharpest of several is the one that is told.
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
    let found = try claims.rivals(of: entry.id)
    guard let rival = try rivals(of: entry, among: found).first(where: \.isError) else { return }
    let isWithinReach = found.contains { $0.entry == rival.entry && caller.reaches(town: $0.town) }
    guard isWithinReach else { throw RivalCheck.elsewhere }
    throw CensusError(
      .conflict,
      zh: "与记录 \(rival.entry)（调查员 \(rival.author)）相抵触：\(rival.message.zh)须先退回其中一份。",
      en: """
        It contradicts entry \(rival.entry) (surveyor \(rival.author)): \(rival.message.en) Return \
        one of the two first.
        """)
  }

  private static let elsewhere = CensusError(
    .conflict, zh: "与您区域外的一份记录相抵触，请由区县的协调员处理。",
    en: "It contradicts an entry outside your region; the district's coordinator has to settle it.")
}
