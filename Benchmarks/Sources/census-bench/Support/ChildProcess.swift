import Foundation

/// A process that this one started; it ends when its standard input does.
final class ChildProcess {
  private let process = Process()
  private let input = Pipe()
  private let output = Pipe()
  private var rest = Data()

  /// Starts `program`, or this very program where none is named.
  init(_ program: URL? = nil, _ arguments: [String]) throws {
    let own = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    process.executableURL = program ?? own
    process.arguments = arguments
    process.standardInput = input
    process.standardOutput = output
    try process.run()
  }

  /// The next line of what it says, as JSON.
  func line<Value: Decodable>(_ type: Value.Type) throws -> Value {
    while true {
      if let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
        let line = Data(rest[rest.startIndex..<end])
        rest = Data(rest[rest.index(after: end)...])
        return try JSONDecoder().decode(type, from: line)
      }
      let more = output.fileHandleForReading.availableData
      guard !more.isEmpty else { throw BenchError("A child process ended without an answer.") }
      rest += more
    }
  }

  /// The most memory that it has held so far, in kilobytes.
  func peakMemory() throws -> Int {
    try PeakMemory.kilobytes(process: "\(process.processIdentifier)")
  }

  /// Lets it end and waits for it.
  func end() throws {
    try? input.fileHandleForWriting.close()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw BenchError("A child process ended with status \(process.terminationStatus).")
    }
  }
}

/// What the kernel remembers of a process's memory.
enum PeakMemory {
  /// `VmHWM`, the largest resident set, in kilobytes (proc(5)).
  static func kilobytes(process: String = "self") throws -> Int {
    let status = try String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
    guard let words = line?.split(whereSeparator: { !$0.isNumber }), let number = words.first,
      let kilobytes = Int(number)
    else { throw BenchError("/proc/\(process)/status has no VmHWM.") }
    return kilobytes
  }
}
