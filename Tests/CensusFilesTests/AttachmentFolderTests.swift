import CensusAPI
import CensusDomain
import CensusFiles
import Foundation
import Testing

@Suite("The folder of attachments")
final class AttachmentFolderTests {
  private let root = NSTemporaryDirectory() + "attachments-" + UUID().uuidString
  private let folder: AttachmentFolder

  init() throws {
    try FileManager.default.createDirectory(atPath: root, withIntermediateDirectories: true)
    folder = AttachmentFolder(store: root)
  }

  deinit { try? FileManager.default.removeItem(atPath: root) }

  private func file(_ bytes: [UInt8], _ name: String = "photo.jpg") throws -> String {
    let path = root + "/" + name
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    return path
  }

  private func mode(_ path: String) throws -> Int? {
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    return (attributes[.posixPermissions] as? NSNumber)?.intValue
  }

  @Test("A copy has the hash of its bytes as name, twice the same file is held once")
  func addsOnce() throws {
    let bytes = (0..<3_000_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    let source = try file(bytes)
    #expect(!FileManager.default.fileExists(atPath: folder.path))
    let first = try folder.add(copying: source)
    let second = try folder.add(copying: source)
    #expect(first == second)
    #expect(first.hash == ContentHash.sha256(of: bytes))
    #expect(first.size == Int64(bytes.count))
    #expect(folder.size(of: first.hash) == first.size)
    #expect(folder.path(of: first.hash).hasSuffix("/\(first.hash)"))
    #expect(try folder.verify(first.hash))
    #expect(try folder.all() == [first.hash])
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.incoming).isEmpty)
    #expect(try mode(folder.path) == 0o700)
    #expect(try mode(folder.path(of: first.hash)) == 0o600)
  }

  @Test("What is no plain file, is empty, missing or too large is refused and leaves nothing")
  func refuses() throws {
    let source = try file([1, 2, 3])
    try FileManager.default.createSymbolicLink(
      atPath: root + "/link", withDestinationPath: source)
    #expect(mkfifo(root + "/pipe", 0o600) == 0)
    func code(_ path: String, most: Int64 = .max) -> CensusError.Code? {
      do throws(CensusError) {
        _ = try folder.add(copying: path, most: most)
        return nil
      } catch {
        #expect(error.message.en.contains(path))
        #expect(error.remedy != nil)
        return error.code
      }
    }
    #expect(code(root + "/link") == .invalidData)
    #expect(code(root + "/pipe") == .invalidData)
    #expect(code(root) == .invalidData)
    #expect(code(try file([], "empty")) == .invalidData)
    #expect(code(root + "/nothing") == .notFound)
    #expect(code(source, most: 2) == .tooLarge)
    #expect(try folder.all().isEmpty)
    #expect(try folder.sweepIncoming() == 0)
  }

  @Test("An incoming file is adopted under the hash that it has, and removed under another")
  func adopts() throws {
    let hash = ContentHash.sha256(of: [7, 8, 9])
    let wrong = try folder.makeIncoming(named: "upload-1")
    try Data([7, 8]).write(to: URL(fileURLWithPath: wrong))
    #expect(throws: CensusError.self) { try self.folder.adopt(incoming: wrong, expected: hash) }
    #expect(!FileManager.default.fileExists(atPath: wrong))
    #expect(!folder.contains(hash))

    let right = try folder.makeIncoming(named: "upload-2")
    try Data([7, 8, 9]).write(to: URL(fileURLWithPath: right))
    #expect(try folder.adopt(incoming: right, expected: hash).size == 3)
    #expect(folder.contains(hash))
    #expect(!FileManager.default.fileExists(atPath: right))
  }

  @Test("Damage is found by reading again, and mended when the file comes once more")
  func damage() throws {
    let source = try file([1, 2, 3])
    let stored = try folder.add(copying: source)
    try Data([1, 2, 2]).write(to: URL(fileURLWithPath: folder.path(of: stored.hash)))
    #expect(try !folder.verify(stored.hash))
    #expect(try folder.add(copying: source) == stored)
    #expect(try folder.verify(stored.hash))
  }

  @Test("What a crash left half written is swept; what goes on and what is whole stay")
  func sweeps() throws {
    let stored = try folder.add(copying: file([1]))
    _ = try folder.makeIncoming()
    let kept = try folder.makeIncoming(named: "upload-1")
    #expect(try folder.sweepIncoming(keeping: ["upload-1"]) == 1)
    let parts = try folder.makeIncomingFolder()
    try Data([1]).write(to: URL(fileURLWithPath: parts + "/1"))
    #expect(try folder.sweepIncoming(keeping: ["upload-1"]) == 1)
    #expect(!FileManager.default.fileExists(atPath: parts))
    #expect(FileManager.default.fileExists(atPath: kept))
    #expect(try folder.all() == [stored.hash])
  }
}
