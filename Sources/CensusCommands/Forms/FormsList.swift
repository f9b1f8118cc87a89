import ArgumentParser
import CensusDomain
import CensusForms
import CensusReports

/// `hazcensus forms list`.
struct FormsList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the forms. 列出调查表。",
    discussion: """
      The newest version of each form. Entries keep the version that they were filled with; --all lists
      the earlier ones too.
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: FormatOptions

  @Flag(help: "Earlier versions too. 也列出早期版本。")
  var all = false

  func run() throws {
    let language = global.language
    let catalogue = try FormsCommand.catalogue(global)
    let rows = try (all ? catalogue.forms() : catalogue.current()).map(FormRow.init)
    let listing = Listing<FormRow>(columns: [
      .init("code", LocalizedText(zh: "代码", en: "code")) { $0.code },
      .init("version", LocalizedText(zh: "版本", en: "version"), alignment: .trailing) {
        String($0.version)
      },
      .init("hazard", LocalizedText(zh: "灾种", en: "hazard")) { $0.hazard.name[language] },
      .init("title", LocalizedText(zh: "名称", en: "title")) { $0.title[language] },
      .init("fields", LocalizedText(zh: "字段", en: "fields"), alignment: .trailing) {
        String($0.fields)
      },
      .init("rules", LocalizedText(zh: "规则", en: "rules"), alignment: .trailing) {
        String($0.rules)
      },
      .init("status", LocalizedText(zh: "核实情况", en: "status")) { $0.status },
    ])
    try listing.print(rows, format: output.format, language: language)
  }
}

/// A form in the list.
private struct FormRow: Encodable {
  let code: String
  let version: Int
  let hazard: FormSubject
  let title: LocalizedText
  let fields: Int
  let rules: Int
  let status: String

  init(_ form: Form) {
    code = form.code
    version = form.version
    hazard = form.subject
    title = form.title
    fields = form.fields.count
    rules = form.rules.count
    status = form.status
  }
}
