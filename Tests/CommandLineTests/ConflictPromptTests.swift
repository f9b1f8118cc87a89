import CensusTestSupport
import Foundation
import Testing

/// What a person is asked who decides a conflict, on a device and at the central.
@Suite struct ConflictPromptTests {
  /// A served central and two devices that changed the remark of one entry.
  private struct Scene {
    let program: BuiltProgram
    let central: String
    let stores: [String]
    let tokens: [String]

    init(_ program: BuiltProgram) throws {
      self.program = program
      central = program.folder + "/central"
      stores = ["li", "wang"].map { program.folder + "/" + $0 }
      try program.makeCentral(central)
      let central = central
      tokens = try zip(["李娜", "王强"], stores).map { try program.enrol($0, $1, at: central) }
    }

    func sync(_ device: Int, _ address: String) throws {
      let outcome = try program.run(
        ["sync", "--store", stores[device], "--central", address],
        environment: ["HAZCENSUS_TOKEN": tokens[device]])
      try #require(outcome.status == 0, "\(outcome.talk)")
    }

    /// Makes the conflict and gives its entry.
    func conflict(_ address: String) throws -> String {
      let content = program.folder + "/content.json"
      try Data(try #require(try SampleData.fireSources(1).first)).write(
        to: URL(fileURLWithPath: content))
      let made = try program.run([
        "entry", "new", "FOR_FIRESOURCE", "--json", content, "--finalize", "--store", stores[0],
        "--format", "json",
      ])
      let entry = try program.member("entry", of: made.output)
      for device in [0, 1] { try sync(device, address) }
      for (device, remark) in ["Li", "Wang"].enumerated() {
        let edit = try program.run([
          "entry", "edit", entry, "--set", "remark=\(remark)", "--finalize", "--store",
          stores[device],
        ])
        try #require(edit.status == 0, "\(edit.talk)")
        try sync(device, address)
      }
      return entry
    }

    func remark(_ device: Int, _ entry: String) throws -> String? {
      let shown = try program.run([
        "entry", "show", entry, "--store", stores[device], "--format", "json",
      ])
      let content = try program.object(shown.output)["content"] as? [String: Any]
      return content?["remark"] as? String
    }
  }

  @Test func `on a device each field is asked for until it is answered`() throws {
    let program = try BuiltProgram()
    defer { program.remove() }
    let scene = try Scene(program)
    try program.serve(scene.central) { address in
      let entry = try scene.conflict(address)
      let words = ["conflict", "resolve", entry, "--store", scene.stores[1], "--lang", "en"]
      let unsaid = try program.run(words, typing: ["perhaps"])
      #expect(unsaid.status == 64 && unsaid.talk.contains("Type 1, 2 or 3."))
      #expect(unsaid.talk.contains("1 mine   王强: Wang") && unsaid.talk.contains("2 theirs 李娜: Li"))
      #expect(unsaid.talk.contains("not decided: /remark"))
      let decided = try program.run(words, typing: ["4", "3", "seen together"])
      #expect(decided.status == 0 && decided.talk.contains("value: "), "\(decided.talk)")
      for device in [1, 0] { try scene.sync(device, address) }
      #expect(try scene.remark(0, entry) == "seen together")
    }
  }

  @Test func `a coordinator is asked the same over the network, and both devices follow`() throws {
    let program = try BuiltProgram()
    defer { program.remove() }
    let scene = try Scene(program)
    let account = try program.run([
      "central", "account", "add", "周敏", "--role", "coordinator", "--region", "130205", "--store",
      scene.central, "--format", "json",
    ])
    let token = program.folder + "/token"
    try Data(try program.member("token", of: account.output).utf8).write(
      to: URL(fileURLWithPath: token))
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: token)
    try program.serve(scene.central) { address in
      let entry = try scene.conflict(address)
      let place = ["--central", address, "--token-file", token, "--lang", "en"]
      let list = try program.run(["central", "conflict", "list", "--format", "json"] + place)
      #expect(try program.list(list.output).map { $0["entry"] as? String } == [entry])
      let shown = try program.run(["central", "conflict", "show", entry] + place)
      #expect(shown.output.contains("Li") && shown.output.contains("Wang"), "\(shown.talk)")
      #expect(shown.talk.contains("hazcensus central conflict resolve \(entry)"))

      let resolve = ["central", "conflict", "resolve", entry]
      let unsaid = try program.run(resolve + place)
      #expect(unsaid.status == 64 && unsaid.talk.contains("not decided: /remark"))
      let decided = try program.run(resolve + place, typing: ["1"])
      #expect(decided.status == 0 && decided.output.contains("received"), "\(decided.talk)")
      for device in [0, 1] { try scene.sync(device, address) }
      for device in [0, 1] { #expect(try scene.remark(device, entry) == "Wang") }
      let over = try program.run(["central", "conflict", "show", entry] + place)
      #expect(over.status == 66 && over.talk.contains("Nothing contends"), "\(over.talk)")
    }
  }
}
