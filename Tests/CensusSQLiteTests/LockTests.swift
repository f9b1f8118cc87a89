import CensusDomain
import CensusSQLite
import Foundation
import Testing

@Suite("One process at a time")
struct LockTests {
  @Test("A second opener is refused and told who holds the store")
  func second() throws {
    let folder = try TemporaryFolder()
    let lock = try StoreLock(folder: folder.path, note: "http://127.0.0.1/")
    try withExtendedLifetime(lock) {
      let error = try #require(throws: CensusError.self) { try StoreLock(folder: folder.path) }
      #expect(error.code == .locked)
      #expect(error.code.exitStatus == 75)
      #expect(error.message.en.contains("pid \(ProcessInfo.processInfo.processIdentifier)"))
      #expect(error.message.zh.contains("http://127.0.0.1/"))
    }
  }

  @Test("A lock that was let go can be taken again, and the holder's note is the new one")
  func again() throws {
    let folder = try TemporaryFolder()
    for note in ["a much longer note than the next", "b"] {
      let lock = try StoreLock(folder: folder.path, note: note)
      try withExtendedLifetime(lock) {
        let text = try String(contentsOfFile: folder.file("lock"), encoding: .utf8)
        #expect(text.hasSuffix(" \(note)"))
      }
    }
  }

  @Test("A lock file left by a process that died does not lock")
  func stale() throws {
    let folder = try TemporaryFolder()
    try Data("pid 1 crashed".utf8).write(to: folder.url.appending(path: "lock"))
    let lock = try StoreLock(folder: folder.path)
    let error = withExtendedLifetime(lock) {
      #expect(throws: CensusError.self) { try StoreLock(folder: folder.path) }
    }
    #expect(error?.code == .locked)
  }

  @Test("A folder that is not there is named")
  func noFolder() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("missing")
    let error = try #require(throws: CensusError.self) { try StoreLock(folder: path) }
    #expect(error.code == .cannotCreate)
    #expect(error.message.en.contains(path))
  }
}
