import Foundation

/// The peers in Python: a hand-written ingest server and a fast validator (`Benchmarks/peer`).
enum Peer {
  case ready(python: URL)
  /// The packages cannot be had, and why.
  case absent(String)
  case notWanted

  private static let scripts = Workplace.home.appendingPathComponent("peer")
  private static let schema = Workplace.home.deletingLastPathComponent()
    .appendingPathComponent("Schemas/forms/\(SampleEntries.form).json")

  /// Makes the virtual environment below `Benchmarks/work` where it is not there yet.
  static func prepare(in workplace: Workplace) -> Peer {
    let environment = Workplace.home.appendingPathComponent("work/venv")
    let python = environment.appendingPathComponent("bin/python")
    let marker = environment.appendingPathComponent("complete")
    let requirements = scripts.appendingPathComponent("requirements.txt").path
    // The marker holds what was installed, so that another list is installed anew.
    let wanted = FileManager.default.contents(atPath: requirements) ?? Data()
    if FileManager.default.contents(atPath: marker.path) == wanted { return .ready(python: python) }
    Progress.say("Getting the peers' Python packages")
    do {
      try call(URL(fileURLWithPath: "/usr/bin/env"), ["python3", "-m", "venv", environment.path])
      try call(python, ["-m", "pip", "install", "--quiet", "--requirement", requirements])
      try wanted.write(to: marker)
      return .ready(python: python)
    } catch {
      return .absent("\(error)")
    }
  }

  private static func call(_ program: URL, _ arguments: [String]) throws {
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    // What pip says goes where progress goes; the table alone is on standard output.
    process.standardOutput = FileHandle.standardError
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      let name = (arguments.prefix(3)).joined(separator: " ")
      throw BenchError("`\(name)` ended with status \(process.terminationStatus).")
    }
  }

  /// Why there is nothing to compare with; nil where there is.
  var absence: String? {
    switch self {
    case .ready: nil
    case .absent(let why): "NOT MEASURED: \(why)"
    case .notWanted: "left out by --without-peer"
    }
  }

  /// Seconds that the peer needs to validate the lines of `file`; nil without a peer.
  func validate(_ file: String) throws -> Double? {
    struct Answer: Decodable { let seconds: Double }
    return try answer(of: "validate.py", [Peer.schema.path, file], as: Answer.self)?.seconds
  }

  /// Makes the survey of `peer/survey.py` in a folder: its lines, their schema and their form.
  func makeSurvey(_ count: Int, in folder: String) throws {
    struct Answer: Decodable { let count: Int }
    _ = try answer(of: "survey.py", ["\(count)", folder], as: Answer.self)
  }

  /// Seconds that fastjsonschema needs for the lines of that folder, and how many it refuses; nil without a peer.
  func validateFast(_ folder: String) throws -> (seconds: Double, invalid: Int)? {
    struct Answer: Decodable {
      let seconds: Double
      let invalid: Int
    }
    return try answer(
      of: "fast.py", [folder + "/schema.json", folder + "/survey.ndjson"], as: Answer.self
    ).map { ($0.seconds, $0.invalid) }
  }

  /// Seconds that the peer needs to take in the packed batches of `folder`; nil without a peer.
  func ingest(_ folder: String, entries: Int, in workplace: Workplace) throws -> Double? {
    struct Listening: Decodable { let port: Int }
    struct Answer: Decodable {
      let seconds: Double
      let stored: Int
    }
    guard case .ready(let python) = self else { return nil }
    return try workplace.with("sink") { place in
      try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
      let sink = Peer.scripts.appendingPathComponent("sink.py").path
      let server = try ChildProcess(python, [sink, Peer.schema.path, place + "/sink.sqlite"])
      let port = try server.line(Listening.self).port
      sync()
      let answer = try answer(of: "post.py", ["\(port)", folder], as: Answer.self)
      try server.end()
      guard answer?.stored == entries else { throw BenchError("The peer lost entries.") }
      return answer?.seconds
    }
  }

  private func answer<Answer: Decodable>(
    of script: String, _ arguments: [String], as type: Answer.Type
  ) throws -> Answer? {
    guard case .ready(let python) = self else { return nil }
    let path = Peer.scripts.appendingPathComponent(script).path
    let process = try ChildProcess(python, [path] + arguments)
    let answer = try process.line(Answer.self)
    try process.end()
    return answer
  }
}
