import Foundation
import Testing

/// What commands print for programs: data on standard output, talk on standard error.
@Suite struct OutcomeTests {
  @Test func `what became of an entry is told in JSON`() throws {
    let program = try BuiltProgram()
    defer { program.remove() }
    let store = try SmallForm.device(program)
    let options = ["--store", store, "--lang", "en", "--format", "json"]

    var outcome = try program.run(["entry", "new", "X_SMALL", "--set", "objectCode=P-1"] + options)
    #expect(outcome.status == 0, "\(outcome.talk)")
    var told = try program.object(outcome.output)
    #expect(Set(told.keys) == ["entry", "state", "revision", "findings"])
    #expect(told["state"] as? String == "draft")
    #expect(told["revision"] is NSNull)
    #expect((told["findings"] as? [[String: Any]])?.isEmpty == false)
    let entry = try program.member("entry", of: outcome.output)

    outcome = try program.run(["entry", "finalize", entry] + options)
    #expect(outcome.status == 65)
    #expect(outcome.talk.contains("cannot be finalised yet"))
    #expect(try program.list(outcome.output).map { $0["state"] as? String } == ["draft"])

    outcome = try program.run(
      [
        "entry", "edit", entry, "--finalize", "--set", "lon=118.5", "--set", "lat=39.6", "--set",
        "wet=否", "--set", #"geometry={"type":"Point","coordinates":[118.5,39.6]}"#,
      ] + options)
    #expect(outcome.status == 0, "\(outcome.talk)")
    told = try program.object(outcome.output)
    #expect(told["state"] as? String == "ready")
    #expect((told["revision"] as? String)?.count == 64)
    #expect((told["findings"] as? [[String: Any]])?.isEmpty == true)
  }

  @Test func `a discarded entry is told in JSON and a new one by its identifier alone`() throws {
    let program = try BuiltProgram()
    defer { program.remove() }
    let store = try SmallForm.device(program)
    let new = try program.run([
      "entry", "new", "X_SMALL", "--set", "objectCode=P-1", "--store", store,
    ])
    let entry = new.output.trimmingCharacters(in: .newlines)
    #expect(UUID(uuidString: entry) != nil, "\(new.output)")
    let outcome = try program.run([
      "entry", "discard", entry, "--store", store, "--format", "json",
    ])
    #expect(outcome.status == 0, "\(outcome.talk)")
    #expect(try program.object(outcome.output)["state"] is NSNull)
    #expect(outcome.talk.contains("discarded"))
  }

  @Test func `the status in JSON has every key and says what to do next`() throws {
    let program = try BuiltProgram()
    defer { program.remove() }
    let store = try SmallForm.device(program)
    let outcome = try program.run(["status", "--store", store, "--format", "json"])
    let told = try program.object(outcome.output)
    #expect(told["lastSyncAt"] is NSNull)
    #expect(told["central"] is NSNull)
    #expect(told["surveyor"] as? String == "张伟")
    let advice = try #require(told["advice"] as? [[String: String]])
    #expect(advice.contains { $0["en"]?.contains("Never synced") == true })
    #expect(advice.allSatisfy { $0["zh"]?.isEmpty == false })
  }

  @Test func `a recount is told in JSON`() throws {
    let program = try BuiltProgram()
    defer { program.remove() }
    let central = program.folder + "/central"
    try program.makeCentral(central)
    let outcome = try program.run([
      "central", "recount", "--store", central, "--format", "json", "--lang", "en",
    ])
    #expect(outcome.status == 0, "\(outcome.talk)")
    let told = try program.object(outcome.output)
    #expect(told["agrees"] as? Bool == true)
    #expect((told["differences"] as? [[String: Any]])?.isEmpty == true)
    #expect(outcome.talk.contains("agree"))
  }

  @Test func `a CSV ends with its last line`() throws {
    let program = try BuiltProgram()
    defer { program.remove() }
    let outcome = try program.run(["forms", "list", "--format", "csv"])
    let bytes = Array(outcome.output.utf8)
    #expect(bytes.suffix(2) == [0x0D, 0x0A])
    #expect(bytes.dropLast(2).last != 0x0A)
  }
}
