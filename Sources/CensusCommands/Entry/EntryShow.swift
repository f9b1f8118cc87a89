import ArgumentParser
import CensusAPI
import CensusDomain
import CensusForms
import CensusJSON
import CensusReports
import CensusStore
import Foundation

/// `hazcensus entry show`: one entry with what was said of it.
struct EntryShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show an entry with its reviews. 查看一条记录。")

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: FormatOptions

  @Argument(help: "The entry, or the beginning of its identifier. 记录编号。")
  var entry: String

  func run() throws {
    let desk = try EntryDesk(global)
    let view = try desk.store.entry(try desk.store.find(entry))
    let content = try JSONValue.parse(view.content)
    if output.format == .json {
      var document = JSONObject()
      document["entry"] = .string(view.row.entry.description)
      document["form"] = .string(view.row.form)
      document["state"] = .string(view.row.state.rawValue)
      document["number"] = JSONValue(integer: view.row.number)
      document["content"] = content
      document["reviews"] = try JSONValue.parse(try OperationCoding.encode(view.reviews))
      document["faults"] = try JSONValue.parse(Fault.encode(view.faults))
      return Console.data(JSONValue.object(document).encoded)
    }
    try printTable(view, content, try desk.form(of: view.row), desk.language)
  }

  private func printTable(
    _ view: EntryView, _ content: JSONValue, _ form: Form, _ language: Language
  ) throws {
    var rows: [(LocalizedText, String)] = [
      (LocalizedText(zh: "记录", en: "entry"), view.row.entry.description),
      (LocalizedText(zh: "调查表", en: "form"), "\(form.code) \(form.title[language])"),
      (LocalizedText(zh: "状态", en: "state"), view.row.state.name[language]),
    ]
    for field in form.fields {
      guard let value = content[member: field.name] else { continue }
      let text = value.string ?? value.encoded
      let named = field.choices.first { $0.value == text }.map { "\(text) \($0.label[language])" }
      rows.append((field.label, named ?? text))
    }
    try Particulars.print(EmptyDocument(), rows, format: output.format, language: language)
    for fault in view.faults {
      Console.say(
        LocalizedText(
          zh: "拒收原因 \(fault.pointer) [\(fault.rule)] \(fault.message.zh)",
          en: "rejected \(fault.pointer) [\(fault.rule)] \(fault.message.en)"), language)
    }
    for review in view.reviews { tell(review, language) }
  }

  private func tell(_ review: ReviewRecord, _ language: Language) {
    let verdict =
      review.verdict == .pass
      ? LocalizedText(zh: "通过", en: "passed") : LocalizedText(zh: "退回", en: "returned")
    Console.say(
      LocalizedText(
        zh: "审核（\(review.reviewer)）：\(verdict.zh) \(review.comment)",
        en: "review (\(review.reviewer)): \(verdict.en) \(review.comment)"), language)
    for field in review.fields {
      Console.say(LocalizedText(verbatim: "  \(field.pointer)  \(field.comment)"), language)
    }
  }
}

private struct EmptyDocument: Encodable {}
