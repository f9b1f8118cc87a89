import CensusAPI
import CensusDomain
import CensusHub
import CensusReports
import Foundation
import Testing

@Suite("The week and the month as papers of a central")
struct WeeklyPaperTests {
  /// A survey that goes on day by day: entries come, are passed, returned and mended, and the inventory changes.
  private struct Survey {
    let fixture: HubFixture
    var random: SeededRandom
    private var pen: DevicePen
    private var known: [(line: DevicePen.Line, object: String)] = []
    private var listed: [String: String] = [:]
    private var made = 0

    init(seed: UInt64) async throws {
      fixture = try HubFixture()
      random = SeededRandom(seed: seed)
      pen = try await fixture.device("李娜").pen
      try await freeze(adding: 12)
    }

    private mutating func freeze(adding count: Int) async throws {
      for _ in 0..<count {
        made += 1
        listed["LC-\(made)"] = ["130205103", "130205104"][Int.random(in: 0...1, using: &random)]
      }
      let objects = listed.sorted { $0.key < $1.key }
        .map { HubFixture.object($0.key, town: $0.value) }
      try await fixture.freeze(objects, reason: "核增核减")
    }

    mutating func day() async throws {
      fixture.clock.advance(days: 1)
      for _ in 0..<Int.random(in: 1...6, using: &random) { try await step() }
    }

    private mutating func step() async throws {
      switch Int.random(in: 0..<10, using: &random) {
      case 0...3:
        let object = "LC-\(Int.random(in: 1...made + 1, using: &random))"
        let line = pen.write(try fixture.contents.content(object: object))
        try fixture.send([line], by: pen)
        known.append((line, object))
      case 4...6:
        guard let entry = known.randomElement(using: &random) else { return }
        try await fixture.review([entry.line.record.entry], .county, .pass)
      case 7:
        guard let entry = known.randomElement(using: &random) else { return }
        try await fixture.review([entry.line.record.entry], .county, .return)
      case 8:
        guard let index = known.indices.randomElement(using: &random) else { return }
        // A correction, which now and then names another object.
        let object =
          Int.random(in: 0...2, using: &random) == 0
          ? "LC-\(Int.random(in: 1...made, using: &random))" : known[index].object
        let line = pen.write(
          try fixture.contents.content(object: object), after: known[index].line)
        try fixture.send([line], by: pen)
        known[index] = (line, object)
      default:
        if let gone = listed.keys.sorted().randomElement(using: &random), listed.count > 4 {
          listed[gone] = nil
        }
        if let moved = listed.keys.sorted().randomElement(using: &random) {
          listed[moved] = listed[moved] == "130205103" ? "130205104" : "130205103"
        }
        try await freeze(adding: 1)
      }
    }
  }

  private func paper(
    _ fixture: HubFixture, _ kind: PaperKind, asOf: CivilDate? = nil
  ) async throws -> Paper {
    let document = try await Operations.makePaper.call(
      PaperRequest(kind: kind, asOf: asOf, isDraft: false), at: fixture.local)
    return try JSONDecoder().decode(Paper.self, from: Data(document.json.utf8))
  }

  @Test(
    "Whatever happened, each change of a week is explained, and each count has its records",
    arguments: 0..<4)
  func explained(seed: UInt64) async throws {
    var survey = try await Survey(seed: seed)
    for day in 1...16 {
      try await survey.day()
      guard day >= 8, day % 4 == 0 else { continue }
      let fixture = survey.fixture
      let weekly = try await paper(fixture, .weekly)
      let bridges = weekly.sections.filter {
        $0.id.hasPrefix("done-") || $0.id.hasPrefix("objects-")
      }
      for section in bridges {
        let alarms = section.grid.placed.filter { $0.cell.style == .alarm }
        #expect(alarms.isEmpty, "\(section.id): \(alarms.map { "\($0.place) \($0.cell.value)" })")
      }
      if day == 16 { try await expectTraces(weekly, fixture) }
    }
  }

  /// Each count that compares the ends of two days has as many objects behind it as it says.
  private func expectTraces(_ paper: Paper, _ fixture: HubFixture) async throws {
    let number = try #require(paper.number)
    for section in paper.sections {
      for (place, cell) in section.grid.placed {
        guard case .count(let count) = cell.value else { continue }
        switch cell.source {
        case .changes, .selfChecked, .entries, .inventory: break
        default: continue
        }
        let address = PaperAddress(section: section.id, place: place)
        let trace = try await Operations.traceFigure.call(
          FigureQuery(number: number, cell: address.description), at: fixture.local)
        #expect(trace.count == abs(count), "\(address) \(trace.explanation.en)")
      }
    }
  }

  @Test(
    "A past week is the same whether its days were kept in time or are played back",
    arguments: 0..<2)
  func past(seed: UInt64) async throws {
    var survey = try await Survey(seed: seed)
    for _ in 1...15 { try await survey.day() }
    let day = survey.fixture.clock.now().officeDay
    survey.fixture.clock.advance(days: 1)
    let first = try await paper(survey.fixture, .weekly, asOf: day)
    for _ in 1...6 { try await survey.day() }
    let second = try await paper(survey.fixture, .weekly, asOf: day)
    #expect(first.sections == second.sections)
    let agreement = try await Operations.verifyPaper.call(
      PaperReference(number: try #require(first.number)), at: survey.fixture.local)
    #expect(agreement.differences.isEmpty)
  }

  @Test("A month tells its inventory changes with their reasons")
  func month() async throws {
    var survey = try await Survey(seed: 5)
    for _ in 1...20 { try await survey.day() }
    let monthly = try await paper(survey.fixture, .monthly)
    let text = monthly.text(language: .zh)
    #expect(text.contains("核增核减"))
    for section in monthly.sections { #expect(section.grid.isWhole) }
  }
}
