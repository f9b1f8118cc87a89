import ArgumentParser
import CensusDomain
import CensusForms
import CensusJSON
import CensusStore

/// How a conflict is decided: by options, or by a person who is asked field by field.
struct ChoiceOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "A field: mine, theirs, or a value of its own. May be repeated. 逐字段决定。",
      valueName: "/pointer=mine|theirs|value"))
  var field: [String] = []

  @Option(help: "Every other field in conflict: mine or theirs. 其余字段。")
  var all: ConflictResolve.Side?

  /// Decides every field in conflict.
  ///
  /// - Throws: ``CensusError`` with code `usage` where a field stays undecided.
  func choices(_ view: ConflictView, _ form: Form, _ language: Language) throws -> ConflictChoices {
    var choices = ConflictChoices(view, form: form)
    for word in field {
      let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2 else {
        throw CensusError(
          .usage, zh: "--field 的写法是 /字段=mine、theirs 或值：“\(word)”。",
          en: "--field is written /pointer=mine, theirs or a value: “\(word)”.")
      }
      try choices.decide(String(parts[0]), String(parts[1]))
    }
    if let all { choices.decideRest(all) }
    if !choices.open.isEmpty { try ask(&choices, language) }
    return choices
  }

  private func ask(_ choices: inout ConflictChoices, _ language: Language) throws {
    guard Console.isInteractive else { throw ChoiceOptions.undecided(choices) }
    ConflictShow.tellSides(choices.view, language)
    for conflict in choices.open {
      let label = FieldText.label(at: conflict.pointer, of: choices.form)
      func text(_ value: JSONValue?) -> String {
        value.map { FieldText.value($0, of: choices.form.field(at: conflict.pointer), language) }
          ?? "—"
      }
      Console.say(
        LocalizedText(
          zh: """
            \(label.zh)（原值 \(text(conflict.base))）
              1 mine   \(choices.view.mine.author)：\(text(conflict.mine))
              2 theirs \(choices.view.theirs.author)：\(text(conflict.theirs))
              3 另填
            """,
          en: """
            \(label.en) (was \(text(conflict.base)))
              1 mine   \(choices.view.mine.author): \(text(conflict.mine))
              2 theirs \(choices.view.theirs.author): \(text(conflict.theirs))
              3 another value
            """), language)
      try choices.decide(conflict.pointer, try ChoiceOptions.answer(choices, language))
    }
  }

  private static func answer(
    _ choices: ConflictChoices, _ language: Language
  ) throws(CensusError) -> String {
    while let line = readLine() {
      switch line {
      case "1": return "mine"
      case "2": return "theirs"
      case "3":
        Console.say(LocalizedText(zh: "值：", en: "value: "), language)
        if let value = readLine() { return value }
      default: Console.say(LocalizedText(zh: "请输入 1、2 或 3。", en: "Type 1, 2 or 3."), language)
      }
    }
    throw undecided(choices)
  }

  private static func undecided(_ choices: ConflictChoices) -> CensusError {
    let fields = choices.open.map(\.pointer).joined(separator: " ")
    return CensusError(
      .usage, zh: "这些字段尚未决定：\(fields)；未作改动。",
      en: "These fields are not decided: \(fields); nothing was changed.",
      remedy: LocalizedText(
        zh: "对每个字段给 --field /字段=mine、theirs 或值，或用 --all mine、--all theirs。",
        en: "Give --field /pointer=mine, theirs or a value for each, or --all mine or --all theirs."
      ))
  }
}
