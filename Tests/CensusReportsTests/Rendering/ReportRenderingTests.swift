import CensusDomain
import CensusReports
import Foundation
import Testing

@Suite("Reports as text, CSV and JSON")
struct ReportRenderingTests {
  @Test("Every row of a CSV has as many cells as its header", arguments: 0..<20)
  func rectangular(seed: Int) {
    let csv = CompletionReport(Samples.randomInput(seed: UInt64(seed))).csv(language: .zh)
    let commas = csv.split(separator: "\r\n").map { $0.filter { $0 == "," }.count }
    #expect(Set(commas) == [15])
    let cost = CostReport(Samples.cost(Samples.day(6, 30), [(Samples.day(6, 1), 5, true)])).csv()
    #expect(Set(cost.split(separator: "\r\n").map { $0.filter { $0 == "," }.count }) == [7])
  }

  @Test("A hostile name is disarmed in the CSV")
  func hostileName() {
    var input = Samples.input([(.wave, 1, 2)])
    input.townNames = ["130209001": "=cmd|' /C calc'!A0"]
    #expect(CompletionReport(input).csv(language: .zh).contains(",'=cmd|"))
  }

  @Test("The JSON keeps its keys and writes null where there is no value")
  func json() throws {
    let text = try JSONOutput.encode(CompletionReport(Samples.input([], inventoryVersion: nil)))
    let object = try #require(
      JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    #expect(
      object.keys.sorted() == [
        "asOf", "classes", "deadline", "district", "districtName", "expected", "hazards",
        "inventoryFrozenOn", "inventoryVersion", "lowest", "mean", "notApplicable",
        "openConflicts", "pooled", "requiredStage", "snapshot", "surveyStart", "surveyors",
        "targetPercent", "targetRate", "total", "townships", "unlisted", "verdict",
      ])
    #expect(object["inventoryVersion"] is NSNull)
    #expect(object["lowest"] is NSNull)
    #expect(object["requiredStage"] as? String == "countyPassed")
  }

  @Test("A hazard is one flat object in the JSON")
  func jsonHazard() throws {
    let text = try JSONOutput.encode(CompletionReport(Samples.input([(.wave, 3, 5)])).hazards)
    let rows = try #require(
      JSONSerialization.jsonObject(with: Data(text.utf8)) as? [[String: Any]])
    #expect(
      rows.first?.keys.sorted()
        == [
          "cityPassed", "countyPassed", "done", "hazard", "hazardClass", "name", "percent",
          "received", "recorded", "rate", "shouldSurvey", "verdict",
        ].sorted())
    #expect(text.contains("\"rate\" : 0.6"))
  }

  @Test("The cost JSON keeps its keys")
  func jsonCost() throws {
    let text = try JSONOutput.encode(CostReport(Samples.cost(Samples.day(6, 30), [])))
    let object = try #require(
      JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    #expect(
      object.keys.sorted() == [
        "alarms", "asOf", "budgetFen", "forecast", "limit", "limitPercent", "months", "payment",
        "percentOfBudget", "percentOfSpend", "publicityFen", "ratioToBudget", "ratioToSpend",
        "snapshot", "totalFen", "verdict",
      ])
    #expect(object["ratioToSpend"] is NSNull)
  }

  @Test("Both texts name the snapshot", arguments: Language.allCases)
  func texts(language: Language) {
    let completion = CompletionReport(Samples.input([(.wave, 3, 5)])).text(language: language)
    let cost = CostReport(Samples.cost(Samples.day(6, 30), [])).text(language: language)
    #expect(completion.contains("audit:1"))
    #expect(completion.contains("60.00%"))
    #expect(cost.contains("300,000.00"))
  }
}
