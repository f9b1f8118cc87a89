import CensusTestSupport
import Foundation
import Testing

/// Two devices change one entry; the built program merges what it can and asks about the rest.
@Suite struct ConflictTests {
  @Test func `a field that both changed is listed, shown and decided, the others merge`() throws {
    let program = try BuiltProgram()
    defer { program.remove() }
    let central = program.folder + "/central"
    try program.makeCentral(central)
    let stores = ["li", "wang"].map { program.folder + "/" + $0 }
    let tokens = try zip(["李娜", "王强"], stores).map {
      try program.enrol($0, $1, at: central)
    }
    let content = program.folder + "/content.json"
    try Data(try #require(try SampleData.fireSources(1).first)).write(
      to: URL(fileURLWithPath: content))

    try program.serve(central) { address in
      func run(_ device: Int, _ words: [String]) throws -> String {
        let outcome = try program.run(
          words + ["--store", stores[device], "--lang", "en"],
          environment: ["HAZCENSUS_TOKEN": tokens[device]])
        try #require(outcome.status == 0, "\(words): \(outcome.talk)")
        return outcome.output + outcome.talk
      }
      func sync(_ device: Int) throws -> String {
        try run(device, ["sync", "--central", address])
      }
      _ = try run(0, ["entry", "new", "FOR_FIRESOURCE", "--json", content, "--finalize"])
      _ = try sync(0)
      _ = try sync(1)
      let list = try program.run(["entry", "list", "--store", stores[1], "--format", "json"])
      let entry = try #require(try program.list(list.output).first?["entry"] as? String)

      _ = try run(
        0, ["entry", "edit", entry, "--set", "remark=Li", "--set", "address=L", "--finalize"])
      _ = try run(
        1, ["entry", "edit", entry, "--set", "remark=Wang", "--set", "manager=W", "--finalize"])
      _ = try sync(0)
      _ = try sync(1)

      let open = try program.run(["conflict", "list", "--store", stores[1], "--format", "json"])
      let item = try #require(try program.list(open.output).first)
      #expect(item["fields"] as? [String] == ["/remark"])
      #expect(item["mine"] as? String == "王强" && item["theirs"] as? String == "李娜")
      let shown = try run(1, ["conflict", "show", entry])
      #expect(shown.contains("Wang") && shown.contains("/manager from mine"))
      let whole = try program.run([
        "conflict", "show", entry, "--store", stores[1], "--format", "json",
      ])
      #expect(try program.object(whole.output)["fromTheirs"] as? [String] == ["/address"])

      let unsaid = try program.run([
        "conflict", "resolve", entry, "--store", stores[1], "--lang", "en",
      ])
      #expect(unsaid.status == 64 && unsaid.talk.contains("--field /pointer="))
      let wrong = try program.run([
        "conflict", "resolve", entry, "--field", "/lon=mine", "--store", stores[1], "--lang", "en",
      ])
      #expect(wrong.status == 64 && wrong.talk.contains("/remark"))

      _ = try run(1, ["conflict", "resolve", entry, "--field", "/remark=both of us"])
      _ = try sync(1)
      _ = try sync(0)
      let settled = try run(0, ["entry", "show", entry])
      for value in ["both of us", "L", "W"] { #expect(settled.contains(value)) }
      let past = try program.run([
        "conflict", "list", "--all", "--store", stores[1], "--format", "json",
      ])
      #expect(try program.list(past.output).first?["standing"] as? String == "decided")

      _ = try run(0, ["entry", "edit", entry, "--set", "address=L2", "--finalize"])
      _ = try run(1, ["entry", "edit", entry, "--set", "manager=W2", "--finalize"])
      _ = try sync(0)
      let merged = try sync(1)
      #expect(merged.contains("merged by itself") && merged.contains("/manager from 王强"))
      _ = try sync(0)
      let agreed = try run(0, ["entry", "show", entry])
      #expect(agreed.contains("L2") && agreed.contains("W2"))
    }
  }
}
