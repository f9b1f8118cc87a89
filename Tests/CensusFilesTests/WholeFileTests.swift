import CensusDomain
import CensusFiles
import Foundation
import Testing

@Suite("Files that are replaced whole")
struct WholeFileTests {
  private let folder: String

  init() throws {
    folder = NSTemporaryDirectory() + "whole-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  private func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
  }

  @Test("A file is replaced and taken away, and nothing else is left behind")
  func replaced() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let path = folder + "/one"
    #expect(try WholeFile.read(path) == nil)
    try WholeFile.write([1, 2], to: path)
    try WholeFile.write([3], to: path)
    #expect(try WholeFile.read(path) == [3])
    #expect(try names() == ["one"])
    #expect(try WholeFile.remove(path))
    #expect(try !WholeFile.remove(path))
    #expect(try names().isEmpty)
  }

  @Test("What cannot be put in place leaves what was there, and nothing beside it")
  func refused() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let path = folder + "/one"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    #expect(throws: CensusError.self) { try WholeFile.write([1], to: path) }
    #expect(try names() == ["one"])
  }
}
