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

  @Test func `a form in JSON has its fields, rules and rules across records`() throws {
    let program = try BuiltProgram()
    defer { program.remove() }
    let store = try SmallForm.device(program)
    let rain = try program.object(
      try program.run(["forms", "show", "MET_RAIN", "--format", "json"]).output)
    let across = try #require(rain["rulesAcrossRecords"] as? [[String: Any]])
    #expect(across.contains { $0["name"] as? String == "noOverlapAtStation" })

    let shown = try program.run([
      "forms", "show", "X_SMALL", "--store", store, "--format", "json",
    ])
    let small = try program.object(shown.output)
    let rules = try #require(small["rules"] as? [[String: Any]])
    let seldom = try #require(rules.first { $0["name"] as? String == "seldomSoMuch" })
    #expect(seldom["level"] as? String == "warning")
    #expect(seldom["check"] as? String == "most <= 500")
    #expect(seldom["when"] as? String == "wet == true")
    #expect(seldom["isUnverified"] as? Bool == true)
    let fields = try #require(small["fields"] as? [[String: Any]])
    let longitude = try #require(fields.first { $0["name"] as? String == "lon" })
    #expect((longitude["limits"] as? [String: Any])?["maximum"] as? Double == 130)
    let kind = try #require(fields.first { $0["name"] as? String == "kind" })
    #expect(kind["relevance"] as? String == "wet == true")

    let table = try program.run(["forms", "show", "X_SMALL", "--store", store, "--lang", "en"])
    for words in ["100…130", "wet == true", "look at the place", "Everything"] {
      #expect(table.output.contains(words), "\(words) in \(table.output)")
    }
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
