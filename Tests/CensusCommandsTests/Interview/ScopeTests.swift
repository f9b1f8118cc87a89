import CensusDomain
import CensusForms
import CensusJSON
import Testing

@testable import CensusCommands

@Suite("Answers within an entry")
struct ScopeTests {
  private let form: Form
  private let layers: Field

  init() throws {
    form = try #require(try FormCatalogue.builtIn().newest("SEIS_BORE"))
    layers = try #require(form.field("layers"))
  }

  @Test("A row is changed where it stands, and its finding is named by row and label")
  func row() throws {
    var content: JSONObject = ["layers": [["no": 1], ["no": 2]]]
    let scope = AnswerScope.row(layers, 1)
    var part = scope.part(of: content)
    part["vs"] = 9
    scope.put(part, into: &content)
    #expect(content["layers"] == [["no": 1], ["no": 2, "vs": 9]])
    let check = AnswerCheck(form: form, regions: nil)
    let velocity = try #require(layers.members.first { $0.name == "vs" })
    let findings = try check.findings(on: velocity, in: scope, of: content)
    #expect(findings.map(\.pointer) == ["/layers/1/vs"])
    #expect(Findings.words(for: "/layers/1/vs", of: form)?.zh == "第2行 剪切波速")
    #expect(Findings.words(for: "/layers", of: form) == nil)
  }

  @Test("A member applies by its own row")
  func relevance() throws {
    let form = try #require(try FormCatalogue.builtIn().newest("FOR_QUADRAT"))
    let quadrats = try #require(form.field("quadrats"))
    let herb = try #require(quadrats.members.first { $0.name == "herbName" })
    let check = AnswerCheck(form: form, regions: nil)
    let content: JSONObject = ["quadrats": [["herbNone": true], ["herbNone": false]]]
    #expect(try !check.applies(herb, in: .row(quadrats, 0), of: content))
    #expect(try check.applies(herb, in: .row(quadrats, 1), of: content))
  }

  @Test("The same unit and today are proposed, an object's own code is not")
  func proposals() throws {
    let proposals = Proposals(
      last: ["surveyUnit": "甲", "objectCode": "X", "townCode": "130205100", "lon": 118],
      today: try #require(CivilDate("2021-11-30")))
    let offered = form.fields.compactMap { field in
      proposals.proposal(for: field, of: form).map { "\(field.name)=\($0.value.string ?? "")" }
    }
    #expect(
      offered == [
        "townCode=130205100", "surveyUnit=甲", "surveyDate=2021-11-30", "fillDate=2021-11-30",
      ])
  }

  @Test("A station's code is proposed for its next process, but not where it is what is surveyed")
  func stations() throws {
    let last: JSONObject = ["stationId": "54534", "stationCode": "54534"]
    let proposals = Proposals(last: last, today: try #require(CivilDate("2021-11-30")))
    let rain = try #require(try FormCatalogue.builtIn().newest("MET_RAIN"))
    let station = try #require(try FormCatalogue.builtIn().newest("SEIS_STATION"))
    #expect(proposals.proposal(for: try #require(rain.field("stationId")), of: rain) != nil)
    #expect(
      proposals.proposal(for: try #require(station.field("stationCode")), of: station) == nil)
  }

  @Test("Help tells the limits, and the rules with labels and numbers in place of names")
  func help() throws {
    let overburden = try #require(form.field("overburden"))
    let lines = FieldHelp.lines(on: overburden, in: nil, of: form).map(\.zh)
    #expect(lines.contains("允许：0…800"))
    #expect(
      lines.contains("提醒 [overburdenEndsInRock?] 覆盖层（〔覆盖层厚度〕 m）以下有剪切波速低于500 m/s的土层。"))
    let velocity = try #require(layers.members.first { $0.name == "vs" })
    #expect(FieldHelp.lines(on: velocity, in: layers, of: form).map(\.zh).contains("允许：50…3000"))
  }

  @Test("Rows fit the width, the columns that do not are left out")
  func table() {
    let row: JSONValue = [
      "no": 1, "soilName": "一种名字特别长的粉质黏土", "top": 0, "bottom": 2.5, "vs": 160,
    ]
    let table = RowTable(field: layers, rows: [row])
    #expect(table.lines(width: 80, .zh).contains { $0.contains("标贯击数") })
    let narrow = table.lines(width: 40, .zh)
    #expect(narrow.allSatisfy { TextWrap.cut($0, to: 40) == $0 })
    #expect(narrow.first?.hasSuffix("…") == true)
  }
}
