/// The reports that are handed over as papers.
public enum PaperKind: String, Sendable, Codable, CaseIterable {
  /// Completion of the single-hazard factor survey (完成情况表).
  case completion
  /// Spending and the publicity-cost ratio (费用情况表).
  case cost
  /// The week's progress by township and hazard (进度周报).
  case weekly
  /// The month's progress, changes and spending (工作月报).
  case monthly
  /// What is wrong, where, and by when it is to be mended (问题清单).
  case problems
  /// The check table of a quality sample (质检核查表).
  case quality
  /// A project's performance targets (绩效目标表).
  case target
  /// How a project runs against its targets (绩效运行监控表).
  case monitoring
  /// A project's self-evaluation (绩效自评表).
  case evaluation
}
