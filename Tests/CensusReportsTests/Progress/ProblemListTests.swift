import CensusDomain
import CensusReports
import Testing

@Suite("The list of problems")
struct ProblemListTests {
  private func row(
    _ object: String, form: String = "MET_RAIN", level: ProblemLevel = .serious,
    found: CivilDate = Samples.day(6, 1), due: CivilDate? = nil, closed: CivilDate? = nil,
    finding: ProblemRow.Finding = .comment("=HYPERLINK(1)")
  ) -> ProblemRow {
    ProblemRow(
      object: object, objectName: "站", form: form,
      formName: LocalizedText(zh: "暴雨", en: "Rainstorm"), field: nil, finding: finding,
      level: level, foundBy: "李审", foundOn: found, due: due, closed: closed)
  }

  private func list(_ rows: [ProblemRow]) -> ProblemList {
    ProblemList(rows, asOf: Samples.day(7, 4), districtName: "曹妃甸区")
  }

  @Test(
    "A problem is overdue from the day after it was due, until it is mended",
    arguments: [
      (Samples.day(7, 4), nil, ProblemState.open),
      (Samples.day(7, 3), nil, .overdue(days: 1)),
      (nil, nil, .open),
      (Samples.day(7, 1), Samples.day(7, 1), .closed(late: false)),
      (Samples.day(7, 1), Samples.day(7, 2), .closed(late: true)),
      (Samples.day(7, 1), Samples.day(7, 5), .overdue(days: 3)),
    ] as [(CivilDate?, CivilDate?, ProblemState)])
  func states(due: CivilDate?, closed: CivilDate?, state: ProblemState) {
    #expect(row("A", due: due, closed: closed).state(on: Samples.day(7, 4)) == state)
  }

  @Test("Levels and states each add up to the form's problems, and forms to all", arguments: 0..<50)
  func counts(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    func day() -> CivilDate { Samples.day(6, Int.random(in: 1...30, using: &random)) }
    let rows = (0..<Int.random(in: 0...40, using: &random)).map { number in
      row(
        "O\(number)", form: ["MET_RAIN", "GEO_SLIDE"][Int.random(in: 0..<2, using: &random)],
        level: ProblemLevel.allCases[Int.random(in: 0..<3, using: &random)], found: day(),
        due: Bool.random(using: &random) ? day() : nil,
        closed: Bool.random(using: &random) ? day() : nil)
    }
    let list = list(rows)
    let check = PaperCheck(sections: list.sections)
    #expect(check.faults.isEmpty)
    #expect(check.wrongSums(in: PaperCheck.tablesOfParts).isEmpty)
    for count in list.forms + [list.total] {
      #expect(count.states.values.reduce(0, +) == count.total)
    }
    #expect(list.total.total == rows.count)
    for form in list.forms {
      let overdue = rows.count {
        $0.form == form.form && $0.closed == nil && $0.due.map { $0 < Samples.day(7, 4) } ?? false
      }
      #expect(form.states[.overdue, default: 0] == overdue)
    }
    #expect(self.list(rows.shuffled(using: &random)) == list)
  }

  @Test("Overdue problems stand first, mended ones last, and later finds are left out")
  func order() {
    let list = list([
      row("mended", due: Samples.day(7, 1), closed: Samples.day(7, 1)), row("open"),
      row("later", found: Samples.day(7, 5)), row("overdue", due: Samples.day(7, 1)),
      row("due", due: Samples.day(7, 9)),
    ])
    #expect(list.rows.map(\.object) == ["overdue", "due", "open", "mended"])
  }

  @Test("What a person typed stays typed text")
  func typed() throws {
    let section = try #require(list([row("A")]).sections.first { $0.id == "problems" })
    #expect(
      section.grid.cell(at: CellPlace(row: 1, column: 5))?.value == .typed("=HYPERLINK(1)"))
  }
}
