import CensusDomain

/// The words of the performance sheets; the Chinese ones are those of the printed sheets.
enum PerformanceWording {
  static let code = LocalizedText(zh: "项目编码", en: "Project code")
  static let name = LocalizedText(zh: "项目名称", en: "Project")
  static let department = LocalizedText(zh: "主管部门", en: "Department")
  static let unit = LocalizedText(zh: "实施单位", en: "Carried out by")
  static let level1 = LocalizedText(zh: "一级指标", en: "Level 1")
  static let level2 = LocalizedText(zh: "二级指标", en: "Level 2")
  static let level3 = LocalizedText(zh: "三级指标", en: "Level 3")
  static let description = LocalizedText(zh: "绩效指标描述", en: "Description")
  static let value = LocalizedText(zh: "指标值", en: "Target")
  static let yearValue = LocalizedText(zh: "年度指标值", en: "Target of the year")
  static let basis = LocalizedText(zh: "指标值确定依据", en: "Basis")
  static let score = LocalizedText(zh: "得分", en: "Score")
  static let weight = LocalizedText(zh: "分值", en: "Points")
  static let rate = LocalizedText(zh: "执行率", en: "Execution")
  static let budgetOfYear = LocalizedText(zh: "年初预算数", en: "Budget")
  static let noBudget = LocalizedText(zh: "没有预算", en: "No budget")

  /// A label of a row or a column.
  static func label(
    _ text: LocalizedText, columns: Int = 1, rows: Int = 1
  ) -> PaperCell {
    .heading(text, columnSpan: columns, rowSpan: rows)
  }

  /// What a file or a person wrote; nothing where it is empty.
  static func typed(
    _ text: String, columns: Int = 1, rows: Int = 1, source: FigureSource? = nil
  ) -> PaperCell {
    PaperCell(
      text.isEmpty ? .empty : .typed(text), columnSpan: columns, rowSpan: rows, source: source)
  }
}

extension IndicatorActual {
  /// The value as a cell shows it: a rate as a percentage, a number bare, a judgement in words.
  func value(for target: IndicatorTarget) -> PaperValue {
    switch self {
    case .none(let reason): return .none(reason)
    case .judged(let judgement): return .text(judgement.wording)
    case .measured(let ratio):
      if target.unit == "%", let rate = Ratio(ratio.numerator, over: ratio.denominator)?.hundredth {
        let mark = target.value?.ratio.hundredth
        return .rate(rate, distinctFrom: mark, orNone: LocalizedText(verbatim: ""))
      }
      return .decimal(ratio.decimal)
    }
  }
}

extension Ratio {
  /// A hundredth of the fraction; nil where that cannot be written in 64 bits.
  var hundredth: Ratio? { times(1, over: 100) }

  /// The fraction as a decimal of at most six places, cut off, without zeros at the end.
  public var decimal: String {
    let millionths = Int128(numerator) * 1_000_000 / Int128(denominator)
    let digits = String(millionths.magnitude % 1_000_000)
    var fraction = String(repeating: "0", count: 6 - digits.utf8.count) + digits
    while fraction.last == "0" { fraction.removeLast() }
    let sign = millionths < 0 ? "-" : ""
    return sign + String(millionths.magnitude / 1_000_000)
      + (fraction.isEmpty ? "" : "." + fraction)
  }
}
