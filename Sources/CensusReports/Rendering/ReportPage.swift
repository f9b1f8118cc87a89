import CensusDomain

/// One printed page set in the shape that the page template reads.
///
/// No property is optional, because the template engine looks a missing name up in the enclosing
/// section and would print that instead.
struct ReportPage {
  struct Section {
    let heading: String
    let headline: ReportFact
    let others: [ReportFact]
    let facts: [ReportFact]
    let alarms: [String]
    let mainTables: [HTMLTable]
    let charts: [CompletionChart]
    let tables: [HTMLTable]
  }

  let languageTag: String
  let project: String
  let title: String
  let subtitle: String
  let blanks: [String]
  let sections: [Section]
  let notes: [String]
  let pageNumbers: String

  /// Shapes the reports that are given; at least one is.
  init(completion: CompletionReport?, cost: CostReport?, language: Language) {
    let isChinese = language == .zh
    languageTag = isChinese ? "zh-CN" : "en"
    project =
      isChinese
      ? "第一次全国自然灾害综合风险普查"
      : "First National Comprehensive Natural Disaster Risk Census"
    // The office's form leaves these to be filled by hand and stamped (domain notes, section 4).
    blanks =
      isChinese
      ? ["填报单位（盖章）", "填报日期", "单位负责人", "填表人", "联系电话"]
      : ["Reporting office (seal)", "Date", "Head of office", "Filled in by", "Telephone"]
    pageNumbers =
      isChinese
      ? #""第 " counter(page) " 页 / 共 " counter(pages) " 页""#
      : #""Page " counter(page) " of " counter(pages)"#
    title =
      completion == nil
      ? (isChinese ? "普查费用情况表" : "Census cost")
      : (isChinese ? "单灾种致灾孕灾要素调查完成情况表" : "Completion of the single-hazard factor survey")
    let day = completion?.asOf ?? cost?.asOf
    subtitle = [
      completion.map { "\($0.districtName) \($0.district)" },
      day.map { (isChinese ? "统计截止 " : "as of ") + $0.description },
    ].compactMap { $0 }.joined(separator: " · ")
    sections = [
      completion.map { Section($0, language: language) },
      cost.map { Section($0, language: language) },
    ].compactMap { $0 }
    notes = ReportPage.notes(completion: completion, cost: cost, language: language)
  }

  private static func notes(
    completion: CompletionReport?, cost: CostReport?, language: Language
  ) -> [String] {
    let isChinese = language == .zh
    var notes = [String]()
    if let completion {
      let done = Wording.name(of: completion.requiredStage)
      let version = completion.inventoryVersion.map { "v\($0)" } ?? Wording.none
      notes.append(
        isChinese
          ? "完成率 = 已达到“\(done.zh)”的对象数 ÷ 清查底册应查对象数；各列为累计数。"
          : "Rate = objects at “\(done.en)” ÷ objects to survey; columns are cumulative."
      )
      notes.append(
        isChinese
          ? "清查底册版本：\(version)；数据快照：\(completion.snapshot)"
          : "Inventory version: \(version); snapshot: \(completion.snapshot)")
    }
    if let cost {
      notes.append(
        isChinese
          ? "费用按支付日期统计，退款以负数计；费用数据快照：\(cost.snapshot)"
          : "Costs count by day of payment, refunds as negative; cost snapshot: \(cost.snapshot)")
    }
    return notes
  }
}
