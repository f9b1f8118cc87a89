import Foundation
import Testing

/// A surveyor's answers on a terminal.
@Suite struct InterviewTests {
  private func new(_ store: String, _ more: [String] = []) -> [String] {
    ["entry", "new", "X_SMALL", "--store", store, "--lang", "en", "--format", "json"] + more
  }

  private func content(_ program: BuiltProgram, _ store: String, _ entry: String) throws
    -> [String: Any]
  {
    let shown = try program.run(["entry", "show", entry, "--store", store, "--format", "json"])
    return try #require(try program.object(shown.output)["content"] as? [String: Any])
  }

  @Test func `each answer is checked when it is given and asked for again`() throws {
    let program = try BuiltProgram()
    defer { program.remove() }
    let store = try SmallForm.device(program)
    let outcome = try program.run(
      new(store, ["--finalize"]),
      typing: [
        "P-1", "", "200", "118.5", "39.6", "", "perhaps", "y", "3", "2", "10", "20", "5", "",
      ])
    #expect(outcome.status == 0, "\(outcome.talk)")
    for words in [
      "[maximum]", "[type]", "No choice is “3”", "[inOrder]", "[°]", "look at the place",
      "2) little",
      "→ little [2]", "[3/11 Everything]",
      "y yes / n no", #"Enter takes {"type":"Point","coordinates":[118.5,39.6]}"#,
    ] {
      #expect(outcome.talk.contains(words), "\(words) in \(outcome.talk)")
    }
    #expect(!outcome.talk.contains("[required]"))
    let made = try program.object(outcome.output)
    #expect(made["state"] as? String == "ready")
    #expect((made["revision"] as? String)?.count == 64)
    let content = try self.content(program, store, try program.member("entry", of: outcome.output))
    #expect(content["wet"] as? Bool == true)
    #expect(content["least"] as? Int == 5)
    #expect((content["geometry"] as? [String: Any])?["type"] as? String == "Point")
  }

  @Test func `what stands in the way is asked for again and a warning wants its reason`() throws {
    let program = try BuiltProgram()
    defer { program.remove() }
    let store = try SmallForm.device(program)
    // Longitude and geometry are passed over, and so much rain is confirmed.
    let outcome = try program.run(
      new(store, ["--finalize"]),
      typing: [
        "P-2", "", "", "39.6", "", "是", "", "600", "", "", "", "118", "", "as the gauge says",
      ])
    #expect(outcome.status == 0, "\(outcome.talk)")
    #expect(outcome.talk.contains(#"written: {"type":"Point","coordinates":[118.2,39.6]}"#))
    #expect(outcome.talk.contains("Before it can be finalised"))
    #expect(try program.object(outcome.output)["state"] as? String == "ready")

    let entry = try program.member("entry", of: outcome.output)
    let table = try program.run(["entry", "show", entry, "--store", store, "--lang", "en"])
    #expect(table.output.contains("Most (most)"))
    #expect(table.output.contains("reason for [seldomSoMuch]"))
    #expect(table.output.contains("as the gauge says"))
    let json = try program.run(["entry", "show", entry, "--store", store, "--format", "json"])
    let reasons = try program.object(json.output)["reasons"] as? [String: String]
    #expect(reasons == ["seldomSoMuch": "as the gauge says"])
  }

  @Test func `who leaves keeps a draft with every answer`() throws {
    let program = try BuiltProgram()
    defer { program.remove() }
    let store = try SmallForm.device(program)
    let outcome = try program.run(
      new(store, ["--finalize"]), typing: ["P-3", "a name", "<", "another name", "-", "."])
    #expect(outcome.status == 0, "\(outcome.talk)")
    #expect(try program.object(outcome.output)["state"] as? String == "draft")
    let content = try self.content(program, store, try program.member("entry", of: outcome.output))
    #expect(content["objectName"] as? String == "another name")
    #expect(content["lon"] == nil)
  }

  @Test func `a second entry of an object is refused as soon as its code is typed`() throws {
    let program = try BuiltProgram()
    defer { program.remove() }
    let store = try SmallForm.device(program)
    #expect(try program.run(new(store, ["--set", "objectCode=P-4"])).status == 0)
    let outcome = try program.run(new(store), typing: ["n", "P-4", "P-5", "."])
    #expect(outcome.status == 0, "\(outcome.talk)")
    #expect(outcome.talk.contains("already has a X_SMALL entry"))
    let list = try program.list(
      try program.run(["entry", "list", "--store", store, "--format", "json"]).output)
    #expect(list.map { $0["objectCode"] as? String } == ["P-4", "P-5"])
  }

  @Test func `an open draft is offered and goes on at its first gap`() throws {
    let program = try BuiltProgram()
    defer { program.remove() }
    let store = try SmallForm.device(program)
    #expect(try program.run(new(store), typing: ["P-6", "a name", "118.5", "."]).status == 0)
    let outcome = try program.run(new(store), typing: ["", "39.6", "."])
    #expect(outcome.talk.contains("1) P-6"), "\(outcome.talk)")
    let content = try self.content(program, store, try program.member("entry", of: outcome.output))
    #expect(content["lat"] as? Double == 39.6)
    #expect(try program.run(new(store), typing: ["."]).output.isEmpty)
    let list = try program.run(["entry", "list", "--store", store, "--format", "json"])
    #expect(try program.list(list.output).count == 1)
  }

  @Test func `a code that is typed brings what the inventory knows`() throws {
    let program = try BuiltProgram()
    defer { program.remove() }
    let central = program.folder + "/central"
    let store = program.folder + "/device"
    let inventory = program.folder + "/inventory.csv"
    try """
    objectCode,hazard,formCode,objectName,townCode,lon,lat,shouldSurvey
    130205-GH-0001,ground-collapse,GEO_COLLAPSE,一号塌陷,130205100,118.25,39.5,true

    """.write(toFile: inventory, atomically: true, encoding: .utf8)
    try program.makeCentral(central)
    #expect(try program.run(["plan", "import", inventory, "--store", central]).status == 0)
    let token = try program.enrol("张伟", store, at: central)
    try program.serve(central) { address in
      let sync = try program.run(
        ["sync", "--store", store, "--central", address], environment: ["HAZCENSUS_TOKEN": token])
      #expect(sync.status == 0, "\(sync.talk)")
    }
    let outcome = try program.run(
      ["entry", "new", "GEO_COLLAPSE", "--store", store, "--lang", "en", "--format", "json"],
      typing: ["130205-GH-0001", "."])
    #expect(outcome.talk.contains("filled in from the inventory"), "\(outcome.talk)")
    let content = try self.content(program, store, try program.member("entry", of: outcome.output))
    #expect(content["objectName"] as? String == "一号塌陷")
    #expect(content["townCode"] as? String == "130205100")
    #expect(content["lon"] as? Double == 118.25)
  }
}
