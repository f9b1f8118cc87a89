import CensusForms

/// Whether findings let an entry become final: no error, and a reason for each warning.
struct FindingVerdict {
  let isAcceptable: Bool
  /// The reasons that answer a warning of this entry.
  let keptReasons: [String: String]

  init(_ findings: [Finding], reasons: [String: String]) {
    var kept: [String: String] = [:]
    var acceptable = true
    for finding in findings {
      let reason = reasons[finding.rule] ?? reasons["*"]
      if finding.level == .warning, let reason, !reason.isEmpty {
        kept[finding.rule] = reason
      } else {
        acceptable = false
      }
    }
    isAcceptable = acceptable
    keptReasons = kept
  }
}
