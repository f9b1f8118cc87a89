import ArgumentParser
import CensusAPI
import CensusDomain
import CensusReports

/// `hazcensus expense`: the ledger of the census's money.
struct ExpenseCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "expense", abstract: "The ledger of spending. 支出台账。",
    discussion: "Amounts are given in yuan and kept in fen. 金额以元填写，以分保存。",
    subcommands: [ExpenseAdd.self, ExpenseList.self, ExpenseImport.self])

  /// Says what came of adding, and fails where nothing or not everything was saved.
  static func conclude(
    _ outcome: ExpenseOutcome, format: OutputFormat, language: Language
  ) throws {
    for warning in outcome.warnings {
      Console.say(
        LocalizedText(zh: "提醒：\(warning.zh)", en: "warning: \(warning.en)"), language)
    }
    for refusal in outcome.refused {
      Console.say(
        LocalizedText(
          zh: "第 \(refusal.row) 条：\(refusal.message.zh)",
          en: "line \(refusal.row): \(refusal.message.en)"
        ), language)
    }
    try Particulars.print(
      outcome,
      [
        (LocalizedText(zh: "保存", en: "saved"), String(outcome.saved)),
        (LocalizedText(zh: "已有", en: "already there"), String(outcome.alreadyThere)),
        (LocalizedText(zh: "拒绝", en: "refused"), String(outcome.refused.count)),
      ], format: format, language: language)
    if outcome.saved == 0, !outcome.warnings.isEmpty {
      throw CensusError(
        .invalidData, zh: "有上述提醒，没有保存。", en: "For the warnings above nothing was saved.",
        remedy: LocalizedText(
          zh: "确认无误后加 --accept-warnings 再次运行。",
          en: "If it is right, run again with --accept-warnings."))
    }
    if !outcome.refused.isEmpty {
      throw CensusError(
        .invalidData, zh: "有 \(outcome.refused.count) 条未保存，原因见上。",
        en: "\(outcome.refused.count) lines were not saved, for the reasons above.")
    }
  }
}
