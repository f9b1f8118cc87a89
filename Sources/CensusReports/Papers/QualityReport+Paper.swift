import CensusDomain

extension QualityReport {
  /// The report's tables as sections of a paper; those without rows are left out.
  public var sections: [PaperSection] {
    [
      factSection, townshipSection, formSection, rateSection, strataSection, siteSection,
      faultSection, pendingSection, reworkSection,
    ].compactMap { $0 }
  }

  /// How the figures are to be understood.
  public var notes: [LocalizedText] {
    [
      text(
        "“调查总量”为抽样时已通过县级审核的对象与调查表之和（抽样框），“抽样数量”按“调查表×乡镇”分层抽取，每层至少 1 个。",
        """
        “Surveyed” are the objects' forms that had passed the county's review when the sample was drawn; of \
        each form in each township the stated share is drawn, at least one.
        """),
      text(
        "差错率的两种算法同时列出：合并计算＝错误指标÷核查指标；对象平均＝各对象差错率的平均。结论按“\(input.method.name.zh)”。",
        """
        Both ways of working out the rate are shown; judged is by: \(input.method.name.en).
        """),
      text(
        "合格界限 \(input.limit.shortPercent) 和采用哪种算法均为本系统的设置，未经上级文件证实；以上级普查办的要求为准。",
        """
        The limit of \(input.limit.shortPercent) and the method are settings of this system and not \
        confirmed by a document; what the superior census office asks for holds.
        """),
      text(
        "位置和图形单独核查、单独列出，不计入差错率。",
        "Positions and shapes are checked and shown apart, outside the rate."
      ),
      text(
        "样本由随机种子和抽样框唯一确定，任何人可按 Docs/Quality.md 的算法重抽核对。",
        "Seed and frame alone decide the sample; Docs/Quality.md states how to draw it again."),
    ]
  }

  private var factSection: PaperSection {
    let sample = FigureSource.sample(draw: input.draw, form: nil)
    let passes = total.verdict
    let grid = PaperTable.facts([
      (text("抽样编号", "Draw"), .code(String(input.draw)), nil),
      (
        text("核查层级", "Checked by"),
        .text(input.level == .county ? text("县级", "the county") : text("市级", "the city")), nil
      ),
      (text("抽样日期", "Drawn on"), .day(input.day), nil),
      (
        text("上次未通过的抽样", "Follows the failed draw"),
        input.follows.map { .code(String($0)) } ?? .empty, nil
      ),
      (text("抽样比例", "Share"), .code(input.share.percent), nil),
      (text("随机种子", "Seed"), .typed(input.seed), nil),
      (text("抽样框摘要（SHA-256）", "SHA-256 of the frame"), .code(input.frameHash.description), nil),
      (text("清查底册版本", "Inventory version"), .code(String(input.inventoryVersion)), nil),
      (text("已核查对象", "Objects checked"), .count(total.tally.checked), sample),
      (text("待核查对象", "Objects to be checked"), .count(pending.count), sample),
      (text("差错率：合并计算", "Rate: pooled"), rate(total, .pooled), sample),
      (text("差错率：对象平均", "Rate: mean of the objects"), rate(total, .perObjectMean), sample),
      (text("采用的算法", "Method in force"), .text(input.method.name), nil),
      (
        text("合格界限（未经证实的设置）", "Limit (an unconfirmed setting)"),
        .rate(numerator: input.limit.numerator, denominator: input.limit.denominator, places: 2),
        nil
      ),
      (text("核查结果", "Result"), .text(passes.name), nil),
    ])
    return PaperSection(
      id: "draw", title: text("抽样与结论", "Draw and result"), grid: grid,
      remarks: failing.isEmpty
        ? []
        : [
          text(
            "未通过：\(failing.map { name(of: $0).zh }.joined(separator: "、"))。其全部对象须整改复查，然后重新抽样。",
            """
            Not passed: \(failing.map { name(of: $0).en }.joined(separator: ", ")). All their objects are \
            to be looked at again, and then a new sample is drawn.
            """)
        ])
  }

  private var townshipSection: PaperSection {
    PaperSection(
      id: "townships", title: text("分乡镇核查结果", "Results by township"), grid: published(townships))
  }

  private var formSection: PaperSection {
    PaperSection(
      id: "forms", title: text("分调查表核查结果", "Results by form"), grid: published(forms))
  }

  /// The seven columns that a city published in 2021 (domain notes, section 3.3).
  private func published(_ rows: [Row]) -> PaperGrid {
    var table = PaperTable([
      .init(text("名称", "Name"), width: 36), .figure(text("调查总量", "Surveyed")),
      .figure(text("抽样数量", "Sampled")),
      .figure(text("核查调查指标总数", "Indicators checked"), width: 18),
      .figure(text("错误调查指标总数", "Indicators wrong"), width: 18),
      .figure(text("差错率", "Error rate")), .init(text("核查结果", "Result"), width: 18),
    ])
    for row in rows {
      let source = FigureSource.sample(draw: input.draw, form: row.form)
      table.add(
        [nameCell(row)]
          + counts(row).map { PaperCell(.count($0), source: source) }
          + [
            rateCell(row, input.method, row: table.nextRow, wrong: 4, of: 3), verdictCell(row),
          ])
    }
    let sums = counts(total).enumerated().map { index, count in
      table.sum(.count(count), of: index + 1)
    }
    var last = rateCell(total, input.method, row: table.nextRow, wrong: 4, of: 3)
    last.style = .total
    table.add(
      [PaperCell(.text(Wording.total), style: .total)] + sums + [
        last, PaperCell(.text(total.verdict.name), style: .total),
      ])
    return table.grid
  }

