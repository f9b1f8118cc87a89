import CensusDomain

/// The words that the papers of progress share.
extension Wording {
  static let selfChecked = LocalizedText(zh: "已自检", en: "Self-checked")
  static let change = LocalizedText(zh: "增减", en: "Change")
  static let rateChange = LocalizedText(zh: "完成率增减", en: "Rate change")
  static let rank = LocalizedText(zh: "排名", en: "Rank")
  static let problems = LocalizedText(zh: "存在问题", en: "Problems")
  static let previousObjects = LocalizedText(zh: "上期应查", en: "To survey before")
  static let previousDone = LocalizedText(zh: "上期完成", en: "Done before")
  static let previousRate = LocalizedText(zh: "上期完成率", en: "Rate before")
  static let done = LocalizedText(zh: "已完成", en: "Done")
  static let nothing = LocalizedText(verbatim: Wording.none)
  static let explained = LocalizedText(zh: "应为", en: "Makes")
  static let actual = LocalizedText(zh: "本期实有", en: "Counted now")
  static let unexplained = LocalizedText(zh: "未说明", en: "Unexplained")
  static let byTown = LocalizedText(zh: "分乡镇", en: "by township")
  static let byHazard = LocalizedText(zh: "分灾种", en: "by hazard")
  static let expected = LocalizedText(zh: "应有进度", en: "Expected")
  static let people = LocalizedText(zh: "人数", en: "People")
  static let day = LocalizedText(zh: "日期", en: "Day")

  /// What the self-check means at the central.
  static let selfCheckedNote = LocalizedText(
    zh: "“已自检”：终稿都已在采集设备上通过本表的填写规则；在县级中心，即除隔离记录外的全部记录，包括被退回和有冲突的。",
    en: """
      Self-checked: whatever is made final has passed its form's rules on the device; at the central these are \
      all records outside quarantine, returned ones and those in conflict included.
      """)

  /// How the two ends of a period are compared.
  static let bridgeNote = LocalizedText(
    zh: "变动按对象比较两个期末得出，每个对象至多计入一项；期内通过后又被退回的不计。“未说明”不为 0 时，应先查明原因再上报。",
    en: """
      Changes compare the two ends object by object, and each object is in at most one; what was passed and \
      returned within the period is in none. Where something is unexplained, find out why before handing this over.
      """)

  /// By what terms both ends are counted.
  static let termsNote = LocalizedText(
    zh: "上期数按本期的适用灾种和完成口径重新统计，因此可能与上期报表不同。",
    en: """
      The figures before are counted by the present hazards and stage, so that they may differ from the paper \
      of the period before.
      """)
}

extension PaperCell {
  /// A label in the program's words.
  static func label(_ text: LocalizedText) -> PaperCell { PaperCell(.text(text), style: .label) }

  /// A figure that counts records.
  static func figure(_ count: Int, _ source: FigureSource, isAlarm: Bool = false) -> PaperCell {
    PaperCell(.count(count), style: isAlarm ? .alarm : .plain, source: source)
  }

  /// The label of a township: its name as the inventory has it.
  static func town(_ name: String) -> PaperCell {
    PaperCell(name.isEmpty ? .text(Wording.unnamed) : .typed(name), style: .label)
  }
}
