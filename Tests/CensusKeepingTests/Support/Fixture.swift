import CensusAPI
import CensusKeeping
import Foundation
import GRDB
import Testing

/// Stores that version 1 of the schemas left behind: twelve entries synced and four that wait.
struct Fixture {
  let folder: String

  /// An empty folder of its own.
  init() throws {
    folder = NSTemporaryDirectory() + "hazcensus-keeping-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  func remove() { try? FileManager.default.removeItem(atPath: folder) }

  func path(_ name: String) -> String { folder + "/" + name }

  /// The database of a kind as version 1 wrote it.
  static func bytes(_ kind: StoreKind) throws -> [UInt8] {
    let packed = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Fixtures/version-1/\(kind.fileName).gz")
    return try Gzip.decompress(Array(Data(contentsOf: packed)), limit: 1 << 24)
  }

  /// Lays a version 1 store into a new folder of the name `name`.
  func lay(_ kind: StoreKind, in name: String) throws -> String {
    let store = path(name)
    try FileManager.default.createDirectory(atPath: store, withIntermediateDirectories: false)
    try Data(Fixture.bytes(kind)).write(to: URL(filePath: store + "/" + kind.fileName))
    return store
  }

  /// The hashes and records of all revisions, in order.
  static func revisions(_ path: String) throws -> [[Data]] {
    var configuration = Configuration()
    configuration.readonly = true
    return try DatabaseQueue(path: path, configuration: configuration).read { db in
      try Row.fetchAll(db, sql: "SELECT hash, record FROM revision ORDER BY rowid").map {
        [$0[0], $0[1]]
      }
    }
  }
}
