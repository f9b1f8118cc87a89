import Foundation

/// The built executable, driven from outside as a user would.
struct BuiltProgram {
  /// What a run gave.
  struct Outcome {
    let status: Int32
    let output: String
    let talk: String
  }

  /// The executable beside the test bundle.
  static let path: String = {
    let own = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
    return own.appendingPathComponent("hazcensus").path
  }()

  let folder: String

  init() throws {
    folder = NSTemporaryDirectory() + "hazcensus-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  func remove() { try? FileManager.default.removeItem(atPath: folder) }

  /// Runs the program to its end; both streams are read while it runs, or a full pipe would stop it.
  func run(
    executable: String = path, _ arguments: [String], environment: [String: String] = [:]
  ) throws -> Outcome {
    let process = try start(executable: executable, arguments, environment: environment)
    let output = Reader(process.output)
    let talk = Reader(process.talk)
    process.process.waitUntilExit()
    return Outcome(
      status: process.process.terminationStatus, output: output.text(), talk: talk.text())
  }

  /// Starts the program and gives its streams.
  func start(
    executable: String = path, _ arguments: [String], environment: [String: String] = [:]
  ) throws -> (process: Process, output: FileHandle, talk: FileHandle) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: executable)
    process.arguments = arguments
    process.environment = [
      "LANG": "en_US.UTF-8", "HOME": folder, "PATH": "/usr/sbin:/usr/bin:/sbin:/bin",
    ].merging(environment) { $1 }
    process.standardInput = FileHandle.nullDevice
    let output = Pipe()
    let talk = Pipe()
    process.standardOutput = output
    process.standardError = talk
    try process.run()
    return (process, output.fileHandleForReading, talk.fileHandleForReading)
  }
}

/// Reads a stream to its end on a thread of its own.
private final class Reader: @unchecked Sendable {
  // Sendable: `data` is written by the one thread and read only after the semaphore was signalled.
  private var data = Data()
  private let done = DispatchSemaphore(value: 0)

  init(_ handle: FileHandle) {
    Thread {
      self.data = handle.readDataToEndOfFile()
      self.done.signal()
    }.start()
  }

  func text() -> String {
    done.wait()
    return String(decoding: data, as: UTF8.self)
  }
}
