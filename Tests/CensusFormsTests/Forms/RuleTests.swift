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

  @Test("Each rule of each form has a violation below", arguments: Project.codes)
  func complete(_ code: String) throws {
    let listed =
      Violations.common.map(\.rule) + Violations.own.filter { $0.form == code }.map(\.rule)
    #expect(Set(listed) == Set(try Project.form(code).rules.map(\.name)))
    #expect(listed.count == Set(listed).count)
  }

  @Test(
    "A minimal violation is caught by the rule's name",
    arguments: Project.codes.flatMap { code in
      Violations.common.map { Violation(form: code, rule: $0.rule, patch: $0.patch) }
        + Violations.own.filter { $0.form == code }
    })
  func caught(_ violation: Violation) throws {
    let form = try Project.form(violation.form)
    let rule = try #require(form.rules.first { $0.name == violation.rule })
    let content = try Project.sample(violation.form).patched(JSONValue.parse(violation.patch))
    let findings = try Project.validator(violation.form).findings(content)
    #expect(Set(findings.map(\.rule)) == Set([violation.rule] + violation.alsoBroken))
    let finding = try #require(findings.first { $0.rule == violation.rule })
    #expect(finding.level == rule.level)
    #expect(finding.pointer == rule.places.first)
    // The values were put in place of their names.
    #expect(!finding.message.zh.contains("{") && !finding.message.en.contains("{"))
    #expect(finding.message.zh != finding.message.en)
  }

  @Test("A day that the calendar lacks is caught, though its digits look like one")
  func realDate() throws {
    for code in Project.codes {
      let content = try Project.sample(code).patched(["surveyDate": "2021-02-30"])
      let findings = try Project.validator(code).findings(content)
      #expect(findings.map(\.rule) == ["realDate"])
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
    for code in Project.codes {
      let content = try Project.sample(code)
      var photo = try #require(content[member: "photos"]?.array?.first)
      photo = photo.patched(["takenAt": "2021-06-31T12:40:00+08:00"])
      let wrong = content.patched(["photos": .array([photo])])
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
