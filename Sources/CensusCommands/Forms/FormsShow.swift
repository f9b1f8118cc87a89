import ArgumentParser
import CensusDomain
import CensusForms
import CensusReports

/// `hazcensus forms show`.
struct FormsShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show a form's fields and rules. 查看调查表。")

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: FormatOptions

  @Argument(help: "The form's code. 调查表代码。")
  var form: String

  func run() throws {
    let form = try FormsCommand.catalogue(global).require(form)
    let language = global.language
    let rows = form.fields.map { FieldRow($0) }
    let listing = Listing<FieldRow>(columns: [
      .init("name", LocalizedText(zh: "字段", en: "field")) { $0.name },
      .init("label", LocalizedText(zh: "名称", en: "label")) { $0.label[language] },
      .init("kind", LocalizedText(zh: "类型", en: "type")) { $0.kind },
      .init("unit", LocalizedText(zh: "单位", en: "unit")) { $0.unit },
      .init("required", LocalizedText(zh: "必填", en: "required")) { $0.isRequired ? "*" : "" },
      .init("unverified", LocalizedText(zh: "未核实", en: "unverified")) {
        $0.isUnverified ? "?" : ""
      },
      .init("choices", LocalizedText(zh: "可选", en: "choices")) { row in
        row.choices.map { "\($0.value)=\($0.label[language])" }.joined(separator: " ")
      },
    ])
    try listing.print(rows, format: output.format, language: language)
    guard output.format == .table else { return }
    for rule in form.rules {
      say(rule.name, rule.level, rule.isUnverified, rule.check.source, language)
    }
    for rule in form.distinctRules {
      let span = rule.span.map { " [\($0.from) … \($0.to)]" } ?? ""
      let fields = rule.fields.joined(separator: ", ") + span
      say(rule.name, rule.level, rule.isUnverified, "distinct: \(fields)", language)
    }
    Console.say(LocalizedText(zh: "来源：\(form.source)", en: "Source: \(form.source)"), language)
  }

  private func say(
    _ name: String, _ level: Finding.Level, _ isUnverified: Bool, _ check: String,
    _ language: Language
  ) {
    let text = "\(name) [\(level.rawValue)\(isUnverified ? " ?" : "")] \(check)"
    Console.say(LocalizedText(zh: "规则 \(text)", en: "rule \(text)"), language)
  }
}

/// A field in the list.
private struct FieldRow: Encodable {
  struct ChoiceRow: Encodable {
    let value: String
    let label: LocalizedText
  }

  let name: String
  let label: LocalizedText
  let kind: String
  let unit: String
  let isRequired: Bool
  let isUnverified: Bool
  let choices: [ChoiceRow]

  init(_ field: Field) {
    name = field.name
    label = field.label
    kind = field.kind.rawValue
    unit = field.unit ?? ""
    isRequired = field.isRequired
    isUnverified = field.isUnverified
    choices = field.choices.map { ChoiceRow(value: $0.value, label: $0.label) }
  }
}
