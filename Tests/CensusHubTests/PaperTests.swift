import CensusAPI
import CensusDomain
import CensusHub
import CensusReports
import Foundation
import Testing

@Suite("Papers that are handed over")
struct PaperTests {
  private func make(
    _ fixture: HubFixture, _ kind: PaperKind, asOf: CivilDate? = nil, isDraft: Bool = false,
    office: PaperOffice = PaperOffice()
  ) async throws -> (number: String?, paper: Paper, json: String) {
    let document = try await Operations.makePaper.call(
      PaperRequest(kind: kind, asOf: asOf, office: office, isDraft: isDraft), at: fixture.local)
    let paper = try JSONDecoder().decode(Paper.self, from: Data(document.json.utf8))
    return (document.number, paper, document.json)
  }

  /// Two objects, one of which the county has passed.
  private func survey() async throws -> (fixture: HubFixture, entries: [UniqueID]) {
    let fixture = try HubFixture()
    try await fixture.freeze([HubFixture.object("LC-1"), HubFixture.object("LC-2")])
    var (pen, _) = try await fixture.device("李娜")
    let lines = try (1...2).map { pen.write(try fixture.contents.content(object: "LC-\($0)")) }
    try fixture.send(lines, by: pen)
    try await fixture.review([lines[0].record.entry], .county, .pass)
    return (fixture, lines.map(\.record.entry))
  }

  @Test("Papers are numbered by district and year, in order, and are given again word for word")
  func numbers() async throws {
    let (fixture, _) = try await survey()
    let first = try await make(fixture, .completion)
    let second = try await make(fixture, .cost)
    #expect([first.number, second.number] == ["130205-2026-0001", "130205-2026-0002"])
    let number = try #require(first.number)
    let again = try await Operations.showPaper.call(
      PaperReference(number: number), at: fixture.local)
    #expect(again.json == first.json)
    let list = try await Operations.listPapers.call(PaperQuery(), at: fixture.local)
    #expect(list.papers.map(\.kind) == [.completion, .cost])
    #expect(list.papers[0].hash == ContentHash.sha256(of: Array(first.json.utf8)))
  }

  @Test("A draft has no number and leaves nothing")
  func draft() async throws {
    let (fixture, _) = try await survey()
    let draft = try await make(fixture, .completion, isDraft: true)
    #expect(draft.number == nil && draft.paper.number == nil)
    let list = try await Operations.listPapers.call(PaperQuery(), at: fixture.local)
    #expect(list.papers.isEmpty)
  }

  @Test("A past day's paper is the same whenever it is made")
  func past() async throws {
    let (fixture, entries) = try await survey()
    let day = fixture.clock.now().officeDay
    fixture.clock.advance(days: 1)
    let first = try await make(fixture, .completion, asOf: day, isDraft: true)
    try await fixture.review([entries[0]], .county, .return)
    try await fixture.freeze([HubFixture.object("LC-1")], reason: "核减")
    let second = try await make(fixture, .completion, asOf: day, isDraft: true)
    #expect(first.json == second.json)
    // And a served central that kept the day's counts in time says the same.
    let (kept, _) = try await survey()
    kept.clock.advance(days: 1)
    try kept.hub.closeYesterday()
    let third = try await make(kept, .completion, asOf: day, isDraft: true)
    #expect(third.paper.sections == first.paper.sections)
  }

