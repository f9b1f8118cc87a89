import ArgumentParser
import CensusDomain
import CensusForms
import CensusReports

/// `hazcensus forms check`.
struct FormsCheck: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Explain every mistake in a form's file. 检查调查表文件。",
    discussion: """
      Prints one line a mistake with its place as a JSON Pointer; nothing where the form is sound. A sound
      form is then tried on its own example (hc:example): that must be valid, and each rule's counterexample
      must break that rule. Ends with status 65 where there is a mistake.
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: FormatOptions

  @Argument(help: "The file. 文件。")
  var file: String

  func run() throws {
    let (form, mistakes) = FormLoader.load(try InputFile.read(file))
    let proof = form.map { FormProof($0, today: SystemClock().now().officeDay) }
    let diagnostics = mistakes + (proof?.problems ?? [])
    let language = global.language
    let listing = Listing<Diagnostic>(columns: [
      .init("pointer", LocalizedText(zh: "位置", en: "place")) { $0.pointer },
      .init("message", LocalizedText(zh: "问题", en: "mistake")) { $0.message[language] },
    ])
    if output.format != .table || !diagnostics.isEmpty {
      try listing.print(diagnostics, format: output.format, language: language)
    }
    guard let form, let proof, diagnostics.isEmpty else {
      throw CensusError(
        .invalidData, zh: "\(file) 有 \(diagnostics.count) 处错误。",
        en: "\(file) has \(diagnostics.count) mistakes.",
        remedy: LocalizedText(
          zh: "参照 Docs/Form-vocabulary.md 改正。", en: "Mend them by Docs/Form-vocabulary.md."))
    }
    Console.say(
      LocalizedText(
        zh:
          "\(form.code) 第 \(form.version) 版没有错误：\(form.fields.count) 个字段，\(form.rules.count) 条规则。",
        en:
          "\(form.code) version \(form.version) is sound: \(form.fields.count) fields, \(form.rules.count) rules."
      ), language)
    tellOfProof(proof, language)
  }

  /// Says what the form's author left to trust.
  private func tellOfProof(_ proof: FormProof, _ language: Language) {
    if !proof.hasExample {
      Console.say(
        LocalizedText(
          zh: "表中没有示例（hc:example），规则未经试验。",
          en: "The form has no example (hc:example), so its rules were not tried."), language)
    } else if !proof.unprovenRules.isEmpty {
      let list = proof.unprovenRules.joined(separator: ", ")
      Console.say(
        LocalizedText(
          zh: "下列规则没有反例（counterexample），未经试验：\(list)。",
          en: "These rules have no counterexample and were not tried: \(list)."), language)
    }
  }
}
