import CensusAPI
import CensusDomain

extension CostRules {
  /// What the program proposes until the bureau has its own list.
  ///
  /// No stored document defines 宣传费用; this is the proposal of the domain notes, section 5.4. What people wear is
  /// asked about first, training is never publicity, then what the public sees is, and the rest of what a census
  /// buys is not.
  static let proposal = CostRules(
    rules: list(.ask, ["马甲", "工作服", "标识服"], "是否面向公众，须由经办人判定")
      + list(.no, ["培训", "会议"], "培训费、会议费不计入宣传费用")
      + list(
        .yes,
        [
          "公告", "一封信", "折页", "海报", "横幅", "标语", "展板", "宣传", "媒体", "公众号", "短视频",
          "短信", "活动场地",
        ], "面向公众的宣传，计入宣传费用")
      + list(
        .no, ["劳务", "技术服务", "委托业务", "差旅", "办公", "设备"], "普查工作支出，不计入宣传费用"),
    isProposal: true)

  private static func list(
    _ verdict: PublicityVerdict, _ words: [String], _ reason: String
  ) -> [PublicityRule] {
    words.map { PublicityRule(word: $0, verdict: verdict, reason: reason) }
  }

  /// The list in force.
  init(_ records: any CentralTransaction) throws {
    guard let text = try SettingKey.all(records)[.publicityRules] else {
      self = .proposal
      return
    }
    self.init(
      rules: try OperationCoding.decode([PublicityRule].self, from: Array(text.utf8)),
      isProposal: false)
  }
}
