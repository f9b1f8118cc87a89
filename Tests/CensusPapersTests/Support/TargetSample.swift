import CensusDomain
import CensusReports

/// A table like an office's sheet of targets: labels over many rows, values over many columns.
enum TargetSample {
  static var section: PaperSection {
    PaperSection(
      id: "target", title: text("绩效目标", "Targets"),
      grid: PaperGrid(
        columns: [
          .init(width: 12, alignment: .center), .init(width: 14, alignment: .center),
          .init(width: 26), .init(width: 22), .init(width: 14, alignment: .trailing),
          .init(width: 14, alignment: .trailing), .init(width: 22),
        ], headingRows: 2, rows: headings + money + indicators),
      charts: [PaperSamples.progress],
      remarks: [text("分值为内部设置，未经财政部门确认。", "Weights are settings.")])
  }

  private static let headings: [[PaperCell]] = [
    [
      .heading(text("项目名称", "Project"), columnSpan: 2),
      PaperCell(.typed("第一次全国自然灾害综合风险普查\n（开平区）"), columnSpan: 3, alignment: .center),
      .heading(text("填报日期", "Date")), PaperCell(.day(PaperSamples.day(11, 1))),
    ],
    [
      .heading(text("一级指标", "Level 1")), .heading(text("二级指标", "Level 2")),
      .heading(text("三级指标", "Level 3")), .heading(text("年度指标值", "Target")),
      .heading(text("实际完成值", "Actual")), .heading(text("得分", "Score")),
      .heading(text("偏差原因分析及改进措施", "Reasons")),
    ],
  ]

  private static let money: [[PaperCell]] = [
    [
      label(text("项目资金（万元）", "Funds (10,000 yuan)"), rows: 3, columns: 2),
      label(text("全年预算数", "Budget")), PaperCell(.money(Fen(30_000_000), .tenThousandYuan)),
      label(text("其中：财政拨款", "Grants"), columns: 2),
      PaperCell(.money(Fen(30_000_000), .tenThousandYuan)),
    ],
    [
      label(text("全年执行数", "Spent")), PaperCell(.money(Fen(22_940_000), .tenThousandYuan)),
      label(text("结余", "Left"), columns: 2),
      PaperCell(
        .money(Fen(7_060_000), .tenThousandYuan),
        formula: .difference(CellPlace(row: 2, column: 3), CellPlace(row: 3, column: 3))),
    ],
    [
      label(text("执行率", "Rate")),
      PaperCell(
        .rate(numerator: 22_940_000, denominator: 30_000_000, places: 2),
        formula: .quotient(CellPlace(row: 3, column: 3), CellPlace(row: 2, column: 3))),
      label(text("上年结转执行率", "Of carry-over"), columns: 2),
      PaperCell(.none(text("没有结转“0”\"", "No \"carry-over\""))),
    ],
  ]

  private static let indicators: [[PaperCell]] = [
    [
      label(text("产出指标", "Output"), rows: 4), label(text("数量指标", "Quantity"), rows: 2),
      PaperCell(.text(text("宣传次数", "Publicity"))), PaperCell(.text(text("≥2 次", "≥ 2"))),
      PaperCell(.count(3)), PaperCell(.decimal("10")), PaperCell(.typed("@SUM(1+1)")),
    ],
    [
      PaperCell(.text(text("培训人次", "Training"))), PaperCell(.text(text("≥7 人次", "≥ 7"))),
      PaperCell(.count(23)), PaperCell(.decimal("9.75")), PaperCell(.typed("-1+2 未签到者补签")),
    ],
    [
      label(text("质量指标", "Quality")), PaperCell(.text(text("单灾种调查完成率", "Completion"))),
      PaperCell(.text(text("≥60%", "≥ 60 %"))),
      PaperCell(
        .rate(numerator: 59_999, denominator: 100_000, places: 3), style: .alarm),
      PaperCell(.decimal("14.99")),
      PaperCell(.typed("底册在八月新增 1,204 个对象，完成率因此下降；已增派调查员，计划十二月十五日前完成。")),
    ],
    [
      label(text("成本指标", "Cost")), PaperCell(.text(text("宣传费用比例", "Publicity share"))),
      PaperCell(.text(text("≤15%", "≤ 15 %"))),
      PaperCell(
        .none(text("尚未发生支出", "No spending yet")),
        formula: .quotient(CellPlace(row: 9, column: 4), CellPlace(row: 9, column: 4))),
      PaperCell(.none(text("不评分", "Not scored"))), PaperCell(.typed("=1+1")),
    ],
    [
      label(text("合计", "Total"), columns: 4), PaperCell(.count(0), style: .total),
      PaperCell(
        .decimal("34.74"), style: .total,
        formula: .sum((5...8).map { CellPlace(row: $0, column: 5) })),
      PaperCell(.code("00130205104"), style: .total),
    ],
  ]

  private static func label(
    _ text: LocalizedText, rows: Int = 1, columns: Int = 1
  ) -> PaperCell {
    PaperCell(.text(text), style: .label, columnSpan: columns, rowSpan: rows, alignment: .center)
  }

  private static func text(_ zh: String, _ en: String) -> LocalizedText {
    LocalizedText(zh: zh, en: en)
  }
}
