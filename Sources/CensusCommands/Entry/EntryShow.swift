import ArgumentParser
import CensusAPI
import CensusDomain
import CensusForms
import CensusJSON
import CensusReports
import CensusStore

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
      return Console.data(try EntryShow.document(view, content).encoded)
    }
    try printTable(view, content.object ?? [:], try desk.form(of: view.row), desk.language)
  }

  private static func document(_ view: EntryView, _ content: JSONValue) throws -> JSONValue {
    var document = JSONObject()
    document["entry"] = .string(view.row.entry.description)
    document["form"] = .string(view.row.form)
    document["state"] = .string(view.row.state.rawValue)
    document["number"] = JSONValue(integer: view.row.number)
    document["revision"] = view.revision.map { JSONValue.string($0.description) } ?? JSONValue.null
    document["content"] = content
    var reasons = JSONObject()
    for (rule, reason) in view.reasons.sorted(by: { $0.key < $1.key }) {
      reasons[rule] = .string(reason)
    }
    document["reasons"] = .object(reasons)
    document["reviews"] = try JSONValue.parse(try OperationCoding.encode(view.reviews))
    document["faults"] = try JSONValue.parse(Fault.encode(view.faults))
    return .object(document)
  }

  private func printTable(
    _ view: EntryView, _ content: JSONObject, _ form: Form, _ language: Language
  ) throws {
    var rows: [(LocalizedText, String)] = [
      (LocalizedText(zh: "记录", en: "entry"), view.row.entry.description),
      (LocalizedText(zh: "调查表", en: "form"), "\(form.code) \(form.title[language])"),
      (LocalizedText(zh: "状态", en: "state"), view.row.state.name[language]),
    ]
    rows += FieldText.rows(content, of: form, language)
    rows += FieldText.rows(reasons: view.reasons)
    try Particulars.print(EmptyDocument(), rows, format: output.format, language: language)
    for fault in view.faults {
      let place = FieldText.label(at: fault.pointer, of: form)
      Console.say(
        LocalizedText(
          zh: "拒收原因 \(place.zh) [\(fault.rule)] \(fault.message.zh)",
          en: "rejected \(place.en) [\(fault.rule)] \(fault.message.en)"), language)
    }
    for review in view.reviews { tell(review, form, language) }
  }

  private func tell(_ review: ReviewRecord, _ form: Form, _ language: Language) {
    let verdict =
      review.verdict == .pass
      ? LocalizedText(zh: "通过", en: "passed") : LocalizedText(zh: "退回", en: "returned")
    Console.say(
      LocalizedText(
        zh: "审核（\(review.reviewer)）：\(verdict.zh) \(review.comment)",
        en: "review (\(review.reviewer)): \(verdict.en) \(review.comment)"), language)
    for field in review.fields {
      let place = FieldText.label(at: field.pointer, of: form)
      Console.say(
        LocalizedText(
          zh: "  \(place.zh)  \(field.comment)", en: "  \(place.en)  \(field.comment)"), language)
    }
  }
}

private struct EmptyDocument: Encodable {}
