import CensusDomain
import CensusReports

/// Papers that several suites render.
enum PaperSamples {
  /// A day of 2021.
  static func day(_ month: Int, _ day: Int) -> CivilDate {
    CivilDate(year: 2021, month: month, day: day) ?? CivilDate(dayNumber: 0)
  }

  /// The paper around some sections.
  static func paper(
    _ sections: [PaperSection], number: String? = "2021-0007", kind: PaperKind = .completion,
    title: LocalizedText = text("单灾种致灾孕灾要素调查完成情况表", "Completion of the single-hazard survey")
  ) -> Paper {
    Paper(
      kind: kind, number: number, asOf: day(10, 31), title: title,
      subtitle: text("开平区 130205 · 统计截止 2021-10-31", "Kaiping 130205 · as of 2021-10-31"),
      office: PaperOffice(unit: "开平区应急管理局", date: "2021年11月1日", filler: "=王芳"),
      snapshot: PaperSnapshot(
        moment: .end(of: day(10, 31)), inventoryVersion: 3,
        auditHead: "8127:" + String(repeating: "9f3c", count: 16)),
      sections: sections,
      notes: [
        text("完成率 = 已达到“县级通过”的对象数 ÷ 清查底册应查对象数；各列为累计数。", "Columns are cumulative.")
      ])
  }

  /// The completion of a district with all classes of hazards, a rate just below the target, and a hazard without
  /// objects.
  static var completion: Paper {
    let hazards = Array(Hazard.allCases.prefix(14))
    var cells: [CompletionCell] = []
    for (index, hazard) in hazards.enumerated() where index != 3 {
      for (place, town) in ["130205001", "130205100", "130205105"].enumerated() {
        for stage in Stage.allCases {
          cells.append(
            CompletionCell(
              hazard: hazard, town: town,
              surveyor: ["张伟", "=cmd|' /C calc'!A0", "", "Li"][index % 4],
              stage: stage, count: (index * 7 + place * 5 + stage.rawValue * 11) % 37))
        }
      }
    }
    cells.append(
      CompletionCell(
        hazard: .rainstorm, town: "130205104", surveyor: "柳树酄·浭阳", stage: .countyPassed, count: 59))
    let report = CompletionReport(
      CompletionInput(
        asOf: day(10, 31), district: "130205", districtName: "开平区", inventoryVersion: 3,
        inventoryFrozenOn: day(5, 1), cells: cells,
        townNames: [
          "130205001": "马家沟街道", "130205100": "开平镇", "130205104": "洼里镇", "130205105": "+越河镇",
        ],
        applicable: hazards,
        notApplicable: [
          NotApplicableHazard(hazard: .stormSurge, reason: text("本区不临海", "Not on the coast"))
        ],
        surveyStart: day(5, 1), deadline: day(12, 31), snapshot: "audit:8127"))
    return paper(report.sections)
  }

  /// The spending of a year under way, with a refund.
  static var cost: Paper {
    let input = CostInput(
      asOf: day(10, 31),
      lines: [
        CostLine(date: day(3, 2), amount: Fen(12_500_00), isPublicity: true),
        CostLine(date: day(4, 9), amount: Fen(-20_01), isPublicity: false),
        CostLine(date: day(6, 30), amount: Fen(98_000_55), isPublicity: false),
        CostLine(date: day(10, 9), amount: Fen(45_678_90), isPublicity: false),
      ], snapshot: "audit:8127")
    return paper(
      CostReport(input).sections(plan: input.paymentPlan), number: nil, kind: .cost,
      title: text("普查费用情况表", "Census cost"))
  }

  /// A sheet of targets with cells over many rows and columns, every kind of value, and what somebody typed.
  static var target: Paper {
    paper(
      [TargetSample.section], kind: .target, title: text("项目支出绩效目标表", "Performance targets"))
  }

  /// A list of so many problems with texts of one and of several lines.
  static func list(rows: Int) -> Paper {
    var table = PaperTable([
      .figure(text("序号", "No."), width: 8), .init(text("区划代码", "Code"), width: 14),
      .init(text("乡镇（街道）", "Township"), width: 18), .init(text("问题", "Problem"), width: 60),
      .figure(text("对象数", "Objects"), width: 12),
    ])
    for row in 1...rows {
      let problem =
        row.isMultiple(of: 7)
        ? "第 \(row) 号：照片缺失，且坐标落在乡镇边界以外，须实地核实后重新填报并附说明；联系调查员补齐佐证材料。"
        : "第 \(row) 号：照片缺失"
      table.add([
        PaperCell(.count(row), style: .label), PaperCell(.code("130205\(100 + row % 6)")),
        PaperCell(.typed("开平镇")), PaperCell(.typed(problem)), PaperCell(.count(row % 5)),
      ])
    }
    let sum = (1...rows).reduce(0) { $0 + $1 % 5 }
    table.add([
      PaperCell(.text(text("合计", "Total")), style: .total, columnSpan: 4),
      table.sum(.count(sum), of: 4),
    ])
    return paper(
      [PaperSection(id: "problems", title: text("问题清单", "Problems"), grid: table.grid)],
      kind: .problems, title: text("普查问题清单", "Problems of the census"))
  }

  /// Progress by day with a plan, a projection and its bounds.
  static var progress: PaperChart {
    let days = (0..<40).map { CivilDate(dayNumber: day(9, 1).dayNumber + $0 * 3) }
    func values(_ range: Range<Int>, _ value: (Int) -> Int64) -> [Int64?] {
      days.indices.map { range.contains($0) ? value($0) : nil }
    }
    return PaperChart(
      id: "progress", title: text("完成对象数与预测 <&>", "Objects done and forecast <&>"), shape: .lines,
      unit: .count, labels: days.map { LocalizedText(verbatim: $0.description) },
      series: [
        .init(name: text("已完成", "Done"), role: .actual, values: values(0..<21) { Int64($0 * 31) }),
        .init(name: text("计划", "Plan"), role: .plan, values: values(0..<40) { Int64($0 * 28) }),
        .init(
          name: text("预测", "Forecast"), role: .projection,
          values: values(20..<40) { Int64($0 * 31) }),
        .init(
          name: text("下限", "Lower bound"), role: .lowerBound,
          values: values(20..<40) { Int64($0 * 31 - ($0 - 20) * 9) }),
        .init(
          name: text("上限", "Upper bound"), role: .upperBound,
          values: values(20..<40) { Int64($0 * 31 + ($0 - 20) * 9) }),
      ], mark: .init(name: text("应查对象数", "Objects to survey"), value: 1_100))
  }

  /// A text in both languages.
  static func text(_ zh: String, _ en: String) -> LocalizedText { LocalizedText(zh: zh, en: en) }
}
