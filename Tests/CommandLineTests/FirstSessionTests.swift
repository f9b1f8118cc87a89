import CensusTestSupport
import Foundation
import Testing

/// The main job by hand, over the built program, real files and a real socket.
@Suite struct FirstSessionTests {
  @Test func `from the inventory to the report`() throws {
    let program = try BuiltProgram()
    defer { program.remove() }
    let central = program.folder + "/central"
    let device = program.folder + "/device"
    let data = SampleData.folder

    var outcome = try program.run([
      "central", "init", "--store", central, "--district", "130205", "--name", "开平区",
      "--not-applicable", data + "/not-applicable.csv",
    ])
    #expect(outcome.status == 0, "\(outcome.talk)")
    outcome = try program.run(["plan", "import", data + "/inventory.csv", "--store", central])
    #expect(outcome.status == 0, "\(outcome.talk)")
    outcome = try program.run([
      "init", "--store", device, "--district", "130205", "--surveyor", "李娜", "--format", "json",
    ])
    #expect(outcome.status == 0, "\(outcome.talk)")
    let identifier = try program.member("device", of: outcome.output)
    outcome = try program.run([
      "central", "device", "add", identifier, "--surveyor", "李娜", "--region", "130205", "--store",
      central, "--format", "json",
    ])
    let token = try program.member("token", of: outcome.output)

    // A faulty row is refused with its place and reason; the good ones are saved.
    outcome = try program.run([
      "entry", "import", data + "/devices/b/entries-b.ndjson", "--store", device, "--format",
      "json",
    ])
    #expect(outcome.status == 65)
    #expect(outcome.talk.contains("[maximum]"))

    // Photos as they would lie in the store after `entry attach`.
    let photos = try program.list(
      try program.run(["entry", "attachments", "--store", device, "--format", "json"]).output)
    #expect(photos.allSatisfy { $0["place"] as? String == "elsewhere" })
    for photo in photos {
      let hash = try #require(photo["hash"] as? String)
      let code = try #require(photo["objectCode"] as? String)
      let folder = "\(device)/attachments/\(hash.prefix(2))"
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      try Data(code.utf8).write(to: URL(fileURLWithPath: "\(folder)/\(hash)"))
    }

    try program.serve(central) { address in
      let environment = ["HAZCENSUS_TOKEN": token]
      let sync = try program.run(
        ["sync", "--store", device, "--central", address, "--format", "json"],
        environment: environment)
      #expect(sync.status == 0, "\(sync.talk)")
      #expect(sync.output.contains("\"unsent\" : 0"))
      let again = try program.run(["sync", "--store", device])
      #expect(again.status == 0, "\(again.talk)")
    }

    outcome = try program.run(["review", "pass", "--all", "--store", central, "--lang", "en"])
    #expect(outcome.status == 0, "\(outcome.talk)")
    outcome = try program.run(["report", "completion", "--store", central, "--format", "json"])
    #expect(outcome.status == 0, "\(outcome.talk)")
    for name in ["asOf", "inventoryVersion", "verdict", "pooled", "mean", "lowest", "hazards"] {
      #expect(outcome.output.contains("\"\(name)\""))
    }
    for store in [central, device] {
      #expect(try program.run(["doctor", "--store", store]).status == 0)
    }
    #expect(try program.run(["central", "recount", "--store", central]).status == 0)
    let status = try program.run(["status", "--store", device, "--lang", "zh"])
    #expect(status.output.contains("已送达"))
  }
}
