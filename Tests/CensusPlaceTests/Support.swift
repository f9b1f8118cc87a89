import CensusPlace
import Foundation
import Testing

/// A sequence of numbers that is the same in each run.
struct Dice {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  /// A number from 0 up to 1 (SplitMix64).
  mutating func next() -> Double {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return Double((bits ^ (bits >> 31)) >> 11) / Double(1 << 53)
  }

  mutating func next(_ range: ClosedRange<Double>) -> Double {
    range.lowerBound + next() * (range.upperBound - range.lowerBound)
  }
}

func place(_ longitude: Double, _ latitude: Double) throws -> PlacePosition {
  try #require(PlacePosition(longitude: longitude, latitude: latitude))
}

/// The numbers that one of PROJ's own programs answers, line by line.
func answers(_ program: String, _ arguments: [String], _ lines: [String]) throws -> [[Double]] {
  let input = FileManager.default.temporaryDirectory.appending(path: "place-\(UUID().uuidString)")
  try Data(lines.map { $0 + "\n" }.joined().utf8).write(to: input)
  defer { try? FileManager.default.removeItem(at: input) }
  let process = Process()
  process.executableURL = URL(filePath: "/usr/bin/env")
  process.arguments = [program] + arguments
  let output = Pipe()
  process.standardInput = try FileHandle(forReadingFrom: input)
  process.standardOutput = output
  try process.run()
  let answer = try output.fileHandleForReading.readToEnd() ?? Data()
  process.waitUntilExit()
  try #require(
    process.terminationStatus == 0, "\(program) of the package proj-bin is needed (`make test`)")
  return String(decoding: answer, as: UTF8.self).split(separator: "\n").map { line in
    line.split(whereSeparator: \.isWhitespace).compactMap { Double($0) }
  }
}
