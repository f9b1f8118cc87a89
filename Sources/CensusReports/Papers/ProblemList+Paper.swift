import CensusDomain

extension ProblemList {
  /// The list as a paper.
  ///
  /// - Parameters:
  ///   - office: who hands it over.
  ///   - snapshot: what it was taken from.
  ///   - number: the number under which it is kept; nil for a draft.
  public func paper(
    office: PaperOffice, snapshot: PaperSnapshot, number: String? = nil
  ) -> Paper {
    Paper(
      kind: .problems, number: number, asOf: asOf,
      title: LocalizedText(zh: "自然灾害综合风险普查问题清单", en: "Natural disaster risk census: problems"),
      subtitle: LocalizedText(
        zh: "\(districtName)　截至 \(asOf)", en: "\(districtName), as of \(asOf)"),
      office: office, snapshot: snapshot, sections: sections,
      notes: [
        LocalizedText(
          zh: "逾期：截止日已过而尚未整改。“严重、一般、提示”三级为本系统的提议。",
          en:
            "Overdue: the due day has passed and the problem is not mended. The three levels are our proposal."
        )
      ])
  }

  /// The list's tables as sections of a paper.
  public var sections: [PaperSection] { [countSection, listSection] }

  private var countSection: PaperSection {
    let levels = ProblemLevel.allCases
    let states = ProblemState.Name.allCases
    var table = PaperTable(
      [
        .init(LocalizedText(zh: "调查表", en: "Form"), width: 18),
        .init(LocalizedText(zh: "名称", en: "Name"), width: 30),
      ] + levels.map { .figure($0.name) } + [.figure(Wording.total)]
        + [
          LocalizedText(zh: "已整改", en: "Mended"), LocalizedText(zh: "逾期", en: "Overdue"),
          LocalizedText(zh: "待整改未逾期", en: "Open, not overdue"),
        ].map { .figure($0, width: 18) })
    func sum(_ count: Count, _ style: PaperCell.Style) -> PaperCell {
      let line = table.nextRow
      return PaperCell(
        .count(count.total), style: style,
        formula: .sum(levels.indices.map { CellPlace(row: line, column: 2 + $0) }))
    }
    for form in forms {
      table.add(
        [PaperCell(.code(form.form ?? ""), style: .label), .label(form.name)]
          + levels.map { level in
            .figure(
              form.levels[level] ?? 0,
              .problems(form: form.form, level: level, state: nil, day: asOf))
          } + [sum(form, .plain)]
          + states.map { state in
            let count = form.states[state] ?? 0
            return .figure(
              count, .problems(form: form.form, level: nil, state: state, day: asOf),
              isAlarm: state == .overdue && count > 0)
          })
    }
    table.add(
      [PaperCell(.text(Wording.total), style: .total, columnSpan: 2)]
        + levels.enumerated().map { index, level in
          table.sum(
            .count(total.levels[level] ?? 0), of: 2 + index,
            source: .problems(form: nil, level: level, state: nil, day: asOf))
        } + [sum(total, .total)]
        + states.enumerated().map { index, state in
          table.sum(
            .count(total.states[state] ?? 0), of: 3 + levels.count + index,
            source: .problems(form: nil, level: nil, state: state, day: asOf))
        })
    return PaperSection(
      id: "counts", title: LocalizedText(zh: "问题统计", en: "Counts"), grid: table.grid)
  }

  private var listSection: PaperSection {
    var table = PaperTable([
      .init(LocalizedText(zh: "序号", en: "No."), width: 6, alignment: .trailing),
      .init(LocalizedText(zh: "对象编码", en: "Object"), width: 16),
      .init(LocalizedText(zh: "对象名称", en: "Name"), width: 20),
      .init(LocalizedText(zh: "调查表", en: "Form"), width: 16),
      .init(LocalizedText(zh: "字段", en: "Field"), width: 16),
      .init(LocalizedText(zh: "问题", en: "Problem"), width: 40),
      .init(LocalizedText(zh: "级别", en: "Level"), width: 9),
      .init(LocalizedText(zh: "发现人", en: "Found by"), width: 12),
      .init(LocalizedText(zh: "发现日期", en: "Found on"), width: 11),
      .init(LocalizedText(zh: "整改期限", en: "Due"), width: 11),
      .init(LocalizedText(zh: "整改日期", en: "Mended on"), width: 11),
      .init(LocalizedText(zh: "状态", en: "State"), width: 16),
    ])
    for (index, row) in rows.enumerated() {
      let finding: PaperValue =
        switch row.finding {
        case .rule(let text): .text(text)
        case .comment(let text): .typed(text)
        }
      let state = row.state(on: asOf)
      // What is mended after the day told is not mended on it.
      let closed = state.name == .closed ? row.closed : nil
      table.add([
        PaperCell(.code(String(index + 1))), PaperCell(.code(row.object)),
        PaperCell(.typed(row.objectName)), PaperCell(.text(row.formName)),
        PaperCell(row.field.map { .text($0) } ?? .empty), PaperCell(finding),
        PaperCell(.text(row.level.name)), PaperCell(.typed(row.foundBy)),
        PaperCell(.day(row.foundOn)), PaperCell(row.due.map { .day($0) } ?? .empty),
        PaperCell(closed.map { .day($0) } ?? .empty),
        PaperCell(.text(state.words), style: state.name == .overdue ? .alarm : .plain),
      ])
    }
    return PaperSection(
      id: "problems", title: LocalizedText(zh: "问题清单", en: "Problems"), grid: table.grid,
      remarks: rows.isEmpty ? [LocalizedText(zh: "没有问题。", en: "No problems.")] : [])
  }
}
