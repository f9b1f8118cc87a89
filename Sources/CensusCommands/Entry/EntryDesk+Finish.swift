import CensusDomain
import CensusForms
import CensusJSON
import CensusReports
import CensusStore
import Foundation

extension EntryDesk {
  /// Lets the surveyor answer where no value was given, finalises where that is wanted, and tells what
  /// came of it.
  ///
  /// - Parameters:
  ///   - id: the entry, whose working copy is saved.
  ///   - form: its form.
  ///   - content: what the surveyor is asked to complete; nil where nothing is asked.
  ///   - start: where the asking begins.
  ///   - finalize: whether it is to be final; who leaves an interview leaves a draft.
  ///   - reasons: why warnings are accepted, by rule.
  ///   - format: how the outcome is printed.
  func finish(
    _ id: UniqueID, form: Form, asking content: JSONObject?,
    from start: Interview.Start = .beginning,
    finalize: Bool, reasons: [String: String], format: OutputFormat
  ) throws {
    let screen = Screen(language)
    var interview = try content.map {
      try Interview(id, of: form, from: $0, start: start, reasons: reasons, at: self)
    }
    let isLeft = try interview?.run() == .left
    let given = interview?.reasons ?? reasons
    guard finalize && !isLeft else {
      try draftOutcome(id, form: form).print(format, language)
      let command = "hazcensus entry finalize \(id)" + EntryDesk.words(for: given)
      return screen.say(
        LocalizedText(zh: "草稿已保存；填完后：", en: "draft saved; when complete: "), command: command)
    }
    let (outcome, refusal) = try self.finalize(id, form: form, reasons: given)
    try outcome.print(format, language)
    if let refusal { throw refusal }
  }

  /// Finalises an entry and says what came of it; where findings block it, why it was refused.
  func finalize(
    _ id: UniqueID, form: Form, reasons: [String: String]
  ) throws(CensusError) -> (outcome: EntryOutcome, refusal: CensusError?) {
    switch try store.finalize(id, form: form, reasons: reasons) {
    case .finalized(let revision, let warnings):
      Findings.tell(warnings, of: form, on: Screen(language))
      try tellAbsentAttachments(of: id)
      Screen(language).say(
        LocalizedText(
          zh: "已定稿：\(id)（\(revision.description.prefix(12))），待发送。",
          en: "final: \(id) (\(revision.description.prefix(12))), ready to send."))
      return (EntryOutcome(try store.entry(id), findings: warnings), nil)
    case .blocked(let findings):
      Findings.tell(findings, of: form, on: Screen(language))
      let outcome = EntryOutcome(try store.entry(id), findings: findings)
      return (outcome, EntryDesk.refusal(id, findings))
    }
  }

  /// What a working copy has come to, with what would stand in the way of finalising it now.
  func draftOutcome(_ id: UniqueID, form: Form) throws(CensusError) -> EntryOutcome {
    EntryOutcome(
      try store.entry(id), findings: try store.obstacles(to: id, form: form, reasons: [:]))
  }

  private static func refusal(_ id: UniqueID, _ findings: [Finding]) -> CensusError {
    let hasErrors = findings.contains { $0.level == .error }
    let rules = Set(findings.map(\.rule)).sorted().joined(separator: ", ")
    return CensusError(
      .invalidData, zh: "记录 \(id) 还不能定稿，草稿已保存。",
      en: "Entry \(id) cannot be finalised yet; the draft is kept.",
      remedy: hasErrors
        ? LocalizedText(
          zh: "用 hazcensus entry edit \(id) 改正后再定稿。",
          en: "Correct it with hazcensus entry edit \(id), then finalise.")
        : LocalizedText(
          zh: "如确属实：hazcensus entry finalize \(id) --reason 规则=理由（\(rules)）。",
          en: "If it is so: hazcensus entry finalize \(id) --reason rule=text (\(rules))."))
  }

  /// Reasons as words of a command that a person can paste into a shell.
  private static func words(for reasons: [String: String]) -> String {
    reasons.sorted { $0.key < $1.key }.map { rule, reason in
      let word = "\(rule)=\(reason)".replacingOccurrences(of: "'", with: #"'\''"#)
      return " --reason '\(word)'"
    }.joined()
  }
}
