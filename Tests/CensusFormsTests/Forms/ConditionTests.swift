import CensusDomain
import CensusForms
import Testing

@Suite("Conditions in words")
struct ConditionTests {
  @Test(
    "A condition is said with the names of fields and choices",
    arguments: [
      ("SEIS_FAULT", "upperBreakDepth", "“出露情况”为半隐伏或隐伏"),
      ("MET_RAIN", "lossRef", "“是否致灾”为是"), ("MET_RAIN", "max1hTime", "已填“最大1小时降水量”"),
      ("SEA_SEAWALL", "hiddenOther", "“隐患类型”含其他"),
    ])
  func words(_ code: String, _ name: String, _ expected: String) throws {
    let form = try Project.form(code)
    let field = try #require(form.field(name))
    #expect(form.condition(of: field)?.zh == expected)
  }

  @Test("Each condition of each form is said without its expression", arguments: Project.codes)
  func all(_ code: String) throws {
    let form = try Project.form(code)
    for field in form.fields + form.fields.flatMap(\.members) {
      guard let condition = form.condition(of: field) else { continue }
      #expect(condition.zh != field.relevance?.source, "\(field.name)")
      #expect(condition.zh != condition.en)
    }
  }
}
