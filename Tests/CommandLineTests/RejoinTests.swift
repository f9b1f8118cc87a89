import Foundation
import Testing

/// A copied store over the built program: told apart, rejoined, and listed by the coordinator.
@Suite struct RejoinTests {
  @Test func `a copy of a store is refused, rejoins by one command and syncs with the kept token`()
    throws
  {
    let program = try BuiltProgram()
    defer { program.remove() }
    let central = program.folder + "/central"
    let device = program.folder + "/device"
    let copy = program.folder + "/copy"
    try program.makeCentral(central)
    let token = try program.enrol("李娜", device, at: central)
    let tokenFile = program.folder + "/token"
    try write(token, tokenFile)
    let form = try smallForm(program)
    var outcome = try program.run(["central", "form", "add", form, "--store", central])
    #expect(outcome.status == 0, "\(outcome.talk)")

    try program.serve(central) { address in
      let first = try program.run([
        "sync", "--store", device, "--central", address, "--token-file", tokenFile,
      ])
      #expect(first.status == 0, "\(first.talk)")
      let forms = try program.run(["forms", "list", "--store", device, "--format", "json"])
      #expect(forms.output.contains("X_SMALL"), "\(forms.talk)")
      try FileManager.default.copyItem(atPath: device, toPath: copy)
      for (store, object) in [(device, "A-1"), (copy, "A-2")] {
        let made = try program.run([
          "entry", "new", "X_SMALL", "--object", object, "--store", store, "--finalize",
          "--set", "townCode=130205103",
        ])
        #expect(made.status == 0, "\(made.talk)")
      }
      #expect(try program.run(["sync", "--store", device]).status == 0)

      let refused = try program.run(["sync", "--store", copy, "--lang", "en"])
      #expect(refused.status == 65)
      #expect(refused.talk.contains("hazcensus device rejoin"), "\(refused.talk)")

      let rejoined = try program.run(["device", "rejoin", "--store", copy, "--format", "json"])
      #expect(rejoined.status == 0, "\(rejoined.talk)")
      let again = try program.run(["sync", "--store", copy])
      #expect(again.status == 0, "\(again.talk)")
      let kept = try FileManager.default.contentsOfDirectory(atPath: copy)
      #expect(!kept.contains { $0.hasPrefix("token-") })
      #expect(try program.run(["sync", "--store", device]).status == 0)
      for store in [device, copy] {
        #expect(try program.run(["doctor", "--store", store]).status == 0)
        let entries = try program.run(["entry", "list", "--store", store, "--format", "json"])
        #expect(try program.list(entries.output).count == 2)
      }
    }
    outcome = try program.run(["central", "device", "list", "--store", central, "--format", "json"])
    #expect(try program.list(outcome.output).count == 2)
    outcome = try program.run(["central", "device", "list", "--store", central, "--lang", "en"])
    let width = outcome.output.split(separator: "\n").map(\.count).max() ?? 0
    #expect((80...120).contains(width), "\(outcome.output)")
    outcome = try program.run(["central", "account", "list", "--store", central])
    #expect(outcome.status == 0)
  }

  private func write(_ text: String, _ path: String) throws {
    let isMade = FileManager.default.createFile(
      atPath: path, contents: Data(text.utf8), attributes: [.posixPermissions: 0o600])
    try #require(isMade)
  }

  /// A form of two answers that no other store has.
  private func smallForm(_ program: BuiltProgram) throws -> String {
    let path = program.folder + "/X_SMALL.json"
    try Self.form.write(toFile: path, atomically: true, encoding: .utf8)
    return path
  }

  private static let form = #"""
    {"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object",
     "$id":"urn:hazardcensus:form:X_SMALL:1","title":"Small form","description":"A form of two fields.",
     "hc:form":{"code":"X_SMALL","version":1,"hazard":"rainstorm","status":"unverified","source":"A test.",
                "title":{"zh":"小表","en":"Small form"}},
     "hc:groups":[{"key":"all","zh":"全部","en":"Everything"}],
     "properties":{
      "objectCode":{"type":"string","minLength":1,"hc:group":"all","hc:label":{"zh":"对象编码","en":"Object code"}},
      "townCode":{"type":"string","hc:group":"all","hc:label":{"zh":"乡级代码","en":"Township"}}
     },
     "required":["objectCode","townCode"],
     "additionalProperties":false,
     "hc:rules":[]
    }
    """#
}
