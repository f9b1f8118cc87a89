import CensusTestSupport
import Foundation
import Testing

/// What a coordinator sees of an entry, and what can be said of it.
@Suite struct ReviewTests {
  /// A central where two devices changed one revision of one entry.
  private func conflict(_ program: BuiltProgram) throws -> (central: String, entry: String) {
    let central = program.folder + "/central"
    let devices = ["李娜", "王强"].map { (name: $0, store: "\(program.folder)/\($0)") }
    try program.makeCentral(central)
    let tokens = try devices.map { try program.enrol($0.name, $0.store, at: central) }
    _ = try program.run([
      "entry", "import", SampleData.folder + "/devices/b/entries-b.ndjson", "--store",
      devices[0].store,
    ])
    let rows = try program.list(
      try program.run([
        "entry", "list", "--store", devices[0].store, "--form", "FOR_FIRESOURCE", "--format",
        "json",
      ]).output)
    let entry = try #require(rows.first?["entry"] as? String)
    try program.serve(central) { address in
      func sync(_ index: Int) throws {
        _ = try program.run(
          ["sync", "--store", devices[index].store, "--central", address],
          environment: ["HAZCENSUS_TOKEN": tokens[index]])
      }
      try sync(0)
      try sync(1)
      for (index, remark) in ["seen from the road", "seen from the air"].enumerated() {
        let edit = try program.run([
          "entry", "edit", entry, "--store", devices[index].store, "--set", "remark=\(remark)",
          "--finalize",
        ])
        #expect(edit.status == 0, "\(edit.talk)")
        try sync(index)
      }
    }
    return (central, entry)
  }

  @Test func `contending revisions stand side by side and remarks name fields`() throws {
    let program = try BuiltProgram()
    defer { program.remove() }
    let (central, entry) = try conflict(program)
    let options = ["--store", central, "--lang", "en"]

    var shown = try program.run(["review", "show", entry] + options)
    #expect(shown.status == 0, "\(shown.talk)")
    #expect(shown.output.contains("(objectCode)"))
    let row = try #require(
      shown.output.split(separator: "\n").last(where: { $0.contains("(remark)") }))
    #expect(row.contains("seen from the road") && row.contains("seen from the air"))

    let refused = try program.run(
      ["review", "return", entry, "--comment", "look again", "--field", "/nosuch=what"] + options)
    #expect(refused.status == 64, "\(refused.talk)")
    #expect(refused.talk.contains("has no field “/nosuch”"))
    shown = try program.run(["review", "show", entry] + options)
    #expect(!shown.output.contains("look again"))

    let returned = try program.run(
      ["review", "return", entry, "--comment", "look again", "--field", "/lon=measure"] + options)
    #expect(returned.status == 0, "\(returned.talk)")
    shown = try program.run(["review", "show", entry] + options)
    #expect(shown.output.contains("look again"))
    #expect(
      shown.output.split(separator: "\n").contains {
        $0.contains("(lon)") && $0.contains("measure")
      })
  }
}
