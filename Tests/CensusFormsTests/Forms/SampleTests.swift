import CensusForms
import CensusJSON
import Testing

@Suite("The sample entries")
struct SampleTests {
  /// The rows of the table in `SampleData/README.md` that a form can judge alone.
  static let faulty = [
    "130205-GH-0209": "agesAddUp", "130205-QX-0189": "maximum", "130205-QX-0334": "type",
    "130205-LC-0197": "noMeasureStandsAlone", "130205-LC-0356": "required",
    "130205-GH-0180": "minimum maximum photosNearObject", "130205-SL-0008": "floodLimitUpToNormal",
  ]

  @Test(
    "Each line that is wrong on purpose is caught for the reason stated, and no other line",
    arguments: [
      ("SampleData/devices/b/entries-b.ndjson", 270, 5),
      ("SampleData/devices/c/entries-c.ndjson", 16, 2),
    ])
  func lines(_ path: String, _ count: Int, _ wrong: Int) throws {
    var validators: [String: FormValidator] = [:]
    for code in Project.codes { validators[code] = try Project.validator(code) }
    let lines = try Project.lines(path)
    #expect(lines.count == count)
    var caught = 0
    for (form, content) in lines {
      let object = content[member: "objectCode"]?.string ?? ""
      let findings = try #require(validators[form]).findings(content)
      if let rules = Self.faulty[object] {
        #expect(
          Set(findings.map(\.rule)).isSubset(of: Set(rules.split(separator: " ").map(String.init))))
        #expect(!findings.isEmpty, "\(object)")
        caught += 1
      } else {
        #expect(findings == [], "\(object)")
      }
    }
    #expect(caught == wrong)
  }
}
