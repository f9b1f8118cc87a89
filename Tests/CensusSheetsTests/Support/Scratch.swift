import Foundation

/// A folder of one test, removed with it.
final class Scratch {
  let path = NSTemporaryDirectory() + "sheets-" + UUID().uuidString

  init() throws {
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}
