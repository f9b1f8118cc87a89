import CensusDomain

extension QualityReport {
  /// Each wrong indicator with what is right.
  var faultSection: PaperSection? {
    var table = PaperTable(
      QualityReport.objectColumns + [
        .init(text("字段", "Field"), width: 20), .init(text("填报值", "Recorded"), width: 20),
        .init(text("正确值", "Correct"), width: 20), .init(text("核查人", "Checked by"), width: 12),
        .init(text("日期", "Day"), width: 12), .init(text("说明", "Note"), width: 24),
      ])
    for object in input.objects {
      guard let finding = object.finding else { continue }
      for fault in finding.faults {
        table.add(
          cells(of: object) + [
            PaperCell(.typed(fault.field)), PaperCell(.typed(fault.recorded)),
            PaperCell(.typed(fault.correct)), PaperCell(.typed(finding.checker)),
            PaperCell(.day(finding.day)), PaperCell(.typed(finding.note)),
          ])
      }
    }
    guard table.nextRow > 1 else { return nil }
    return PaperSection(id: "faults", title: text("错误指标", "Wrong indicators"), grid: table.grid)
  }

  /// The objects without which nothing can be concluded.
  var pendingSection: PaperSection? {
    guard !pending.isEmpty else { return nil }
    var table = PaperTable(QualityReport.objectColumns)
    for object in pending { table.add(cells(of: object)) }
    return PaperSection(
      id: "pending", title: text("待核查对象", "Objects to be checked"), grid: table.grid,
      remarks: [
        text("抽中的对象全部核查后方可下结论。", "There is no result until every sampled object is checked.")
      ])
  }

  /// How many objects of each form and township that did not pass are to be looked at again.
  var reworkSection: PaperSection? {
    guard !failing.isEmpty else { return nil }
    var table = PaperTable([
      .init(text("未通过的调查表或乡镇", "Form or township that did not pass"), width: 40),
      .figure(text("须复查对象", "Objects to look at"), width: 18),
    ])
    for row in failing {
      table.add([
        nameCell(row),
        PaperCell(
          .count(row.tally.total), source: .sample(draw: input.draw, form: row.form)),
      ])
    }
    let all = input.frame.units.count { rework.contains($0) }
    table.add([
      PaperCell(.text(text("合计（不重复）", "Total, each once")), style: .total),
      PaperCell(.count(all), style: .total, source: .sample(draw: input.draw, form: nil)),
    ])
    return PaperSection(
      id: "rework", title: text("整改复查范围", "Rework"), grid: table.grid,
      remarks: [
        text(
          "名单用 hazcensus qc list \(input.draw) --rework 列出；复查后用 hazcensus qc draw --after \(input.draw) 重新抽样。",
          """
          hazcensus qc list \(input.draw) --rework lists them; after that, hazcensus qc draw --after \
          \(input.draw) draws anew.
          """)
      ])
  }

  private static var objectColumns: [PaperTable.Column] {
    [
      .init(LocalizedText(zh: "对象编码", en: "Object"), width: 24),
      .init(LocalizedText(zh: "名称", en: "Name"), width: 24),
      .init(LocalizedText(zh: "调查表", en: "Form"), width: 24), .init(Wording.town, width: 18),
    ]
  }

  private func cells(of object: QualityInput.Object) -> [PaperCell] {
    [
      PaperCell(.code(object.unit.object), style: .label),
      PaperCell(.typed(object.name), style: .label),
      PaperCell(.text(title(of: object.unit.form)), style: .label),
      PaperCell(townValue(object.unit.town), style: .label),
    ]
  }
}
