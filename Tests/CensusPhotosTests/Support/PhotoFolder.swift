import CensusDomain
import CensusPhotos
import Foundation
import Testing

/// A folder for the photos of one test.
final class PhotoFolder {
  let path = NSTemporaryDirectory() + "photos-" + UUID().uuidString

  init() throws {
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func file(_ bytes: [UInt8], _ name: String = "photo") throws -> String {
    let file = path + "/" + name
    try Data(bytes).write(to: URL(fileURLWithPath: file))
    return file
  }

  func read(_ bytes: [UInt8]) throws -> PhotoFacts { try PhotoFacts.read(path: file(bytes)) }

  /// The refusal of a file; nil where it is taken.
  func refusal(_ bytes: [UInt8]) throws -> CensusError? {
    let file = try file(bytes)
    do throws(CensusError) {
      _ = try PhotoFacts.read(path: file)
      return nil
    } catch {
      return error
    }
  }

  /// What a program says; it must succeed.
  @discardableResult
  func run(_ program: String, _ arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let answer = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0, "\(program) failed (`make test` installs it)")
    return String(decoding: answer, as: UTF8.self)
  }
}
