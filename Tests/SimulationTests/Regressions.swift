import Foundation

/// The seeds that found something once, kept in a file so that no finding comes back unseen.
struct Regression: Sendable, CustomStringConvertible {
  let seed: UInt64
  let devices: Int
  let steps: Int
  /// What it had found.
  let finding: String

  var description: String { "\(seed): \(finding)" }

  /// All of them.
  static let all: [Regression] = {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("regressions.txt")
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.compactMap { line in
      let parts = line.split(separator: " ", maxSplits: 3).map(String.init)
      guard parts.count == 4, let seed = UInt64(parts[0]), let devices = Int(parts[1]),
        let steps = Int(parts[2])
      else { return nil }
      return Regression(seed: seed, devices: devices, steps: steps, finding: parts[3])
    }
  }()
}
