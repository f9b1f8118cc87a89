import Foundation

/// The system's Python, whose packages openpyxl and XlsxWriter `make test` installs.
enum Python {
  struct Failure: Error {
    let said: String
  }

  /// Runs it and returns what it printed.
  static func run(_ arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/python3")
    process.arguments = arguments
    let (output, errors) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    // Read to the end before waiting, or a full pipe would hold both sides.
    let answer = try output.fileHandleForReading.readToEnd() ?? Data()
    let words = try errors.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw Failure(said: String(decoding: words, as: UTF8.self))
    }
    return String(decoding: answer, as: UTF8.self)
  }

  /// Where a script of the fixtures is.
  static func script(_ name: String) -> String {
    let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    return tests.appending(path: "Fixtures/" + name).path(percentEncoded: false)
  }
}
