import CensusDomain
import CensusForms
import CensusJSON
import Testing

@Suite("The rules of the forms")
struct RuleTests {
  @Test("The sample of each form has nothing wrong in it", arguments: Project.codes)
  func samples(_ code: String) throws {
    #expect(try Project.validator(code).findings(Project.sample(code)) == [])
  }

  @Test(
    "Each rule of each form is broken by its counterexample, and by name", arguments: Project.codes)
  func proven(_ code: String) throws {
    let form = try Project.form(code)
    let proof = FormProof(form, today: try Project.today())
    #expect(proof.problems == [])
    #expect(proof.hasExample)
    #expect(proof.unprovenRules == [])
  }

  @Test("A broken rule is told with its level, its place and the values", arguments: Project.codes)
  func told(_ code: String) throws {
    let form = try Project.form(code)
    let validator = try Project.validator(code)
    let example = try #require(form.example)
    // Only boundaries that somebody supplied can tell where a region ends.
    for rule in form.rules where !rule.check.source.contains("withinRegion") {
      let counterexample = try #require(rule.counterexample)
      let found = try validator.findings(example.patched(counterexample.patch))
      let finding = try #require(found.first { $0.rule == rule.name }, "\(rule.name)")
      #expect(finding.level == rule.level)
      #expect(finding.pointer == rule.places.first)
      // The values were put in place of their names.
      #expect(!finding.message.zh.contains("{") && !finding.message.en.contains("{"))
      #expect(finding.message.zh != finding.message.en)
    }
  }

  @Test("A day that the calendar lacks is caught, though its digits look like one")
  func realDate() throws {
    for code in Project.surveys {
      let content = try Project.sample(code).patched(["surveyDate": "2021-02-30"])
      // A rule that compares it with another day may speak as well.
      let findings = try Project.validator(code).findings(content).filter { $0.rule == "realDate" }
      #expect(findings.map(\.pointer) == ["/surveyDate"])
      #expect(findings.allSatisfy { $0.level == .error && $0.message.en.contains("2021-02-30") })
    }
    // What is no date at all is the pattern's to say, once.
    let content = try Project.sample("MET_RAIN").patched(["surveyDate": "2021-02-3x"])
    let findings = try Project.validator("MET_RAIN").findings(content)
    #expect(findings.map(\.rule) == ["pattern"])
  }

  @Test("Such a day is caught inside lists as well, at its own place")
  func nestedRealDate() throws {
    let pits: JSONValue = [
      ["no": 1, "date": "2000-02-29"], ["no": 2, "date": "2001-02-30"], ["no": 3],
    ]
    let collapse = try Project.sample("GEO_COLLAPSE").patched(["pitCount": 3, "pits": pits])
    let found = try Project.validator("GEO_COLLAPSE").findings(collapse)
    #expect(found.map { "\($0.pointer) \($0.rule)" } == ["/pits/1/date realDate"])
    #expect(found.allSatisfy { $0.level == .error && $0.message.en.contains("2001-02-30") })
    for code in Project.surveys {
      let content = try Project.sample(code)
      var photos = try #require(content[member: "photos"]?.array)
      photos[0] = photos[0].patched(["takenAt": "2021-06-31T12:40:00+08:00"])
      let wrong = content.patched(["photos": .array(photos)])
      let findings = try Project.validator(code).findings(wrong)
      #expect(findings.map { "\($0.pointer) \($0.rule)" } == ["/photos/0/takenAt realDate"])
    }
    // The standard's verdict leaves `format` alone.
    let validator = try Project.validator("GEO_COLLAPSE")
    #expect(
      try JSONParser().withDocument(collapse.encodedBytes) { validator.satisfiesSchema($0) })
  }

  @Test("A value that looks like a placeholder is quoted, not filled in")
  func placeholderInValue() throws {
    let content = try Project.sample("MET_RAIN")
      .patched(["surveyor": "{phone}", "reviewer": "{phone}"])
    let findings = try Project.validator("MET_RAIN").findings(content)
    #expect(findings.map(\.rule) == ["reviewerIsNotSurveyor"])
    #expect(findings.allSatisfy { !$0.message.zh.contains("0315-0000002") })
  }

  @Test("A field that does not apply is named as such")
  func relevance() throws {
    let fault = try Project.sample("SEIS_FAULT")
    let validator = try Project.validator("SEIS_FAULT")
    func irrelevant(_ value: JSONValue) throws -> [String] {
      try JSONParser().withDocument(value.encodedBytes) { validator.irrelevantFields(of: $0) }
    }
    #expect(try irrelevant(fault) == [])
    #expect(try irrelevant(fault.patched(["exposure": "1"])) == ["upperBreakDepth"])
    #expect(try irrelevant([:]) == ["upperBreakDepth"])
  }

  @Test("One validator gives the same verdicts again and again, whatever it judged before")
  func reuse() throws {
    let validator = try Project.validator("GEO_COLLAPSE")
    let good = try Project.sample("GEO_COLLAPSE")
    let bad = good.patched(["minDia": 20.8])
    for _ in 0..<3 {
      #expect(try validator.findings(good) == [])
      #expect(try validator.findings(bad).map(\.rule) == ["diametersInOrder"])
      #expect(try !validator.findings([]).isEmpty)
    }
  }
}
