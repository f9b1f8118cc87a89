import CensusDomain
import CensusForms
import CensusJSON
import Testing

@Suite("A limit on decimal places")
struct DecimalsTests {
  private static let nested = """
    {"type":"object","properties":{
      "size":{"hc:label":{"zh":"大小","en":"Size"},"type":"number","hc:decimals":1},
      "list":{"hc:label":{"zh":"列表","en":"List"},"type":"array",
        "items":{"type":"number","hc:decimals":0}}}}
    """

  @Test("It holds for numbers inside objects and lists, at their own places")
  func places() throws {
    #expect(try Probe.findings(Self.nested, #"{"size":2.5,"list":[1,2.0,3]}"#) == [])
    let found = try Probe.findings(Self.nested, #"{"size":2.55,"list":[1,2.5]}"#)
    #expect(
      found.map { "\($0.pointer) \($0.rule)" } == ["/x/size hc:decimals", "/x/list/1 hc:decimals"])
    #expect(found.allSatisfy { $0.level == .error })
  }

  @Test("The message has the field's label, the value and the limit in both languages")
  func message() throws {
    let found = try Probe.findings(#"{"type":"number","hc:decimals":2}"#, "1.005")
    let message = try #require(found.first?.message)
    #expect(message.en == "Field: 1.005 has too many decimals; 2 are allowed.")
    #expect(message.zh == "字段：1.005 的小数位过多，最多 2 位。")
  }

  private func validator() throws -> FormValidator {
    let schema: JSONValue = ["type": "number", "hc:decimals": 2]
    let form = try Probe.form(Probe.document(fields: ["x": schema]))
    return FormValidator(form: form, today: try Project.today())
  }

  @Test("Ordinary decimals pass, whose binary approximations are no multiple of a hundredth")
  func ordinary() throws {
    let validator = try self.validator()
    for cents in 0..<10_000 {
      let text = "\(cents / 100).\(cents / 10 % 10)\(cents % 10)"
      let found = try validator.findings(["x": .number(text)])
      try #require(found == [], "\(text)")
    }
  }

  @Test("It is no part of the verdict that every JSON Schema validator shares")
  func verdict() throws {
    let validator = try self.validator()
    let long = Array(#"{"x":1.005}"#.utf8)
    #expect(try JSONParser().withDocument(long) { validator.satisfiesSchema($0) })
    #expect(try JSONParser().withDocument(long) { validator.validate($0).count } == 1)
    let wrong = Array(#"{"x":"1.005"}"#.utf8)
    let verdict = try JSONParser().withDocument(wrong) { validator.satisfiesSchema($0) }
    #expect(!verdict)
  }

  @Test(
    "The limit is a whole number up to twelve", arguments: ["-1", "13", "1.5", "\"2\"", "true"])
  func wrongLimit(_ limit: String) throws {
    let found = try Probe.diagnostics(#"{"type":"number","hc:decimals":\#(limit)}"#)
    #expect(found.map(\.pointer) == ["/properties/x/hc:decimals"])
  }

  @Test("Every form limits its coordinates to eight decimals", arguments: Project.surveys)
  func coordinates(_ code: String) throws {
    let content = try Project.sample(code)
    let validator = try Project.validator(code)
    let fine = content.patched(["lon": .number("118.005000000")])
    #expect(try validator.findings(fine).allSatisfy { $0.rule != "hc:decimals" })
    let long = content.patched(["lon": .number("118.123456789")])
    let found = try validator.findings(long).filter { $0.rule == "hc:decimals" }
    #expect(found.map(\.pointer) == ["/lon"])
  }
}
