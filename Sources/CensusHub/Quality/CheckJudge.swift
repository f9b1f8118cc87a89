import CensusAPI
import CensusDomain
import CensusForms
import CensusReports

/// Judges checks of sampled objects before they are recorded.
struct CheckJudge {
  let draw: SampleDraw
  let today: CivilDate
  let drawn: Set<SampleUnit.Key>
  let forms: FormCatalogue

  private static let longestText = 1000
  private static let mostIndicators = 100_000

  /// The check as it is recorded: fields that were given by their labels by their names.
  func settled(_ check: SampleCheck) throws(CensusError) -> SampleCheck {
    var check = check
    guard let form = try forms.newest(check.form) else { return check }
    for index in check.faults.indices {
      let word = check.faults[index].field
      let field = form.fields.first { [$0.name, $0.label.zh, $0.label.en].contains(word) }
      check.faults[index].field = field?.name ?? word
    }
    return check
  }

  /// Why a check is refused; nil where it is not.
  func fault(_ check: SampleCheck) throws(CensusError) -> LocalizedText? {
    guard drawn.contains(SampleUnit.Key(object: check.objectCode, form: check.form)) else {
      return LocalizedText(
        zh: "对象 \(check.objectCode) 的调查表 \(check.form) 不在第 \(draw.number) 次抽样的样本中。",
        en: """
          The form \(check.form) of the object \(check.objectCode) is not in the sample of draw \
          \(draw.number).
          """)
    }
    if let fault = numbers(check) ?? words(check) ?? days(check) { return fault }
    return try fields(check)
  }

  private func numbers(_ check: SampleCheck) -> LocalizedText? {
    guard (1...CheckJudge.mostIndicators).contains(check.indicators) else {
      return LocalizedText(
        zh: "核查指标数须在 1 至 \(CheckJudge.mostIndicators) 之间。",
        en: "From 1 to \(CheckJudge.mostIndicators) indicators are checked.")
    }
    guard check.faults.count <= check.indicators else {
      return LocalizedText(
        zh: "错误指标 \(check.faults.count) 个，多于核查指标 \(check.indicators) 个。",
        en: "\(check.faults.count) indicators are wrong of \(check.indicators) that were checked.")
    }
    return nil
  }

  private func words(_ check: SampleCheck) -> LocalizedText? {
    if check.checkedBy.allSatisfy(\.isWhitespace) {
      return LocalizedText(zh: "没有写明核查人。", en: "It is not said who checked.")
    }
    let texts =
      [check.checkedBy, check.note]
      + check.faults.flatMap { [$0.field, $0.recorded, $0.correct] }
    if texts.contains(where: { $0.unicodeScalars.count > CheckJudge.longestText }) {
      return LocalizedText(
        zh: "有文字超过 \(CheckJudge.longestText) 个字符。",
        en: "A text has more than \(CheckJudge.longestText) characters.")
    }
    return nil
  }

  private func days(_ check: SampleCheck) -> LocalizedText? {
    guard check.day < draw.day || check.day > today else { return nil }
    return LocalizedText(
      zh: "核查日期 \(check.day) 应在抽样日期 \(draw.day) 与今天之间。",
      en: "The day of the check, \(check.day), is to be from the draw's day, \(draw.day), to today."
    )
  }

  private func fields(_ check: SampleCheck) throws(CensusError) -> LocalizedText? {
    let form = try forms.newest(check.form)
    for fault in check.faults {
      if let form, form.field(fault.field) == nil {
        return LocalizedText(
          zh: "\(form.code) 没有字段“\(fault.field)”（用 hazcensus forms show \(form.code) 查看）。",
          en: "\(form.code) has no field “\(fault.field)” (see hazcensus forms show \(form.code)).")
      }
      if fault.recorded == fault.correct {
        return LocalizedText(
          zh: "字段“\(fault.field)”的填报值与正确值相同。",
          en: "Of the field “\(fault.field)” the recorded and the correct value are the same.")
      }
    }
    guard Set(check.faults.map(\.field)).count == check.faults.count else {
      return LocalizedText(zh: "同一字段列了两次。", en: "A field is listed twice.")
    }
    return nil
  }
}
