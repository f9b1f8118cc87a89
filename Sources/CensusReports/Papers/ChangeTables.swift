import CensusDomain

/// The tables that explain a period: from the count before, change by change, to the count now.
struct ChangeTables {
  /// A column of changes: its heading, what it counts, and whether it adds or takes away.
  private struct Term {
    let heading: LocalizedText
    let kinds: [ProgressChange.Kind]
    let sign: Int
  }

  let summary: ProgressSummary
  private var input: ProgressInput { summary.input }

  /// Objects to be surveyed and objects done, by hazard and by township; those by township only where there
  /// is more than one, and none where no hazard applies.
  var sections: [PaperSection] {
    guard !summary.hazards.isEmpty else { return [] }
    var sections = [
      objects(summary.hazards, isByTown: false), done(summary.hazards, isByTown: false),
    ]
    if summary.towns.count > 1 {
      sections += [objects(summary.towns, isByTown: true), done(summary.towns, isByTown: true)]
    }
    return sections
  }

  private func objects(_ rows: [ProgressRow], isByTown: Bool) -> PaperSection {
    section(
      isByTown ? "objects-towns" : "objects-hazards",
      title("底数变动", "Denominator change", isByTown), rows, isByTown: isByTown,
      terms: [
        Term(
          heading: LocalizedText(zh: "纳入底册", en: "Joined"), kinds: [.listed, .listedDone], sign: 1),
        Term(
          heading: LocalizedText(zh: "移出底册", en: "Left"), kinds: [.delisted, .delistedDone],
          sign: -1),
      ], stage: .none, unexplained: \.unexplainedObjects
    ) { $0.shouldSurvey }
  }

  private func done(_ rows: [ProgressRow], isByTown: Bool) -> PaperSection {
    section(
      isByTown ? "done-towns" : "done-hazards",
      title("完成数变动", "Change of done", isByTown), rows, isByTown: isByTown,
      terms: [
        Term(heading: LocalizedText(zh: "新通过", en: "Passed"), kinds: [.passed], sign: 1),
        Term(heading: LocalizedText(zh: "被退回", en: "Returned"), kinds: [.returned], sign: -1),
        Term(heading: LocalizedText(zh: "修改待审", en: "Reopened"), kinds: [.reopened], sign: -1),
        Term(
          heading: LocalizedText(zh: "纳入时已完成", en: "Joined done"), kinds: [.listedDone], sign: 1),
        Term(
          heading: LocalizedText(zh: "移出的已完成", en: "Left done"), kinds: [.delistedDone], sign: -1),
      ], stage: input.terms.requiredStage, unexplained: \.unexplainedDone
    ) { $0.done }
  }

  private func title(_ zh: String, _ en: String, _ isByTown: Bool) -> LocalizedText {
    let part = isByTown ? Wording.byTown : Wording.byHazard
    return LocalizedText(zh: "\(zh)（\(part.zh)）", en: "\(en) \(part.en)")
  }

  private func section(
    _ id: String, _ title: LocalizedText, _ rows: [ProgressRow], isByTown: Bool, terms: [Term],
    stage: Stage, unexplained: (ProgressRow) -> Int, count: (CompletionRate) -> Int
  ) -> PaperSection {
    var table = PaperTable(
      [.init(isByTown ? Wording.town : Wording.hazard, width: 16)]
        + ([LocalizedText(zh: "上期", en: "Before")] + terms.map(\.heading)
        + [Wording.explained, Wording.actual, Wording.unexplained]).map { .figure($0) })
    let explained = terms.count + 2
    func derived(_ row: ProgressRow, _ style: PaperCell.Style) -> (PaperCell, PaperCell) {
      let line = table.nextRow
      let rest = unexplained(row)
      return (
        PaperCell(
          .count(count(row.rate) - rest), style: style,
          formula: .sum((1..<explained).map { CellPlace(row: line, column: $0) })),
        PaperCell(
          .count(rest), style: rest == 0 ? style : .alarm,
          formula: .difference(
            CellPlace(row: line, column: explained + 1), CellPlace(row: line, column: explained)))
      )
    }
    for row in rows {
      func objects(_ day: CivilDate) -> FigureSource {
        .objects(hazard: row.hazard, town: row.town, surveyor: nil, stage: stage, day: day)
      }
      let (sum, rest) = derived(row, .plain)
      table.add(
        [
          row.hazard.map { .label($0.name) } ?? .town(summary.name(of: row.town ?? "")),
          .figure(count(row.previousRate), objects(input.previous)),
        ]
          + terms.map { term in
            .figure(
              number(term, row),
              .changes(
                kinds: term.kinds, hazard: row.hazard, town: row.town, from: input.previous,
                to: input.asOf))
          } + [sum, .figure(count(row.rate), objects(input.asOf)), rest])
    }
    let total = summary.total
    let (sum, rest) = derived(total, .total)
    table.add(
      [
        PaperCell(.text(Wording.total), style: .total),
        table.sum(.count(count(total.previousRate)), of: 1),
      ]
        + terms.enumerated().map { index, term in
          table.sum(.count(number(term, total)), of: index + 2)
        } + [sum, table.sum(.count(count(total.rate)), of: explained + 1), rest])
    return PaperSection(id: id, title: title, grid: table.grid)
  }

  private func number(_ term: Term, _ row: ProgressRow) -> Int {
    term.sign * term.kinds.reduce(0) { $0 + row.bridge[$1] }
  }
}
