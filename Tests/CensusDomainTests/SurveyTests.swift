import CensusDomain
import Foundation
import Testing

@Suite("What a survey is made of")
struct SurveyTests {
  @Test(
    "A region code has 2, 4, 6, 9 or 12 digits",
    arguments: ["13", "1302", "130205", "130205100", "130205100001"])
  func validCode(_ text: String) {
    #expect(RegionCode(text)?.digits == text)
  }

  @Test(
    "Other lengths and other characters are no region code",
    arguments: ["", "1", "130", "13020", "1302051", "1302051000", "13020A", "１３", "13 ", "-1"])
  func invalidCode(_ text: String) {
    #expect(RegionCode(text) == nil)
  }

  @Test(
    "A region contains itself and what lies inside, not its neighbours or what it lies in",
    arguments: [
      ("130205", "130205", true), ("130205", "130205100", true), ("13", "130205100001", true),
      ("130205", "130207103", false), ("130205100", "130205", false), ("1302", "13", false),
      ("130205100", "130205101", false),
    ])
  func contains(_ outer: String, _ inner: String, _ expected: Bool) throws {
    #expect(try #require(RegionCode(outer)).contains(#require(RegionCode(inner))) == expected)
  }

  @Test(
    "The reader's language follows the wish, then the locale, and is Chinese without either",
    arguments: [
      ("en", ["LANG": "zh_CN.UTF-8"], Language.en), ("zh", ["LC_ALL": "en_US.UTF-8"], .zh),
      (nil, ["LANG": "en_GB.UTF-8"], .en), (nil, ["LANG": "zh_CN.UTF-8"], .zh), (nil, [:], .zh),
      (nil, ["LC_ALL": "", "LANG": "en_US"], .en), ("fr", ["LANG": "en_US"], .en),
      (nil, ["LC_ALL": "zh_CN", "LC_MESSAGES": "en_US", "LANG": "en_US"], .zh),
      (nil, ["LC_MESSAGES": "en_US", "LANG": "zh_CN"], .en), (nil, ["LANG": "C.UTF-8"], .zh),
    ] as [(String?, [String: String], Language)])
  func language(_ wish: String?, _ environment: [String: String], _ expected: Language) {
    #expect(Language.resolve(wish: wish, environment: environment) == expected)
  }

  @Test("A text is shown in the reader's language")
  func localized() {
    let text = LocalizedText(zh: "暴雨", en: "Rainstorm")
    #expect(text[.zh] == "暴雨")
    #expect(text[.en] == "Rainstorm")
    #expect(LocalizedText(verbatim: "F001") == LocalizedText(zh: "F001", en: "F001"))
  }

  @Test("There are 23 hazards in six classes, each with a name of its own in both languages")
  func hazards() {
    #expect(Hazard.allCases.count == 23)
    #expect(HazardClass.allCases.count == 6)
    #expect(Set(Hazard.allCases.map(\.name.zh)).count == 23)
    #expect(Set(Hazard.allCases.map(\.name.en)).count == 23)
    #expect(Set(HazardClass.allCases.map(\.name.zh)).count == 6)
    let counts = Dictionary(grouping: Hazard.allCases, by: \.hazardClass).mapValues(\.count)
    #expect(
      counts == [
        .earthquake: 1, .geological: 6, .meteorological: 8, .waterAndDrought: 2, .marine: 5,
        .forestAndGrasslandFire: 1,
      ])
  }

  @Test("The stages are ordered, so that a later one implies the earlier ones")
  func stages() {
    #expect(Stage.allCases == Stage.allCases.sorted())
    #expect(Stage.recorded < Stage.received)
    #expect(Set(Stage.allCases.map(\.code)).count == Stage.allCases.count)
  }

  @Test("A role may do what its name says and no more")
  func roles() {
    #expect(Role.surveyor.maySubmit && !Role.surveyor.mayCoordinate)
    #expect(!Role.surveyor.mayReadReports)
    #expect(Role.coordinator.maySubmit && Role.coordinator.mayCoordinate)
    #expect(Role.coordinator.mayReadReports)
    #expect(!Role.viewer.maySubmit && !Role.viewer.mayCoordinate && Role.viewer.mayReadReports)
  }

  @Test("An error's code reads back from its name and has an exit status of sysexits.h")
  func errorCodes() {
    let codes: [CensusError.Code] = [
      .usage, .invalidData, .notFound, .unavailable, .software, .cannotCreate, .inputOutput,
      .temporaryFailure, .protocolViolation, .permission, .configuration, .diskFull, .conflict,
      .tooLarge, .locked, .restored,
    ]
    for code in codes {
      #expect(CensusError.Code(name: code.description) == code)
      #expect((64...78).contains(code.exitStatus))
      #expect((400...599).contains(code.httpStatus))
    }
    #expect(Set(codes.map(\.description)).count == codes.count)
    #expect(CensusError.Code(name: "unknown") == nil)
  }
}
