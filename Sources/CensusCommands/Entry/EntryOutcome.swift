import CensusDomain
import CensusForms
import CensusReports
import CensusStore

/// What became of an entry, for programs; every key is always there.
struct EntryOutcome: Encodable {
  let entry: UniqueID
  /// Where the entry stands; nil where it is gone.
  let state: EntryState?
  /// The last final revision's hash; nil where there is none.
  let revision: String?
  /// What was found when it was judged.
  let findings: [Finding]

  init(_ view: EntryView, findings: [Finding]) {
    entry = view.row.entry
    state = view.row.state
    revision = view.revision?.description
    self.findings = findings
  }

  /// What became of an entry that was discarded with its only working copy.
  init(gone entry: UniqueID) {
    self.entry = entry
    state = nil
    revision = nil
    findings = []
  }

  private enum CodingKeys: String, CodingKey { case entry, state, revision, findings }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(entry, forKey: .entry)
    try container.encode(state, forKey: .state)
    try container.encode(revision, forKey: .revision)
    try container.encode(findings, forKey: .findings)
  }

  /// Prints the outcome for programs; people were told.
  func print(_ format: OutputFormat, _ language: Language) throws {
    switch format {
    case .table: break
    case .json: Console.data(try JSONOutput.encode(self))
    case .csv: try EntryOutcome.print([self], format, language)
    }
  }

  /// Prints outcomes for programs, in JSON as a list; people were told.
  static func print(
    _ outcomes: [EntryOutcome], _ format: OutputFormat, _ language: Language
  ) throws {
    guard format != .table else { return }
    let listing = Listing<EntryOutcome>(columns: [
      .init("entry", LocalizedText(zh: "编号", en: "entry")) { $0.entry.description },
      .init("state", LocalizedText(zh: "状态", en: "state")) { $0.state?.rawValue ?? "" },
      .init("revision", LocalizedText(zh: "修订", en: "revision")) { $0.revision ?? "" },
      .init("findings", LocalizedText(zh: "所见", en: "findings")) { outcome in
        outcome.findings.map { "\($0.pointer) [\($0.rule)]" }.joined(separator: "; ")
      },
    ])
    try listing.print(outcomes, format: format, language: language)
  }
}
