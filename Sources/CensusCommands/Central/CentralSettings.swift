import ArgumentParser
import CensusAPI
import CensusDomain

/// `hazcensus central settings`: shows and changes what the survey is measured against.
struct CentralSettings: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "settings", abstract: "Show or change budget, targets and plan. 预算、目标与支付计划。",
    discussion: """
      Without an option it shows what holds. The defaults are the performance targets of 2021, section 5:
      300,000 yuan, completion 60 %, publicity 15 %, payment 25/50/75/100 % at the end of March, June,
      October and December. Each change stands in the audit log.
      不带选项时显示现值；每次修改都记入审计日志。
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: FormatOptions
  @OptionGroup var place: CentralOptions

  @Option(help: ArgumentHelp("The budget. 预算（元）。", valueName: "yuan"))
  var budget: String?
  @Option(help: ArgumentHelp("Completion to be reached. 完成率目标。", valueName: "percent"))
  var target: Int?
  @Option(help: ArgumentHelp("Publicity's largest share. 宣传费用上限。", valueName: "percent"))
  var publicityLimit: Int?
  @Option(help: ArgumentHelp("When surveying began. 调查开始日期。", valueName: "date"))
  var surveyStart: CivilDate?
  @Option(help: ArgumentHelp("When the target is due. 截止日期。", valueName: "date"))
  var deadline: CivilDate?
  @Option(
    help: ArgumentHelp(
      "CSV with date and cumulativePercent. 支付计划。", valueName: "file"))
  var plan: String?
  @Option(
    help: ArgumentHelp(
      "CSV with hazard, reasonZh and reasonEn; the others apply. 不适用的灾种。", valueName: "file"))
  var notApplicable: String?
  @Option(
    help: ArgumentHelp(
      "How a quality sample's error rate is worked out. 差错率算法。", valueName: "pooled|perObjectMean"))
  var qualityMethod: QualityMethod?
  @Option(
    help: ArgumentHelp(
      "The greatest error rate that passes; default 5, not confirmed. 差错率界限（默认 5，未经证实）。",
      valueName: "percent"))
  var qualityLimit: Int?

  func run() async throws {
    var change = SettingsChange(
      targetPercent: target, publicityLimitPercent: publicityLimit, surveyStart: surveyStart,
      deadline: deadline, qualityMethod: qualityMethod, qualityLimitPercent: qualityLimit)
    if let budget {
      guard let fen = Fen(yuan: budget) else {
        throw CensusError(
          .usage, zh: "--budget 不是金额：“\(budget)”。", en: "--budget is no amount: “\(budget)”.",
          remedy: LocalizedText(
            zh: "写成元，最多两位小数。", en: "Write yuan with at most two decimals."))
      }
      change.budgetFen = fen
    }
    change.paymentPlan = try plan.map(CentralSettings.paymentPlan)
    change.notApplicable = try notApplicable.map { path throws(CensusError) in
      try CentralInit.notApplicable(path).map {
        InapplicableHazard(hazard: $0.key, reason: $0.value)
      }
    }
    let settings = try await Operations.settings.call(change, at: try place.access(global))
    try Particulars.print(
      settings, rows(settings), format: output.format, language: global.language)
  }

  private func rows(_ settings: SettingsDocument) -> [(LocalizedText, String)] {
    let plan = settings.paymentPlan.map { "\($0.date) \($0.percent)%" }.joined(separator: "  ")
    let usual = LocalizedText(zh: "（默认）", en: "(default)")[global.language]
    let hazards = settings.notApplicable.map { $0.hazard.name[global.language] }
    return [
      (LocalizedText(zh: "预算（元）", en: "budget (yuan)"), settings.budgetFen.yuan),
      (LocalizedText(zh: "完成率目标", en: "completion target"), "\(settings.targetPercent)%"),
      (LocalizedText(zh: "宣传费用上限", en: "publicity limit"), "\(settings.publicityLimitPercent)%"),
      (
        LocalizedText(zh: "调查开始", en: "survey start"),
        settings.surveyStart?.description ?? "01-01 \(usual)"
      ),
      (LocalizedText(zh: "截止", en: "deadline"), settings.deadline?.description ?? "12-31 \(usual)"),
      (
        LocalizedText(zh: "支付计划", en: "payment plan"),
        plan.isEmpty ? "03-31 25%  06-30 50%  10-31 75%  12-31 100% \(usual)" : plan
      ),
      (
        LocalizedText(zh: "不适用的灾种", en: "inapplicable hazards"),
        hazards.joined(separator: global.language == .zh ? "、" : ", ")
      ),
      (
        LocalizedText(zh: "差错率算法", en: "error rate"),
        settings.qualityMethod.name[global.language]
      ),
      (
        LocalizedText(zh: "差错率界限（未经证实）", en: "error limit (unconfirmed)"),
        "\(settings.qualityLimitPercent)%"
      ),
    ]
  }

  private static func paymentPlan(_ path: String) throws(CensusError) -> [PaymentDue] {
    let table = try CSVTable(path: path, columns: ["date", "cumulativePercent"])
    var steps: [PaymentDue] = []
    for row in table.rows {
      guard let date = CivilDate(row["date"]), let percent = Int(row["cumulativePercent"]) else {
        throw CensusError(
          .invalidData, zh: "\(path) 第 \(row.number) 行的日期或百分比不正确。",
          en: "Row \(row.number) of \(path) has a wrong date or percentage.")
      }
      steps.append(PaymentDue(date: date, percent: percent))
    }
    return steps
  }
}
