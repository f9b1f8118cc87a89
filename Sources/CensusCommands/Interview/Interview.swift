import CensusDomain
import CensusForms
import CensusJSON
import CensusStore

/// Asks for an entry's fields one after the other on a terminal; each answer is saved at once.
struct Interview {
  /// How an interview ended.
  enum End { case complete, left }

  /// Where a row of questions begins.
  enum Start {
    case beginning
    /// At the first field that applies and has no answer; at the beginning where there is none.
    case firstGap
  }

  let desk: EntryDesk
  let entry: UniqueID
  let form: Form
  let screen: Screen
  let check: AnswerCheck
  let proposals: Proposals
  /// Why warnings are accepted, by rule; what the surveyor says is added.
  var reasons: [String: String]
  /// The answers so far, as they are saved.
  var content: JSONObject
  private let start: Start

  init(
    _ entry: UniqueID, of form: Form, from content: JSONObject, start: Start,
    reasons: [String: String], at desk: EntryDesk
  ) throws {
    self.desk = desk
    self.entry = entry
    self.form = form
    self.start = start
    self.reasons = reasons
    self.content = content
    screen = Screen(desk.language)
    check = AnswerCheck(form: form, regions: desk.store.regions)
    proposals = Proposals(
      last: try desk.store.lastContent(form: form.code, besides: entry),
      today: SystemClock().now().officeDay)
  }

  /// Asks for every field that applies, then again for what stands in the way of finalising.
  mutating func run() throws -> End {
    screen.say(
      LocalizedText(
        zh: """
          逐项填写，随填随存。回车保留现值、采用方括号中的建议或跳过；- 清空；< 返回上一项；/词 跳到某项；? \
          说明；! 列出现有问题；. 存为草稿并离开。
          """,
        en: """
          Field by field, each saved at once. Enter keeps, takes what is in brackets or skips; - clears; \
          < goes back; /word goes to a field; ? explains; ! lists what is wrong; . saves the draft and \
          leaves.
          """), hanging: 0)
    let end = try walk(form.fields, in: .entry, from: start, onlyWhatApplies: true)
    guard case .complete = end else { return .left }
    return try mend()
  }

  /// Saves `changed` as the answers so far.
  mutating func save(_ changed: JSONObject) throws {
    try desk.store.saveDraft(entry, content: try desk.content(changed))
    content = changed
  }

  /// Tells what is wrong, of rows with their number.
  func tell(_ findings: [Finding]) { Findings.tell(findings, of: form, on: screen) }
}
