import CensusDomain
import CensusForms
import CensusJSON
import CensusPlace
import CensusStore
import Testing

@Suite("Positions that are typed into a form")
struct PositionAnswerTests {
  private func answer(_ text: String, _ name: String = "lon") throws -> PositionAnswer? {
    let form = try Samples.form()
    return PositionAnswer(text, for: try #require(form.field(name)), of: form)
  }

  private func set(_ text: String, _ object: JSONObject = [:]) throws -> JSONObject {
    var object = object
    let form = try Samples.form()
    _ = ContentBuilder.set(&object, try #require(form.field("lon")), of: form, to: text)
    return object
  }

  @Test("A pair gives both coordinates; what it was converted from is kept")
  func pair() throws {
    #expect(
      try set("118.2614,39.6712") == ["lon": .number("118.2614"), "lat": .number("39.6712")])
    let words = "东经118°15′41″ 北纬39°40′16″"
    #expect(
      try set(words) == [
        "lon": .number("118.26138889"), "lat": .number("39.67111111"), "posSource": .string(words),
      ])
  }

  @Test("A later position takes away what an earlier one was converted from")
  func sourceGoes() throws {
    let former = try set("东经118°15′41″ 北纬39°40′16″")
    #expect(try set("118.2614,39.6712", former)["posSource"] == nil)
  }

  @Test("GCJ-02 before a position declares it, and nothing else converts")
  func shifted() throws {
    let declared = try PositionValues("GCJ-02 118.2614,39.6712")
    let plain = try PositionValues("118.2614,39.6712")
    #expect(declared.wasShifted && declared.source == "GCJ-02 118.2614,39.6712")
    #expect(!plain.wasShifted && plain.source == nil)
    let metres = Geodesic.distance(declared.position, plain.position)
    #expect((100...1000).contains(metres), "web maps shift by hundreds of metres")
    #expect(try PositionValues("118.2614,39.6712", isGCJ02: true) == declared)
  }

  @Test("One coordinate in degrees and minutes is read for the field that was asked for")
  func one() throws {
    #expect(try answer("118°15′41″") == .one("118.26138889"))
    #expect(try answer("东经118°15′41″") == .one("118.26138889"))
    #expect(try answer("118°15′41″E") == .one("118.26138889"))
    #expect(try answer("39°40′16″", "lat") == .one("39.67111111"))
    #expect(try answer("北纬39°40′16″", "lat") == .one("39.67111111"))
    #expect(try answer("39°40′16″N", "lat") == .one("39.67111111"))
    #expect(try answer("118°15′41″E", "lat") == nil, "a longitude is no latitude")
    #expect(try answer("39°40′16″") == nil, "no longitude of China")
    #expect(try answer("北纬39°40′16″") == nil, "a latitude is no longitude")
  }

  @Test(
    "Numbers, other words and other fields are left to the form",
    arguments: [
      ("118.2614", "lon"), ("１１８．２６", "lon"), ("118.2614°", "lon"), ("nowhere", "lon"), ("", "lon"),
      ("118.2614,39.6712", "objectName"),
    ])
  func left(text: String, name: String) throws { #expect(try answer(text, name) == nil) }
}
