import CensusDomain
import CensusForms

/// A row that was cut out of a file and waits to be judged.
struct RawRow: Sendable {
  /// What was read.
  enum Body: Sendable {
    /// JSON as it stands in the file: an entry with its form, a content alone, or a GeoJSON feature.
    case line([UInt8])
    /// A content that was made of a table's cells, and what was wrong with them.
    case content(Form, [UInt8], faults: [Finding])
    /// A row that could not even be read.
    case refused(Finding)
  }

  let number: Int
  let body: Body
  /// The row as it stands in the file, where refused rows are to be written back.
  var original: OriginalRow?
}

/// A row that was judged by its form; a class, since it goes through several hands.
final class JudgedRow: Sendable {
  let form: Form
  let content: EntryContent
  let claims: [DistinctClaim]
  let findings: [Finding]

  init(form: Form, content: EntryContent, claims: [DistinctClaim], findings: [Finding]) {
    self.form = form
    self.content = content
    self.claims = claims
    self.findings = findings
  }
}

/// What became of one row.
enum ImportOutcome: Sendable, Equatable {
  case saved
  case alreadyThere
  case refused([Finding])
}

/// A row at the end of its way.
struct SettledRow: Sendable {
  let number: Int
  let objectCode: String
  let outcome: ImportOutcome
  let original: OriginalRow?
}
