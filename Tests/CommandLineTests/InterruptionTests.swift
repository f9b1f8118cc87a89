import Foundation
import Testing

@Suite struct InterruptionTests {
  /// Is a central that takes a connection and never answers, syncs with itself, and sends the signal once
  /// the request has come.
  private static let silence = """
    import json, socket, subprocess, sys, time
    server = socket.create_server(("127.0.0.1", 0))
    address = "http://127.0.0.1:%d" % server.getsockname()[1]
    sync = subprocess.Popen(sys.argv[2:] + ["--central", address], stderr=subprocess.PIPE)
    peer = server.accept()[0]
    peer.recv(1)
    start = time.monotonic()
    sync.send_signal(int(sys.argv[1]))
    talk = sync.communicate(timeout=60)[1].decode()
    print(json.dumps({"status": sync.returncode, "talk": talk, "address": address,
                      "seconds": time.monotonic() - start}))
    """

  @Test(arguments: [(2, 130), (15, 143)] as [(Int, Int)])
  func `a sync that waits for an answer stops at once and says what is safe`(
    signal: Int, status: Int
  ) throws {
    let program = try BuiltProgram()
    defer { program.remove() }
    let device = program.folder + "/device"
    let made = try program.run([
      "init", "--store", device, "--district", "130205", "--surveyor", "李娜",
    ])
    try #require(made.status == 0, "\(made.talk)")
    let run = try program.run(
      executable: "/usr/bin/python3",
      ["-c", Self.silence, String(signal), BuiltProgram.path, "sync", "--store", device],
      environment: ["HAZCENSUS_TOKEN": "hct_x"])
    let seen = try program.object(run.output)
    #expect(seen["status"] as? Int == status)
    #expect((seen["seconds"] as? Double ?? 99) < 1)
    let talk = try program.member("talk", of: run.output)
    #expect(talk.contains("safe"), "\(talk)")

    // The address need not be typed again; a token that nobody has accepted is not kept.
    let after = try program.run(["status", "--store", device, "--format", "json"])
    let address = try program.member("address", of: run.output)
    #expect(try program.member("central", of: after.output) == address)
    #expect(!FileManager.default.fileExists(atPath: device + "/token"))
  }
}
