import ArgumentParser
import CensusDomain
import CensusForms
import CensusReports

/// `hazcensus forms show`.
struct FormsShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show a form's fields and rules. 查看调查表。",
    discussion: """
      In JSON, the form with its fields, rules and rules across records; in CSV, the fields.
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: FormatOptions

  @Argument(help: "The form's code. 调查表代码。")
  var form: String

  func run() throws {
    let form = FormDocument(try FormsCommand.catalogue(global).require(form))
    guard output.format != .json else { return Console.data(try JSONOutput.encode(form)) }
    let language = global.language
    let listing = Listing<FieldRow>(columns: [
      .init("name", LocalizedText(zh: "字段", en: "field")) { $0.name },
      .init("label", LocalizedText(zh: "名称", en: "label")) { $0.label[language] },
      .init("group", LocalizedText(zh: "分组", en: "group")) { $0.groupTitle[language] },
      .init("kind", LocalizedText(zh: "类型", en: "type")) { $0.kind },
      .init("unit", LocalizedText(zh: "单位", en: "unit")) { $0.unit },
      .init("required", LocalizedText(zh: "必填", en: "required")) { $0.isRequired ? "*" : "" },
      .init("relevance", LocalizedText(zh: "适用条件", en: "applies when")) { $0.relevance },
      .init("unverified", LocalizedText(zh: "未核实", en: "unverified")) {
        $0.isUnverified ? "?" : ""
      },
      .init("limits", LocalizedText(zh: "限制", en: "limits")) { $0.limits.text(language) },
      .init("hint", LocalizedText(zh: "提示", en: "hint")) { $0.hint[language] },
      .init("choices", LocalizedText(zh: "可选", en: "choices")) { row in
        row.choices.map { "\($0.value)=\($0.label[language])" }.joined(separator: " ")
      },
    ])
    try listing.print(form.fields, format: output.format, language: language)
    guard output.format == .table else { return }
    for rule in form.rules + form.rulesAcrossRecords { FormsShow.say(rule, language) }
    Console.say(LocalizedText(zh: "来源：\(form.source)", en: "Source: \(form.source)"), language)
  }

  private static func say(_ rule: RuleRow, _ language: Language) {
    let condition = rule.when.isEmpty ? "" : "\(rule.when) → "
    let text =
      "\(rule.name) [\(rule.level)\(rule.isUnverified ? " ?" : "")] \(condition)\(rule.check)"
    Console.say(LocalizedText(zh: "规则 \(text)", en: "rule \(text)"), language)
  }
}
