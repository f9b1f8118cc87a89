import CensusDomain

extension Evaluation {
  /// What a reader has to know of the points: what is not judged, what is above its target, what is not explained.
  public var remarks: [LocalizedText] {
    var remarks: [LocalizedText] = []
    if case .notScored(let reason) = budget {
      remarks.append(
        LocalizedText(
          zh: "预算执行率未评分：\(reason.zh)。", en: "The budget's execution is not scored: \(reason.en)."))
    }
    if let executed = input.executed, executed > input.project.budget.total.fen {
      remarks.append(
        LocalizedText(zh: "执行数超过预算数。", en: "More was paid than the budget allows."))
    }
    for row in rows {
      let name = row.indicator.level3
      if case .notScored(let reason) = row.score {
        remarks.append(
          LocalizedText(
            zh: "“\(name)”未评分：\(reason.zh)。", en: "“\(name)” is not scored: \(reason.en)."))
      }
      if let excess = row.excess {
        let said = row.standing.note.isEmpty
        remarks.append(
          LocalizedText(
            zh: "“\(name)”超出指标值 \(excess)%，\(said ? "须说明原因" : "说明：\(row.standing.note)")。",
            en: """
              “\(name)” is \(excess)% above its target; \
              \(said ? "this asks for an explanation" : "explained: \(row.standing.note)").
              """))
      }
      if let points = row.score.points, points < row.weight, row.explanation.isEmpty {
        remarks.append(
          LocalizedText(
            zh: "“\(name)”扣 \(row.weight.less(points).text) 分，未说明偏差原因。",
            en: "“\(name)” lost \(row.weight.less(points).text) points and nobody said why."))
      }
    }
    return remarks
  }

  /// How the points were made, with what is unverified named so.
  public var notes: [LocalizedText] {
    let rules = input.project.scoring
    let groups = IndicatorGroup.allCases.map { rules[$0].text }
    return [
      LocalizedText(
        zh: """
          分值：预算执行率 \(rules.budget.text)、产出 \(groups[0])、效果 \(groups[1])、满意度 \(groups[2])。\
          得分四舍五入到 0.01。“≥”按实际÷目标、“≤”超出时按目标÷实际计分，不超过分值。
          """,
        en: """
          Points: execution \(rules.budget.text), output \(groups[0]), effect \(groups[1]), satisfaction \
          \(groups[2]). Scores are rounded half up to 0.01. At least: value ÷ target; at most: target ÷ value \
          where it is above; never more than all points.
          """),
      LocalizedText(
        zh: "定性指标的分档、超额 \(rules.overFulfilment.text)% 须说明、得分封顶均为通行做法，未见本地文件，属可改的设置。",
        en: """
          The bands of qualitative targets, the explanation above \(rules.overFulfilment.text)% and the cap are \
          common practice without a local source, and settings.
          """),
    ] + input.project.readings
  }
}

extension Points {
  /// The points less others.
  func less(_ other: Points) -> Points { Points(hundredths: hundredths - other.hundredths) }
}

extension PerformanceProject {
  /// How peculiarities of the sheet were read, for the foot of its papers.
  public var readings: [LocalizedText] {
    remarks.map { LocalizedText(verbatim: $0) }
      + indicators.flatMap { indicator in
        indicator.remarks.map {
          LocalizedText(zh: "“\(indicator.level3)”：\($0)", en: "“\(indicator.level3)”: \($0)")
        }
      }
  }
}