  @Test("A figure is traced to its objects, and a sum to its cells")
  func trace() async throws {
    let (fixture, entries) = try await survey()
    let issued = try await make(fixture, .completion)
    let number = try #require(issued.number)
    let section = try #require(issued.paper.sections.first { $0.id == "hazards" })
    let row = try #require(
      section.grid.placed.first { $0.cell.value == .text(Hazard.forestGrasslandFire.name) }
    ).place.row
    func traced(_ column: Int, row: Int) async throws -> FigureTrace {
      let cell = PaperAddress(section: "hazards", place: CellPlace(row: row, column: column))
      return try await Operations.traceFigure.call(
        FigureQuery(number: number, cell: cell.description), at: fixture.local)
    }
    let passed = try await traced(5, row: row)
    #expect(passed.value.en == "1" && passed.count == 1)
    #expect(passed.rows[0][0] == "LC-1")
    #expect(passed.rows[0][6].contains(entries[0].description))
    #expect(try await traced(2, row: row).rows.map { $0[0] } == ["LC-1", "LC-2"])
    let sum = try await traced(2, row: section.grid.rows.count - 1)
    #expect(sum.value.en == "2" && sum.rows.contains { $0[1] == "2" })
  }

  @Test("Each count has as many records behind it as it says")
  func traces() async throws {
    let (fixture, _) = try await survey()
    for kind in [PaperKind.completion, .cost] {
      let issued = try await make(fixture, kind)
      let number = try #require(issued.number)
      for section in issued.paper.sections {
        for (place, cell) in section.grid.placed where cell.source != nil {
          guard case .count(let count) = cell.value else { continue }
          let address = PaperAddress(section: section.id, place: place)
          let trace = try await Operations.traceFigure.call(
            FigureQuery(number: number, cell: address.description), at: fixture.local)
          #expect(trace.count == count, "\(address)")
        }
      }
    }
  }

  @Test("A cell that is not there is refused with those that are")
  func noCell() async throws {
    let (fixture, _) = try await survey()
    let number = try #require(try await make(fixture, .completion).number)
    for cell in ["C7", "nothing!C7", "hazards!ZZ999"] {
      let error = await #expect(throws: CensusError.self) {
        try await Operations.traceFigure.call(
          FigureQuery(number: number, cell: cell), at: fixture.local)
      }
      #expect(error?.code == .notFound)
      #expect(error?.remedy?.en.contains("hazards") == true)
    }
  }

  @Test(
    "A recount agrees, whatever came later; a voucher that was entered late is told cell by cell")
  func verify() async throws {
    let (fixture, entries) = try await survey()
    let completion = try #require(try await make(fixture, .completion).number)
    let cost = try #require(try await make(fixture, .cost).number)
    fixture.clock.advance(days: 2)
    try await fixture.review([entries[1]], .county, .pass)
    let agreement = try await Operations.verifyPaper.call(
      PaperReference(number: completion), at: fixture.local)
    #expect(agreement.differences.isEmpty)
    let day = try #require(CivilDate("2026-01-01"))
    _ = try await Operations.addExpenses.call(
      ExpenseRequest(
        lines: [
          ExpenseLine(
            voucher: "V1", payDate: day, payee: "示例", summary: "印刷", amountFen: Fen(50_000),
            isPublicity: false, reason: "", economicCode: "30202")
        ], acceptsWarnings: false), at: fixture.local)
    let late = try await Operations.verifyPaper.call(
      PaperReference(number: cost), at: fixture.local)
    #expect(late.differences.contains { $0.issued.en == "0.00" && $0.recounted.en == "500.00" })
  }

  @Test("A paper of the newest quality sample goes on meaning it when there is a newer one")
  func quality() async throws {
    let (fixture, _) = try await survey()
    for seed in ["first", "second"] {
      _ = try await Operations.drawSample.call(
        SampleOrder(level: .county, shareHundredths: 10_000, seed: seed), at: fixture.local)
      guard seed == "first" else { continue }
      #expect(try await make(fixture, .quality).paper.draw == 1)
    }
    let agreement = try await Operations.verifyPaper.call(
      PaperReference(number: "130205-2026-0001"), at: fixture.local)
    #expect(agreement.differences.isEmpty)
  }

  @Test("Office lines that are left out are those of the last paper, but for the day")
  func office() async throws {
    let (fixture, _) = try await survey()
    _ = try await make(
      fixture, .completion,
      office: PaperOffice(
        unit: "区普查办", date: "2026年1月1日", head: "王主任", filler: "李娜", telephone: "0315-0000000"))
    let next = try await make(fixture, .cost, office: PaperOffice(filler: "张伟"))
    #expect(
      next.paper.office
        == PaperOffice(unit: "区普查办", head: "王主任", filler: "张伟", telephone: "0315-0000000"))
  }
}
