import Foundation
import Testing

/// Positions, boundaries and region codes over the built program.
@Suite struct PlaceTests {
  private let program: BuiltProgram
  private let store: String

  init() throws {
    program = try BuiltProgram()
    store = try SmallForm.device(program)
  }

  private func run(_ words: [String], typing: [String]? = nil) throws -> BuiltProgram.Outcome {
    let all = words + ["--store", store, "--lang", "en", "--format", "json"]
    return try typing.map { try program.run(all, typing: $0) } ?? program.run(all)
  }

  private func file(_ name: String, _ text: String) throws -> String {
    let path = program.folder + "/" + name
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    return path
  }

  /// A square around 118.3, 39.6 as the boundary of 郑庄子镇.
  private static let square = #"""
    {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"code":"130205102000"},
     "geometry":{"type":"Polygon","coordinates":[[[118.2,39.5],[118.4,39.5],[118.4,39.7],[118.2,39.7],[118.2,39.5]]]}}]}
    """#

  @Test func `a position is printed in every way, and with the boundary around it`() throws {
    defer { program.remove() }
    var read = try program.object(try run(["place", "read", "118.2614,39.6712"]).output)
    #expect(read["dms"] as? String == "118°15′41.04″E 39°40′16.32″N")
    #expect(read["zone"] as? Int == 39)
    #expect(read["regions"] is NSNull)
    let northing = try #require(read["northing"] as? String)
    let easting = try #require(read["prefixedEasting"] as? String)
    #expect(try run(["place", "boundaries", try file("b.geojson", Self.square)]).status == 0)
    read = try program.object(try run(["place", "read", easting, northing]).output)
    #expect(read["kind"] as? String == "gaussKruger")
    #expect(read["lon"] as? String == "118.2614")
    #expect(read["regions"] as? [String] == ["130205102"])
    let away = try program.object(try run(["place", "read", "119,39.6"]).output)
    #expect(away["regions"] as? [String] == [])
  }

  @Test func `a web map's position is converted when it is declared, and that is said`() throws {
    defer { program.remove() }
    let outcome = try program.run([
      "place", "read", "--from", "gcj-02", "118.2673,39.6725", "--lang", "en",
    ])
    #expect(outcome.output.contains("GCJ-02"), "\(outcome.talk)")
    #expect(!outcome.output.contains("118.2673"))
    let bad = try program.run(["place", "read", "somewhere", "--lang", "en"])
    #expect(bad.status == 65)
    #expect(bad.talk.contains("118°15′41.0″E"), "the remedy shows how positions are written")
  }

  @Test func `boundaries make forms warn, and go again`() throws {
    defer { program.remove() }
    let made = try run([
      "entry", "new", "MET_RAIN", "--set", "objectCode=P-1", "--set", "townCode=130205102",
      "--set", "position=119.2,39.6",
    ])
    let entry = try program.member("entry", of: made.output)
    #expect(!made.output.contains("insideTownship"))
    let put = try run(["place", "boundaries", try file("b.geojson", Self.square)])
    #expect(try program.list(put.output).map { $0["name"] as? String } == ["郑庄子镇"])
    let edit = ["entry", "edit", entry, "--set", "remark=x"]
    #expect(try run(edit).output.contains("insideTownship"))
    // A file with a mistake changes nothing.
    #expect(try run(["place", "boundaries", try file("c.geojson", "{}")]).status == 65)
    #expect(try run(edit).output.contains("insideTownship"))
    #expect(try run(["place", "boundaries", "--remove"]).status == 0)
    #expect(try !run(edit).output.contains("insideTownship"))
    #expect(try run(["place", "boundaries"]).status == 66)
  }

  @Test func `longitude and latitude are taken in any way of writing`() throws {
    defer { program.remove() }
    let made = try run([
      "entry", "new", "MET_RAIN", "--set", "position=东经118°15′41″ 北纬39°40′16″",
    ])
    #expect(made.status == 0, "\(made.talk)")
    #expect(made.talk.contains("longitude 118.26138889"))
    let entry = try program.member("entry", of: made.output)
    let shown = try program.object(try run(["entry", "show", entry]).output)
    let content = try #require(shown["content"] as? [String: Any])
    #expect(content["lat"] as? Double == 39.671_111_11)
    #expect(content["posSource"] as? String == "东经118°15′41″ 北纬39°40′16″")
    #expect(try run(["entry", "edit", entry, "--set", "position=39"]).status == 65)

    let asked = try run(
      ["entry", "new", "X_SMALL"], typing: ["P-2", "", "118.5, 39.6", "", "."])
    #expect(asked.talk.contains("position: longitude 118.5, latitude 39.6"), "\(asked.talk)")
    #expect(asked.talk.contains("Latitude (lat) = 39.6"), "\(asked.talk)")
  }

  @Test func `a code is shown in each edition, with the code that its town has there`() throws {
    defer { program.remove() }
    let rows = try program.list(try run(["place", "town", "130205102"]).output)
    #expect(rows.map { $0["name"] as? String } == ["郑庄子镇", "郑庄子镇", "越河镇"])
    let towns = rows.map { ($0["sameTown"] as? [[String: String]])?.compactMap { $0["code"] } }
    #expect(towns == [["130205102"], ["130205102"], ["130205104"]])
    let later = try program.list(
      try run(["place", "town", "130205102", "--edition", "2022-10-31"]).output)
    #expect((later.first?["sameTown"] as? [[String: String]])?.first?["code"] == "130205105")
    #expect(try run(["place", "town", "110105001"]).status == 66)
  }

  @Test func `the edition is chosen, kept, and put right where it is damaged`() throws {
    defer { program.remove() }
    func edition() throws -> String? {
      try program.object(try run(["place", "regions"]).output)["edition"] as? String
    }
    #expect(try edition() == "2021-10-31")
    #expect(try run(["place", "regions", "--edition", "1999"]).status == 64)
    #expect(try run(["place", "regions", "--edition", "2022-10-31"]).status == 0)
    #expect(try edition() == "2022-10-31")
    let table = try file(
      "t.csv", "edition,code,name,county_code,county_name\n2021,130802001,西大街街道,130802,双桥区\n")
    #expect(try run(["place", "regions", "--table", table, "--edition", "2021"]).status == 0)
    #expect(try edition() == "2021")
    func copies() throws -> Int {
      try FileManager.default.contentsOfDirectory(atPath: store).count { $0.hasSuffix(".csv") }
    }
    #expect(try copies() == 1)
    try "{".write(toFile: store + "/regions.json", atomically: true, encoding: .utf8)
    #expect(try run(["place", "regions"]).status == 78)
    #expect(try run(["place", "regions", "--built-in"]).status == 0)
    #expect(try edition() == "2021-10-31")
  }
}
