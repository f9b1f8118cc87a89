import CensusDomain
import CensusForms
import CensusJSON
import Testing

@Suite("Places and texts of the forms")
struct PlaceAndTextTests {
  private func found(_ code: String, _ patch: JSONValue) throws -> [String] {
    try Project.validator(code).findings(Project.sample(code).patched(patch))
      .map { "\($0.pointer) \($0.rule)" }
  }

  @Test("A text that is required must not be blank", arguments: Project.surveys)
  func blanks(_ code: String) throws {
    let blanks = [
      "", " ", "　", "\t\n\r", "\u{A0}", "\u{2003}\u{2009}", "\u{FEFF}", " 　\u{200B} ",
    ]
    for name in ["objectCode", "objectName", "address", "surveyUnit", "filler"] {
      for blank in blanks {
        #expect(try found(code, [name: .string(blank)]) == ["/\(name) pattern"], "\(blank.utf8)")
      }
    }
    for text in ["示", "　示", " x", "\u{2014}", "１", "é", "\u{A0}1", "。", "𠮷"] {
      #expect(try found(code, ["address": .string(text)]) == [], "\(text)")
    }
  }

  @Test("The message says so without a regular expression")
  func blankMessage() throws {
    let content = try Project.sample("MET_RAIN").patched(["stationName": " "])
    let finding = try #require(try Project.validator("MET_RAIN").findings(content).first)
    #expect(finding.message.en.hasSuffix(": It must not be blank."))
    #expect(finding.message.zh.hasSuffix("：不得为空白。"))
  }

  @Test("A text that another answer calls for must not be blank either")
  func conditional() throws {
    let patch: JSONValue = ["damType": "9", "damTypeOther": "　"]
    #expect(try found("WAT_RESERVOIR", patch) == ["/damTypeOther pattern"])
  }

  @Test("A reservoir has a safety class")
  func safetyClass() throws {
    let missing = try found("WAT_RESERVOIR", ["safetyClass": nil, "safetyTime": nil])
    #expect(missing == ["/safetyClass required"])
  }

  @Test(
    "A point lies where longitude and latitude may lie, at any height",
    arguments: [
      "FOR_FIRESOURCE", "GEO_COLLAPSE", "MET_RAIN", "WAT_RESERVOIR",
    ])
  func points(_ code: String) throws {
    func point(_ position: JSONValue) -> JSONValue {
      ["geometry": ["type": "Point", "coordinates": position]]
    }
    #expect(try found(code, point([117, 38.8])) == [])
    #expect(try found(code, point([120.0, 40.6, -9000.5])) == [])
    #expect(
      try found(code, point([39.7, 118.3]))
        == ["/geometry/coordinates/0 minimum", "/geometry/coordinates/1 maximum"])
    #expect(try found(code, point([118, 38.79])) == ["/geometry/coordinates/1 minimum"])
    #expect(try found(code, point([120.00000001, 39])) == ["/geometry/coordinates/0 maximum"])
    #expect(try found(code, point([118, 39, "1"])) == ["/geometry/coordinates/2 type"])
  }

  @Test("So do the vertices of lines and areas")
  func vertices() throws {
    let line: JSONValue = ["type": "LineString", "coordinates": [[118, 39], [118.01, 3.9]]]
    for code in ["SEA_SEAWALL", "SEIS_FAULT"] {
      #expect(
        try found(code, ["geometry": line]).contains("/geometry/coordinates/1/1 minimum"))
    }
    let ring: JSONValue = [[118, 39], [118.1, 39], [118.1, 391], [118, 39]]
    let area: JSONValue = ["type": "Polygon", "coordinates": [ring]]
    for code in ["GEO_COLLAPSE", "WAT_RESERVOIR"] {
      #expect(try found(code, ["geometry": area]) == ["/geometry/coordinates/0/2/1 maximum"])
    }
  }
}
