import CensusDomain
import Foundation

/// What marks a SQLite file as one of ours: `application_id` and the newest `user_version` known.
public struct StoreIdentity: Sendable {
  /// The header's `application_id`.
  public let applicationID: Int32
  /// The newest schema version that this program knows.
  public let newestVersion: Int32
  /// What the store is, for messages.
  public let name: LocalizedText

  /// Makes an identity.
  public init(applicationID: Int32, newestVersion: Int32, name: LocalizedText) {
    self.applicationID = applicationID
    self.newestVersion = newestVersion
    self.name = name
  }

  /// What a file says of itself before SQLite opens it.
  public enum Inspection: Sendable, Equatable {
    /// There is no file, or an empty one.
    case absent
    /// A SQLite file whose header was not written yet; its write-ahead log decides.
    case unmarked
    /// A SQLite file with these marks.
    case marked(applicationID: Int32, version: Int32)
    /// Not a SQLite file.
    case foreign
  }

  /// Reads the marks at `path` from the file's header, without opening it as a database.
  ///
  /// Offsets 60 and 68 of the header (sqlite.org, "Database File Format", section 1.3).
  public static func inspect(path: String) -> Inspection {
    guard let handle = FileHandle(forReadingAtPath: path) else { return .absent }
    defer { try? handle.close() }
    guard let header = try? handle.read(upToCount: 100), !header.isEmpty else { return .absent }
    guard header.count == 100, header.starts(with: Array("SQLite format 3\0".utf8)) else {
      return .foreign
    }
    func number(at offset: Int) -> Int32 {
      header[offset..<offset + 4].reduce(0) { $0 << 8 | Int32($1) }
    }
    let applicationID = number(at: 68)
    if applicationID == 0 { return .unmarked }
    return .marked(applicationID: applicationID, version: number(at: 60))
  }

  /// Refuses a file that another program or a newer version wrote; the file stays untouched.
  ///
  /// - Throws: ``CensusError`` with code `configuration`.
  public func admit(path: String) throws(CensusError) {
    switch StoreIdentity.inspect(path: path) {
    case .absent: return
    case .unmarked:
      // Our own creation, cut short before its first checkpoint, leaves a log or a journal beside the
      // file, or a file without a table. What it is can be read for certain once it is open.
      let files = FileManager.default
      guard
        files.fileExists(atPath: path + "-wal") || files.fileExists(atPath: path + "-journal")
          || StoreIdentity.hasOnePage(path: path)
      else { throw notOurs(path) }
    case .foreign: throw notOurs(path)
    case .marked(let id, let version):
      guard id == applicationID else { throw notOurs(path) }
      guard version <= newestVersion else {
        throw CensusError(
          .configuration,
          zh: "\(path) 由更新版本的程序写成（结构版本 \(version)，本程序只认识到 \(newestVersion)），未作任何改动。",
          en:
            "\(path) was written by a newer program (schema \(version); this one knows up to \(newestVersion)); it was left untouched.",
          remedy: LocalizedText(zh: "请升级 hazcensus。", en: "Upgrade hazcensus."))
      }
    }
  }

  /// Whether the file is the single page that a database without a table has.
  private static func hasOnePage(path: String) -> Bool {
    guard let handle = FileHandle(forReadingAtPath: path) else { return false }
    defer { try? handle.close() }
    // The size of a page is at offset 16; 1 stands for 65,536.
    guard let header = try? handle.read(upToCount: 18), header.count == 18,
      let end = try? handle.seekToEnd()
    else { return false }
    let size = UInt64(header[16]) << 8 | UInt64(header[17])
    return end == (size == 1 ? 65_536 : size)
  }

  private func notOurs(_ path: String) -> CensusError {
    CensusError(
      .configuration, zh: "\(path) 不是\(name.zh)，未作任何改动。",
      en: "\(path) is not \(name.en); it was left untouched.",
      remedy: LocalizedText(zh: "请换一个文件夹（--store）。", en: "Choose another folder (--store)."))
  }
}
