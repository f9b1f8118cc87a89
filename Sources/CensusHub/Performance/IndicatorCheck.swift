import CensusAPI
import CensusDomain
import CensusReports

/// Judges a record of an indicator before it is saved.
struct IndicatorCheck {
  let project: PerformanceProject
  let today: CivilDate

  /// Refuses a record that means nothing for its indicator.
  func require(_ record: IndicatorRecord) throws(CensusError) {
    if let fault = try fault(record) {
      throw CensusError(
        .invalidData, zh: "指标“\(record.indicator)”没有登记：\(fault.zh)",
        en: "Nothing was recorded of “\(record.indicator)”: \(fault.en)",
        remedy: LocalizedText(
          zh: "用 hazcensus indicator list \(record.project) 查看指标及其单位。",
          en: "See the indicators and their units with hazcensus indicator list \(record.project).")
      )
    }
  }

  private func fault(_ record: IndicatorRecord) throws(CensusError) -> LocalizedText? {
    if record.date > today {
      return LocalizedText(
        zh: "日期 \(record.date) 在今天之后。", en: "The day \(record.date) is after today.")
    }
    if record.note.utf8.count > 8000 || record.attachment.utf8.count > 1000 {
      return LocalizedText(zh: "说明或附件名过长。", en: "The note or the attachment's name is too long.")
    }
    if record.attachment.isEmpty != (record.attachmentHash == nil) {
      return LocalizedText(
        zh: "附件名和哈希须同时给出。", en: "An attachment has both a name and a hash.")
    }
    let values = [record.value, record.forecast].filter { !$0.isEmpty }
    if values.isEmpty, record.note.isEmpty, record.reason == nil, record.likelihood == nil {
      return LocalizedText(zh: "没有内容。", en: "It says nothing.")
    }
    if record.indicator == PerformanceProject.achievements {
      return values.isEmpty
        ? nil
        : LocalizedText(
          zh: "总体目标只用 --note 写完成情况。", en: "The goals take words only, by --note.")
    }
    if record.indicator == PerformanceProject.execution {
      guard !project.budget.usesLedger || record.value.isEmpty else {
        return IndicatorCheck.computed
      }
      return values.allSatisfy { Quantity($0)?.tenThousandYuan != nil }
        ? nil
        : LocalizedText(
          zh: "执行数以万元填写，不小于 0，最多六位小数。",
          en: "What was paid is a number of 10,000 yuan from 0, with at most six places.")
    }
    guard let indicator = project.indicators.first(where: { $0.id == record.indicator }) else {
      return LocalizedText(
        zh: "项目“\(project.id)”没有这个指标。", en: "The project “\(project.id)” has no such indicator.")
    }
    if indicator.evidence != nil, !record.value.isEmpty { return IndicatorCheck.computed }
    for value in values where IndicatorCheck.actual(value, of: indicator) == nil {
      return IndicatorCheck.mismatch(value, indicator)
    }
    for value in values {
      guard let judgement = Judgement(value), indicator.target.value == nil else { continue }
      guard judgement.fits(project.scoring) else {
        return LocalizedText(
          zh: """
            “\(value)”不在其分档之内：达成为 \(project.scoring.achievedFrom.text)–100，部分达成为 \
            \(project.scoring.partlyFrom.text)–\(project.scoring.achievedFrom.text)，未达成为 \
            0–\(project.scoring.partlyFrom.text)。
            """,
          en: """
            “\(value)” is outside its band: achieved is \(project.scoring.achievedFrom.text) to 100, partly \
            \(project.scoring.partlyFrom.text) to \(project.scoring.achievedFrom.text), missed 0 to \
            \(project.scoring.partlyFrom.text).
            """)
      }
    }
    return nil
  }

  /// What a recorded text says of an indicator; nil where it is of another kind.
  static func actual(_ text: String, of indicator: ProjectIndicator) -> IndicatorActual? {
    guard indicator.target.value != nil else { return Judgement(text).map { .judged($0) } }
    return Quantity(text).map { .measured($0.ratio) }
  }

  private static let computed = LocalizedText(
    zh: "它的值由中心的记录算出，只能登记预计、原因、可能性和说明。",
    en:
      "Its value is worked out from the central's records; give forecast, reason, likelihood and note only."
  )

  private static func mismatch(_ value: String, _ indicator: ProjectIndicator) -> LocalizedText {
    indicator.target.value == nil
      ? LocalizedText(
        zh: "“\(value)”应写为：达成、达成:95、部分达成:70 或 未达成:30（占分值的百分比）。",
        en:
          "“\(value)” is to read achieved, achieved:95, partly:70 or missed:30 (percent of the points)."
      )
      : LocalizedText(
        zh: "“\(value)”应为不小于 0、最多六位小数的数，单位“\(indicator.target.unit)”不写。",
        en:
          "“\(value)” is to be a number from 0 with at most six places, without its unit “\(indicator.target.unit)”."
      )
  }
}

extension Quantity {
  /// The amount that so many times 10,000 yuan are; nil where it is too large.
  var tenThousandYuan: Fen? {
    // A millionth of 10,000 yuan is a fen.
    millionths <= 100_000_000_000_000 ? Fen(millionths) : nil
  }
}
