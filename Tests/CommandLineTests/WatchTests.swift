import Foundation
import Testing

@Suite struct WatchTests {
  @Test func `a watching sync leaves the store free, sends new work, and ends on a signal`() throws
  {
    let program = try BuiltProgram()
    defer { program.remove() }
    let (central, device) = (program.folder + "/central", program.folder + "/device")
    try program.makeCentral(central)
    let token = try program.enrol("李娜", device, at: central)
    try program.serve(central) { address in
      let watch = try program.start(
        [
          "sync", "--watch", "--every", "1440", "--store", device, "--central", address, "--format",
          "json",
        ], environment: ["HAZCENSUS_TOKEN": token])
      defer { watch.process.waitUntilExit() }
      defer { watch.process.terminate() }
      #expect(try program.event("connected", of: watch.output) != nil)
      #expect(try program.event("done", of: watch.output) != nil)
      #expect(try program.event("waiting", of: watch.output) != nil)

      let data =
        URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().path + "/SampleData"
      let saved = try program.run([
        "entry", "import", data + "/devices/b/entries-b.ndjson", "--store", device,
      ])
      #expect(saved.status == 65, "\(saved.talk)")

      let progress = try #require(try program.event("progress", of: watch.output))
      #expect((progress["entriesDone"] as? Int ?? 0) > 0)
      #expect((progress["bytesSent"] as? Int ?? 0) > 0)
      let done = try #require(try program.event("done", of: watch.output))
      #expect(done["unsent"] as? Int == 0)
      #expect(try program.event("waiting", of: watch.output) != nil)
      watch.process.terminate()
      watch.process.waitUntilExit()
      #expect(watch.process.terminationStatus == 143)
    }
    let status = try program.run(["status", "--store", device, "--format", "json"])
    #expect(try program.object(status.output)["ready"] as? Int == 0)
  }

  @Test func `events are lines of JSON, the last one the summary`() throws {
    let program = try BuiltProgram()
    defer { program.remove() }
    let (central, device) = (program.folder + "/central", program.folder + "/device")
    try program.makeCentral(central)
    let token = try program.enrol("李娜", device, at: central)
    try program.serve(central) { address in
      let sync = try program.run(
        ["sync", "--events", "--store", device, "--central", address],
        environment: ["HAZCENSUS_TOKEN": token])
      #expect(sync.status == 0, "\(sync.talk)")
      let events = try sync.output.split(separator: "\n").map { try program.object(String($0)) }
      #expect(events.first?["event"] as? String == "connected")
      #expect(events.last?["event"] as? String == "done")
      #expect(events.last?["unsent"] as? Int == 0)
    }
  }
}
