import CensusTestSupport
import Foundation
import Testing

/// Backup of a running central, its loss, and its return; over the built program.
@Suite struct KeepingTests {
  @Test func `a central that was lost comes back and devices send what it lacks`() throws {
    let program = try BuiltProgram()
    defer { program.remove() }
    let (central, device) = (program.folder + "/central", program.folder + "/device")
    let backup = program.folder + "/backup"
    try program.makeCentral(central)
    let token = try program.enrol("李娜", device, at: central)
    let entries = SampleData.folder + "/devices/b/entries-b.ndjson"
    let lines = try String(contentsOfFile: entries, encoding: .utf8).split(separator: "\n")
    func record(_ range: Range<Int>) throws {
      let file = program.folder + "/part.ndjson"
      try Data((lines[range].joined(separator: "\n") + "\n").utf8).write(
        to: URL(fileURLWithPath: file))
      _ = try program.run(["entry", "import", file, "--store", device])
    }
    func sync(_ address: String) throws -> BuiltProgram.Outcome {
      try program.run(
        ["sync", "--store", device, "--central", address, "--format", "json"],
        environment: ["HAZCENSUS_TOKEN": token])
    }
    try record(0..<6)
    try program.serve(central) { address in
      #expect(try sync(address).status == 0)
      let made = try program.run([
        "backup", "--store", central, "--output", backup, "--format", "json",
      ])
      #expect(made.status == 0, "\(made.talk)")
      #expect(try program.object(made.output)["revisions"] as? Int ?? 0 > 0)
      #expect(try program.run(["verify", "--store", central]).status == 0)
      #expect(
        try program.run(["restore", backup, "--store", central, "--replace"]).status == 75)
      try record(6..<12)
      #expect(try sync(address).status == 0)
    }
    let heads = try program.object(
      try program.run(["verify", "--store", device, "--format", "json"]).output)["receiptHeads"]
    let head = try #require((heads as? [String])?.first)
    #expect(try program.run(["verify", "--store", central, "--head", head]).status == 0)
    #expect(
      try program.run([
        "verify", "--store", central, "--head", String(repeating: "0", count: 64),
      ]).status == 65)
    let before = try program.list(
      try program.run(["review", "list", "--store", central, "--format", "json"]).output)

    let restored = try program.run(["restore", backup, "--store", central, "--replace"])
    #expect(restored.status == 0, "\(restored.talk)")
    #expect(restored.talk.contains("send again"))
    #expect(try program.run(["verify", "--store", central]).status == 0)
    try program.serve(central) { address in
      let outcome = try sync(address)
      #expect(outcome.status == 0, "\(outcome.talk)")
    }
    let after = try program.list(
      try program.run(["review", "list", "--store", central, "--format", "json"]).output)
    #expect(before.count == after.count)
    #expect(try program.run(["doctor", "--store", central]).status == 0)
  }
}
