import CensusTestSupport
import Foundation
import Testing

/// A disk that fills up while entries are imported: a small file system of its own, in a namespace of
/// its own, so that it goes away with the test and needs no rights.
@Suite struct FullDiskTests {
  @Test func `a full disk is said and everything saved before is there`() throws {
    let program = try BuiltProgram()
    defer { program.remove() }
    let entries = SampleData.folder + "/devices/b/entries-b.ndjson"
    let script = """
      mount -t tmpfs -o size=400k tmpfs "$1" || exit 100
      "$2" init --store "$1/device" --district 130205 --surveyor A --lang en || exit 101
      "$2" entry import "$3" --store "$1/device" --lang en; echo "import $?"
      "$2" doctor --store "$1/device" --lang en; echo "doctor $?"
      "$2" entry list --store "$1/device" --format csv >/dev/null; echo "list $?"
      """
    let outcome = try isolated(program, script, [program.folder, BuiltProgram.path, entries])
    #expect(outcome.status == 0, "\(outcome.talk)")
    #expect(outcome.output.contains("import 74"))
    #expect(outcome.talk.contains("disk is full"))
    #expect(outcome.output.contains("doctor 0"))
    #expect(outcome.output.contains("list 0"))
  }

  /// Runs a script where mounts are seen by nobody else.
  private func isolated(
    _ program: BuiltProgram, _ script: String, _ arguments: [String]
  ) throws -> BuiltProgram.Outcome {
    let isRoot = getuid() == 0
    return try program.run(
      executable: "/usr/bin/unshare",
      (isRoot ? ["--mount"] : ["--user", "--map-root-user", "--mount"])
        + ["sh", "-c", script, "sh"] + arguments)
  }
}
