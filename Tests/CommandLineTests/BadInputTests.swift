import CensusTestSupport
import Foundation
import Testing

/// One clear message and the right exit status for what goes wrong, and nothing lost by it.
@Suite struct BadInputTests {
  @Test(arguments: [
    (["status"], Int32(64), "HAZCENSUS_HOME"),
    (["status", "--store", "/nonexistent/store"], 66, "hazcensus init"),
    (["forms", "show", "NO_SUCH_FORM"], 66, "GEO_COLLAPSE"),
    (["forms", "check", "/nonexistent.json"], 66, "nonexistent"),
    (["report", "completion", "--store", "/nonexistent"], 66, "central init"),
    (["review", "pass"], 64, "--all"),
    (["report", "cost", "--as-of", "2021-02-30"], 64, "as-of"),
  ])
  func `a wrong call says what to do`(arguments: [String], status: Int32, words: String) throws {
    let program = try BuiltProgram()
    defer { program.remove() }
    let outcome = try program.run(
      arguments + (arguments.contains("review") ? [] : ["--lang", "en"]))
    #expect(outcome.status == status, "\(outcome.talk)")
    #expect(outcome.talk.contains(words), "\(outcome.talk)")
    #expect(outcome.output.isEmpty)
  }

  @Test func `a store that is not ours is refused and stays as it was`() throws {
    let program = try BuiltProgram()
    defer { program.remove() }
    let foreign = Data("this is no database, but somebody's notes\n".utf8)
    let path = program.folder + "/device.sqlite"
    try foreign.write(to: URL(fileURLWithPath: path))
    let outcome = try program.run(["status", "--store", program.folder, "--lang", "en"])
    #expect(outcome.status == 78)
    #expect(outcome.talk.contains("left untouched"))
    #expect(FileManager.default.contents(atPath: path) == foreign)
  }

  @Test func `a device and a central do not share a folder`() throws {
    let program = try BuiltProgram()
    defer { program.remove() }
    let central = ["central", "init", "--district", "130205", "--name", "X", "--store"]
    let device = ["init", "--district", "130205", "--surveyor", "A", "--store"]
    let folder = program.folder + "/one"
    let other = program.folder + "/two"
    #expect(try program.run(central + [folder]).status == 0)
    #expect(try program.run(device + [folder]).status == 65)
    #expect(try program.run(device + [other]).status == 0)
    #expect(try program.run(central + [other]).status == 65)
  }

  @Test func `a CSV that lacks a required column names it and imports nothing`() throws {
    let program = try BuiltProgram()
    defer { program.remove() }
    let store = program.folder + "/device"
    _ = try program.run(["init", "--store", store, "--district", "130205", "--surveyor", "张伟"])
    let file = program.folder + "/entries-GEO_COLLAPSE.csv"
    try "objectCode,objectName\nX-1,甲\n".write(toFile: file, atomically: true, encoding: .utf8)
    let outcome = try program.run(["entry", "import", file, "--store", store, "--lang", "en"])
    #expect(outcome.status == 65)
    #expect(outcome.talk.contains("pitCount"))
    let list = try program.run(["entry", "list", "--store", store, "--format", "json"])
    #expect(list.output.filter { !$0.isWhitespace } == "[]")
  }

  @Test func `a form with an assertion that is not known is refused with its place`() throws {
    let program = try BuiltProgram()
    defer { program.remove() }
    let file = program.folder + "/FORM.json"
    let form = """
      {"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object",
       "hc:form":{"code":"X_FORM","version":1,"hazard":"rainstorm","status":"unverified",
                  "title":{"zh":"表","en":"Form"}},
       "properties":{"a":{"type":"string","hc:label":{"zh":"甲","en":"A"},"contentEncoding":"base64",
                          "unevaluatedItems":false}}}
      """
    try form.write(toFile: file, atomically: true, encoding: .utf8)
    let outcome = try program.run(["forms", "check", file, "--lang", "en", "--format", "csv"])
    #expect(outcome.status == 65)
    #expect(outcome.output.contains("/properties/a/unevaluatedItems"))
  }

  @Test func `the language counts for errors however it is written`() throws {
    let program = try BuiltProgram()
    defer { program.remove() }
    #expect(try program.run(["status", "--lang=zh"]).talk.hasPrefix("错误："))
    #expect(try program.run(["status", "--lang", "zh"]).talk.hasPrefix("错误："))
    #expect(try program.run(["status"]).talk.hasPrefix("error: "))
  }

  @Test func `a folder in place of a file is named as one`() throws {
    let program = try BuiltProgram()
    defer { program.remove() }
    let store = try SmallForm.device(program)
    let folder = program.folder + "/some.csv"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for call in [
      ["entry", "import", folder, "--form", "X_SMALL"],
      ["entry", "new", "X_SMALL", "--json", folder],
      ["forms", "check", folder],
    ] {
      let outcome = try program.run(call + ["--store", store, "--lang", "en"])
      #expect(outcome.status == 66, "\(outcome.talk)")
      #expect(outcome.talk.contains("some.csv is a folder, not a file"), "\(outcome.talk)")
    }
  }

  @Test func `help teaches every command`() throws {
    let program = try BuiltProgram()
    defer { program.remove() }
    for command in [
      ["init"], ["status"], ["doctor"], ["plan", "import"], ["forms", "check"], ["entry", "new"],
      ["entry", "import"], ["expense", "add"], ["activity", "add"], ["sync"], ["review", "return"],
      ["report", "completion"], ["central", "serve"], ["central", "device", "add"], ["demo"],
    ] {
      let outcome = try program.run(command + ["--help"])
      #expect(outcome.status == 0)
      #expect(outcome.output.contains("USAGE: hazcensus \(command.joined(separator: " "))"))
    }
  }
}