  private var rateSection: PaperSection {
    var table = PaperTable([
      .init(text("名称", "Name"), width: 36),
      .figure(text("已核查对象", "Objects checked"), width: 16),
      .figure(text("合并计算", "Pooled")), .figure(text("对象平均", "Mean")),
    ])
    for row in townships + forms + [total] {
      let source = FigureSource.sample(draw: input.draw, form: row.form)
      let isTotal = row == total
      table.add([
        isTotal ? PaperCell(.text(Wording.total), style: .total) : nameCell(row),
        PaperCell(
          .count(row.tally.checked), style: isTotal ? .total : .plain, source: source),
        PaperCell(rate(row, .pooled), style: isTotal ? .total : .plain, source: source),
        PaperCell(rate(row, .perObjectMean), style: isTotal ? .total : .plain, source: source),
      ])
    }
    return PaperSection(
      id: "rates", title: text("两种算法的差错率", "Rates by both methods"), grid: table.grid)
  }

  private var strataSection: PaperSection {
    var table = PaperTable([
      .init(text("调查表", "Form"), width: 30), .init(Wording.town, width: 22),
      .figure(text("调查总量", "Surveyed")), .figure(text("抽样数量", "Sampled")),
      .figure(text("核查指标", "Indicators")), .figure(text("错误指标", "Wrong")),
      .figure(text("合并差错率", "Pooled rate")),
    ])
    for row in strata {
      let source = FigureSource.sample(draw: input.draw, form: row.form)
      table.add(
        [
          PaperCell(.text(title(of: row.form ?? "")), style: .label),
          PaperCell(townValue(row.town ?? ""), style: .label),
        ]
          + counts(row).map { PaperCell(.count($0), source: source) }
          + [rateCell(row, .pooled, row: table.nextRow, wrong: 5, of: 4)])
    }
    let sums = counts(total).enumerated().map { index, count in
      table.sum(.count(count), of: index + 2)
    }
    var last = rateCell(total, .pooled, row: table.nextRow, wrong: 5, of: 4)
    last.style = .total
    table.add([PaperCell(.text(Wording.total), style: .total, columnSpan: 2)] + sums + [last])
    return PaperSection(
      id: "strata", title: text("分层情况", "Strata"), grid: table.grid,
      remarks: [
        text("各层样本很少，只列差错率，不单独下结论。", "A stratum's sample is small; it has a rate and no verdict.")
      ])
  }

  private var siteSection: PaperSection {
    var table = PaperTable([
      .init(text("调查表", "Form"), width: 36), .figure(text("核查位置", "Positions")),
      .figure(text("位置错误", "Wrong")), .figure(text("核查图形", "Shapes")),
      .figure(text("图形错误", "Wrong")),
    ])
    for row in forms {
      table.add(
        [nameCell(row)]
          + siteCounts(row).map {
            PaperCell(.count($0), source: .sample(draw: input.draw, form: row.form))
          })
    }
    let sums = siteCounts(total).enumerated().map { index, count in
      table.sum(.count(count), of: index + 1)
    }
    table.add([PaperCell(.text(Wording.total), style: .total)] + sums)
    return PaperSection(
      id: "site", title: text("位置与图形", "Positions and shapes"), grid: table.grid)
  }
}

extension QualityReport {
  /// A row's name as a cell.
  func nameCell(_ row: Row) -> PaperCell {
    PaperCell(row.town.map(townValue) ?? .text(title(of: row.form ?? "")), style: .label)
  }

  /// A township's name as somebody gave it to the central, or its code.
  func townValue(_ code: String) -> PaperValue {
    input.townNames[code].map { .typed($0) } ?? .code(code)
  }

  private func name(of row: Row) -> LocalizedText {
    row.town.map { LocalizedText(verbatim: input.townNames[$0] ?? $0) }
      ?? title(of: row.form ?? "")
  }

  private func counts(_ row: Row) -> [Int] {
    [row.tally.total, row.tally.sampled, row.tally.indicators, row.tally.wrong]
  }

  private func siteCounts(_ row: Row) -> [Int] {
    [
      row.tally.positions, row.tally.wrongPositions, row.tally.geometries,
      row.tally.wrongGeometries,
    ]
  }

  private func rate(_ row: Row, _ method: QualityMethod) -> PaperValue {
    .rate(
      row.tally.rate(method, limit: input.limit), distinctFrom: input.limit,
      orNone: text("尚未核查", "Not yet checked"))
  }

  /// The rate's cell; a pooled one follows from two cells of its row.
  private func rateCell(
    _ row: Row, _ method: QualityMethod, row place: Int, wrong: Int, of indicators: Int
  ) -> PaperCell {
    PaperCell(
      rate(row, method),
      formula: method == .pooled
        ? .quotient(
          CellPlace(row: place, column: wrong), CellPlace(row: place, column: indicators)) : nil,
      source: method == .pooled ? nil : .sample(draw: input.draw, form: row.form))
  }

  private func verdictCell(_ row: Row) -> PaperCell {
    PaperCell(.text(row.verdict.name), style: row.verdict == .passed ? .plain : .alarm)
  }

  /// A text in both languages.
  func text(_ zh: String, _ en: String) -> LocalizedText { LocalizedText(zh: zh, en: en) }
}
