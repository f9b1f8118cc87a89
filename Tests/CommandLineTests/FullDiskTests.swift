import CensusTestSupport
import Foundation
import Testing

/// A disk that fills up while entries are imported: a small file system of its own, in a namespace of
/// its own, so that it goes away with the test and needs no rights.
@Suite struct FullDiskTests {
  /// A text of printed JSON; and a central on the small disk that is served to the device `$id`.
  private static let functions = #"""
    value() { sed -n "s/.*\"$1\" *: *\"\([^\"]*\)\".*/\1/p"; }
    serve() {
      "$2" central init --store "$small/central" --district 130205 --name X >/dev/null || exit 101
      (umask 077; "$2" central device add "$id" --surveyor A --region 130205 \
        --store "$small/central" --format json | value token >"$1/token") || exit 102
      # Room for a part of what is to come, in KB, whatever an empty store takes.
      used=$(du -sk "$small" | cut -f 1)
      mount -o remount,size=$((used + $3))k "$small" || exit 105
      "$2" central serve --store "$small/central" --port 0 >"$1/address" 2>"$1/log" &
      while ! [ -s "$1/address" ] && kill -0 $!; do sleep 0.05; done
      at="--central $(cat "$1/address") --token-file $1/token --store $1/device --lang en"
    }

    """#

  @Test func `a full disk is said and everything saved before is there`() throws {
    let program = try BuiltProgram()
    defer { program.remove() }
    let entries = SampleData.folder + "/devices/b/entries-b.ndjson"
    let script = #"""
      mount -t tmpfs -o size=64m tmpfs "$1" || exit 100
      "$2" init --store "$1/device" --district 130205 --surveyor A --lang en || exit 101
      # Room for a part of what is to come, whatever an empty store takes.
      used=$(du -sk "$1" | cut -f 1)
      mount -o remount,size=$((used + 300))k "$1" || exit 104
      "$2" entry import "$3" --store "$1/device" --lang en; echo "import $?"
      dd if=/dev/zero of="$1/rest" bs=1k 2>"$1/dd"
      "$2" doctor --store "$1/device" --lang en; echo "doctor $?"
      "$2" entry list --store "$1/device" --format csv >/dev/null; echo "list $?"
      """#
    let outcome = try isolated(program, script, [program.folder, BuiltProgram.path, entries])
    #expect(outcome.status == 0, "\(outcome.talk)")
    #expect(outcome.output.contains("import 74"))
    #expect(outcome.talk.contains("disk is full"))
    #expect(outcome.output.contains("doctor 0"))
    #expect(outcome.output.contains("list 0"))
  }

  @Test func `a central's full disk is said to the device, and with room again all arrives`() throws
  {
    let program = try BuiltProgram()
    defer { program.remove() }
    let entries = SampleData.folder + "/devices/b/entries-b.ndjson"
    // The coordinator's files lie on the small disk, the device's on a large one.
    let script = #"""
      small=$1/small; mkdir "$small"; mount -t tmpfs -o size=64m tmpfs "$small" || exit 100
      id=$("$2" init --store "$1/device" --district 130205 --surveyor A --format json | value device)
      "$2" entry import "$3" --store "$1/device" --lang en >/dev/null
      serve "$1" "$2" 300
      "$2" sync $at; echo "full $?"
      mount -o remount,size=64m "$small" || exit 103
      "$2" sync $at; echo "room $?"
      kill -TERM $!; wait $!; echo "served $?"
      grep -o '"status":"507"' "$1/log"
      """#
    let outcome = try isolated(program, script, [program.folder, BuiltProgram.path, entries])
    #expect(outcome.status == 0, "\(outcome.talk)")
    #expect(outcome.output.contains("full 74"), "\(outcome.talk)")
    #expect(outcome.talk.contains("The central's disk is full"), "\(outcome.talk)")
    #expect(outcome.output.contains("room 0"), "\(outcome.talk)")
    #expect(outcome.output.contains("served 0"), "\(outcome.talk)")
    #expect(outcome.output.contains(#""status":"507""#), "\(outcome.talk)")
    let status = try program.run([
      "status", "--store", program.folder + "/device", "--format", "json",
    ])
    #expect(status.output.contains(#""ready" : 0"#), "\(status.output)")
    #expect(status.output.contains(#""sent" : 264"#), "\(status.output)")
  }

  @Test func `a photo that finds the central's disk full comes with room, its entry before`() throws
  {
    let program = try BuiltProgram()
    defer { program.remove() }
    let content = program.folder + "/content.json"
    try Data(try #require(try SampleData.fireSources(1).first)).write(
      to: URL(fileURLWithPath: content))
    let script = #"""
      small=$1/small; mkdir "$small"; mount -t tmpfs -o size=64m tmpfs "$small" || exit 100
      id=$("$2" init --store "$1/device" --district 130205 --surveyor A --format json | value device)
      { printf '\377\330\377\300\0\013\010\001\340\002\200\001\001\021\0\377\332\0\010\001\001\0\0\077\0'
        head -c 4000000 /dev/urandom; printf '\377\331'; } >"$1/photo"; sum=$(sha256sum "$1/photo" | cut -c1-64)
      sed -E "s/(\"sha256\":\")[0-9a-f]{64}/\1$sum/" "$3" >"$1/entry.json"
      entry=$("$2" entry new FOR_FIRESOURCE --json "$1/entry.json" --finalize \
        --store "$1/device" --format json | value entry)
      "$2" entry attach "$entry" "$1/photo" --store "$1/device" >/dev/null || exit 104
      serve "$1" "$2" 2000
      "$2" sync $at; echo "full $?"
      "$2" entry attachments --store "$1/device" --format json | value place
      mount -o remount,size=64m "$small" || exit 103
      "$2" sync $at; echo "room $?"
      "$2" entry attachments --store "$1/device" --format json | value place
      kill -TERM $!; wait $!; echo "served $?"
      sha256sum "$small"/central/attachments/??/* | cut -c1-64 | grep -c "$sum"
      """#
    let outcome = try isolated(program, script, [program.folder, BuiltProgram.path, content])
    #expect(outcome.status == 0, "\(outcome.talk)")
    #expect(outcome.talk.contains("The central's disk is full"), "\(outcome.talk)")
    let told = outcome.output.split(separator: "\n").filter { line in
      ["full", "room", "served", "waiting", "sent", "1"].contains { line.hasPrefix($0) }
    }
    #expect(told == ["full 0", "waiting", "room 0", "sent", "served 0", "1"], "\(outcome.output)")
  }

  /// Runs a script where mounts are seen by nobody else.
  private func isolated(
    _ program: BuiltProgram, _ script: String, _ arguments: [String]
  ) throws -> BuiltProgram.Outcome {
    let isRoot = getuid() == 0
    return try program.run(
      executable: "/usr/bin/unshare",
      (isRoot ? ["--mount"] : ["--user", "--map-root-user", "--mount"])
        + ["sh", "-c", Self.functions + script, "sh"] + arguments)
  }
}
