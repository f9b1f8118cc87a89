import CensusForms
import CensusJSON
import Testing

@Suite("The constraints of the forms")
struct ConstraintTests {
  @Test(
    "Each single constraint of each form is caught at its place, by its name",
    arguments: Project.codes)
  func caught(_ code: String) throws {
    let document = try JSONValue.parse(Project.bytes("Schemas/forms/\(code).json"))
    let form = try Project.form(code)
    let validator = try Project.validator(code)
    let walk = ConstraintWalk(document: document, example: try #require(form.example))
    // A field breaks at least by its type.
    #expect(walk.broken.count > form.fields.count)
    for broken in walk.broken {
      let found = try validator.findings(broken.content)
      #expect(
        found.contains {
          $0.pointer == broken.pointer && $0.rule == broken.keyword && $0.level == .error
        },
        "\(broken.pointer) \(broken.keyword), but found \(found.map { "\($0.pointer) \($0.rule)" })"
      )
    }
  }

  @Test("All forms together have thousands of constraints")
  func many() throws {
    var count = 0
    for code in Project.codes {
      let document = try JSONValue.parse(Project.bytes("Schemas/forms/\(code).json"))
      let example = try #require(Project.form(code).example)
      count += ConstraintWalk(document: document, example: example).broken.count
    }
    #expect(count > 5000)
  }
}
