import CensusDomain

extension PaperKind {
  /// The paper's heading.
  var title: LocalizedText {
    switch self {
    case .completion:
      LocalizedText(zh: "单灾种致灾孕灾要素调查完成情况表", en: "Completion of the single-hazard factor survey")
    case .cost: LocalizedText(zh: "普查费用情况表", en: "Census cost")
    case .weekly: LocalizedText(zh: "普查进度周报", en: "Weekly progress report")
    case .monthly: LocalizedText(zh: "普查工作月报", en: "Monthly report")
    case .problems: LocalizedText(zh: "问题清单", en: "List of problems")
    case .quality: LocalizedText(zh: "质检核查表", en: "Quality check")
    case .target: LocalizedText(zh: "项目绩效目标表", en: "Performance targets")
    case .monitoring: LocalizedText(zh: "项目绩效运行监控表", en: "Performance monitoring")
    case .evaluation: LocalizedText(zh: "项目绩效自评表", en: "Performance self-evaluation")
    }
  }
}
