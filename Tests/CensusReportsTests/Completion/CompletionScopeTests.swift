import CensusDomain
import CensusReports
import Testing

@Suite("Completion: what counts")
struct CompletionScopeTests {
  @Test("A hazard that does not apply counts nowhere and is listed with its objects")
  func notApplicable() {
    var input = Samples.input([(.wave, 1, 2), (.tsunami, 3, 3), (.snow, 0, 4)])
    input.applicable = [.wave]
    input.notApplicable = [
      NotApplicableHazard(hazard: .tsunami, reason: LocalizedText(zh: "省级统一", en: "By province")),
      NotApplicableHazard(hazard: .rockfall, reason: LocalizedText(zh: "平原", en: "Plain")),
    ]
    let report = CompletionReport(input)
    #expect(report.total.shouldSurvey == 2)
    #expect(report.notApplicable.map(\.hazard) == [.rockfall, .snow, .tsunami])
    #expect(report.notApplicable.map(\.inventoryObjects) == [0, 4, 3])
    #expect(report.notApplicable.map(\.reason.zh).first == "平原")
  }

  @Test("The required stage decides what is done")
  func requiredStage() {
    var input = Samples.input([(.wave, 3, 5)])
    input.requiredStage = .cityPassed
    #expect(CompletionReport(input).pooled.done == 0)
    input.requiredStage = .received
    #expect(CompletionReport(input).pooled.done == 3)
  }

  @Test("Records without a surveyor keep a row; objects that nobody began do not make one")
  func unnamedSurveyor() {
    var input = Samples.input([(.wave, 3, 5)])
    #expect(CompletionReport(input).surveyors.map(\.surveyor) == ["张伟"])
    input.cells.append(
      CompletionCell(hazard: .wave, town: "", surveyor: "", stage: .recorded, count: 2))
    #expect(CompletionReport(input).surveyors.map(\.surveyor) == ["", "张伟"])
    #expect(CompletionReport(input).surveyors.map(\.recorded) == [2, 3])
  }

  @Test("Of equally low hazards the first in the census's order is named")
  func lowestTie() {
    let report = CompletionReport(Samples.input([(.wave, 1, 2), (.earthquake, 2, 4)]))
    #expect(report.lowest?.hazard == .earthquake)
  }
}
