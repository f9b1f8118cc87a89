import CensusDomain
import CensusFiles
import Foundation

/// What a backup holds: every file with its hash, and what was in the store.
public struct BackupManifest: Sendable, Codable {
  /// A file of a backup.
  public struct File: Sendable, Codable {
    /// Its path within the backup.
    public let path: String
    /// Its size, bytes.
    public let bytes: Int64
    /// Its SHA-256.
    public let sha256: ContentHash
  }

  /// The manifest's own format; 1.
  public let format: Int
  /// Whose store it is.
  public let kind: StoreKind
  /// When it was made, ISO 8601; for people only.
  public let madeAt: String
  /// The program that made it.
  public let program: String
  /// The schema's version.
  public let schemaVersion: Int32
  /// Revisions in it.
  public let revisions: Int
  /// Attachments in it.
  public let attachments: Int
  /// Entries of the audit log.
  public let auditEntries: Int64
  /// The hash of the last of them.
  public let auditHead: ContentHash
  /// All files but this one, by path.
  public let files: [File]

  /// The manifest's name within a backup.
  public static let fileName = "backup.json"

  /// Reads the manifest of the backup in `folder`.
  ///
  /// - Throws: ``CensusError``: `notFound` where there is none, `invalidData` where it cannot be read.
  public static func read(_ folder: String) throws(CensusError) -> BackupManifest {
    let file: PlainFile
    do throws(CensusError) {
      file = try PlainFile.reading(folder + "/" + fileName)
    } catch {
      throw CensusError(
        .notFound, zh: "\(folder) 不是备份：没有 \(fileName)。",
        en: "\(folder) is not a backup: it has no \(fileName).",
        remedy: LocalizedText(
          zh: "给出 hazcensus backup 生成的文件夹。", en: "Give a folder that hazcensus backup made."),
        cause: error)
    }
    let size = try file.size()
    let bytes = try file.read(at: 0, count: Int(size))
    guard let manifest = try? JSONDecoder().decode(BackupManifest.self, from: Data(bytes)),
      manifest.format == 1, manifest.files.allSatisfy({ isPlain($0.path) })
    else {
      throw CensusError(
        .invalidData, zh: "\(folder)/\(fileName) 已损坏或由更新版本的程序写成。",
        en: "\(folder)/\(fileName) is damaged, or a newer program wrote it.",
        remedy: LocalizedText(zh: "换一份备份，或升级 hazcensus。", en: "Use another backup, or upgrade."))
    }
    return manifest
  }

  /// A path that stays within its folder.
  private static func isPlain(_ path: String) -> Bool {
    !path.isEmpty
      && path.split(separator: "/", omittingEmptySubsequences: false)
        .allSatisfy { !$0.isEmpty && $0 != "." && $0 != ".." }
  }

  /// The files that are not as the manifest says, in the backup or a copy of it in `folder`.
  public func faults(in folder: String) -> [StoreFault] {
    files.compactMap { file in
      do throws(CensusError) {
        let digest = try PlainFile.reading(folder + "/" + file.path).digest()
        guard digest.hash != file.sha256 || digest.size != file.bytes else { return nil }
        return StoreFault(
          file.path, zh: "文件与备份清单不符。", en: "The file is not what the backup's list says.")
      } catch {
        return StoreFault(file.path, zh: error.message.zh, en: error.message.en)
      }
    }
  }
}
