import Foundation

/// A folder for one run below `Benchmarks/work`, removed afterwards.
struct Workplace {
  /// The `Benchmarks` folder.
  static let home = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  let folder: URL

  init() throws {
    folder = Workplace.home.appendingPathComponent("work/run-\(getpid())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  /// A path that nothing has been put at yet.
  func fresh(_ name: String) throws -> String {
    let path = folder.appendingPathComponent(name).path
    if FileManager.default.fileExists(atPath: path) {
      try FileManager.default.removeItem(atPath: path)
    }
    return path
  }

  /// Runs `body` with a path of its own and removes what it put there.
  func with<Result>(_ name: String, _ body: (String) throws -> Result) throws -> Result {
    let path = try fresh(name)
    defer { try? FileManager.default.removeItem(atPath: path) }
    return try body(path)
  }

  func remove() { try? FileManager.default.removeItem(at: folder) }
}
