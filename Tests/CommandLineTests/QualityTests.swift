import CensusTestSupport
import Foundation
import Testing

/// A quality check by hand: draw, the sheet for the field, what was found, the check table, and an audit of all
/// by a script that shares no code with the program.
@Suite struct QualityTests {
  /// A central with entries of the sample data that have passed the county.
  private func central(_ program: BuiltProgram) throws -> String {
    let central = program.folder + "/central"
    let device = program.folder + "/device"
    try program.makeCentral(central)
    _ = try program.run([
      "plan", "import", SampleData.folder + "/inventory.csv", "--store", central,
    ])
    let token = try program.enrol("李娜", device, at: central)
    _ = try program.run([
      "entry", "import", SampleData.folder + "/devices/b/entries-b.ndjson", "--store", device,
    ])
    // Photos as they would lie in the store after `entry attach`.
    let photos = try program.list(
      try program.run(["entry", "attachments", "--store", device, "--format", "json"]).output)
    for photo in photos {
      let hash = try #require(photo["hash"] as? String)
      let code = try #require(photo["objectCode"] as? String)
      let folder = "\(device)/attachments/\(hash.prefix(2))"
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      try Data(code.utf8).write(to: URL(filePath: "\(folder)/\(hash)"))
    }
    try program.serve(central) { address in
      let sync = try program.run(
        ["sync", "--store", device, "--central", address],
        environment: ["HAZCENSUS_TOKEN": token])
      #expect(sync.status == 0, "\(sync.talk)")
    }
    _ = try program.run(["review", "pass", "--all", "--store", central])
    return central
  }

  @Test func `from the draw to the check table`() throws {
    let program = try BuiltProgram()
    defer { program.remove() }
    let central = try central(program)
    let options = ["--store", central, "--lang", "en"]

    let drawn = try program.run(["qc", "draw", "--seed", "K7", "--format", "json"] + options)
    #expect(drawn.status == 0, "\(drawn.talk)")
    let size = try #require(try program.object(drawn.output)["sampleSize"] as? Int)
    #expect(size > 3)

    // The sheet as it goes to the field, filled in: the first object has two wrong indicators.
    let listed = try program.run(["qc", "list", "1", "--format", "csv"] + options)
    var rows = listed.output.split(separator: "\r\n").map(String.init)
    #expect(rows.count == size + 1 && rows[1].hasSuffix(",,,,,,,,,,,"))
    let sheet = program.folder + "/sheet.csv"
    func write(_ rows: [String]) throws {
      try rows.joined(separator: "\r\n").write(toFile: sheet, atomically: true, encoding: .utf8)
    }
    let today = try #require(try program.object(drawn.output)["day"] as? String)
    let bare = rows[1].dropLast(11)
    rows[1] = bare + ",right,,20,2,remark,=1,二,,,王强,\(today)"
    for index in 2..<rows.count - 1 {
      rows[index] = rows[index].dropLast(11) + ",对,,20,0,,,,,,王强,\(today)"
    }
    rows.insert(bare + ",,,,,lon,118,119,,,,", at: 2)
    try write(rows)
    let recorded = try program.run(
      ["qc", "record", "1", "--file", sheet, "--format", "json"] + options)
    #expect(recorded.status == 0, "\(recorded.talk)")
    #expect(try program.object(recorded.output)["saved"] as? Int == size - 1)
    #expect(try program.object(recorded.output)["pending"] as? Int == 1)
    var report = try program.run(["qc", "report"] + options)
    #expect(report.output.contains("Not yet complete"))

    // The rest by options; the same again, from the sheet and from what is listed, adds nothing.
    let last = try #require(rows.last).split(separator: ",", omittingEmptySubsequences: false)
    let one = [
      "qc", "record", "1", "--object", String(last[0]), "--form", String(last[2]), "--position",
      "wrong", "--indicators", "20", "--by", "王强", "--day", today,
    ]
    #expect(try program.run(one + options).status == 0)
    try write(
      try program.run(["qc", "list", "1", "--format", "csv"] + options).output
        .split(separator: "\r\n").map(String.init))
    for again in [one, ["qc", "record", "1", "--file", sheet]] {
      let outcome = try program.run(again + ["--format", "json"] + options)
      #expect(try program.object(outcome.output)["saved"] as? Int == 0, "\(outcome.talk)")
    }
    report = try program.run(["qc", "report", "1"] + options)
    #expect(report.output.contains("Passed") && !report.output.contains("Not yet complete"))
    for words in ["=1", "unconfirmed", "K7"] { #expect(report.output.contains(words)) }

    try audit(central, program)
  }

  /// Lets the script look at the store, and at one whose sample was exchanged.
  private func audit(_ central: String, _ program: BuiltProgram) throws {
    let root = URL(filePath: SampleData.folder).deletingLastPathComponent()
    let script = root.appending(path: "scripts/redraw-sample.py").path
    let store = central + "/central.sqlite"
    let sound = try program.run(executable: "/usr/bin/python3", [script, "--store", store])
    #expect(sound.status == 0 && sound.talk.contains("1 draws, 0 differences"), "\(sound.talk)")
    #expect(try program.run(["verify", "--store", central]).status == 0)

    let exchange = """
      DROP TRIGGER sampledObjectIsNeverChanged;
      UPDATE sampledObject SET objectCode = objectCode || 'x' WHERE objectCode NOT IN
        (SELECT objectCode FROM sampleCheck WHERE draw = sampledObject.draw LIMIT 1 OFFSET 1);
      """
    _ = try program.run(
      executable: "/usr/bin/sqlite3", [store, "PRAGMA foreign_keys = OFF; " + exchange])
    let false_ = try program.run(executable: "/usr/bin/python3", [script, "--store", store])
    #expect(false_.status == 1 && false_.talk.contains("drawn again"), "\(false_.talk)")
    #expect(try program.run(["verify", "--store", central]).status == 65)
  }

  @Test func `words that make no sense are refused before anything is recorded`() throws {
    let program = try BuiltProgram()
    defer { program.remove() }
    let central = program.folder + "/central"
    try program.makeCentral(central)
    let options = ["--store", central, "--lang", "en"]
    #expect(try program.run(["qc", "draw"] + options).status == 66)
    #expect(try program.run(["qc", "draw", "--share", "0"] + options).status == 64)
    #expect(try program.run(["qc", "report"] + options).status == 66)
    #expect(try program.run(["qc", "record", "1"] + options).status == 64)
    let sheet = program.folder + "/sheet.csv"
    try "objectCode,form,indicators,checkedBy,day,wrong\nA,B,20,王强,2021-11-20,2\n"
      .write(toFile: sheet, atomically: true, encoding: .utf8)
    let outcome = try program.run(["qc", "record", "1", "--file", sheet] + options)
    #expect(outcome.status == 65 && outcome.talk.contains("Row 2"), "\(outcome.talk)")
  }
}
