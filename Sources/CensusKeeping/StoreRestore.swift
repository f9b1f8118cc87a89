import CensusDomain
import CensusFiles
import CensusSQLite
import Foundation

/// Brings a store back from a backup.
public enum StoreRestore {
  /// What was done.
  public struct Outcome: Sendable, Codable {
    /// Whose store it is.
    public let kind: StoreKind
    /// Revisions that are back.
    public let revisions: Int
    /// Where the folder that stood there before is now; nil where there was none.
    public let movedAside: String?
  }

  /// Restores the backup in `backup` to the folder `target`.
  ///
  /// Every file is proved before and after it is copied; then the copy takes the target's name.
  ///
  /// - Parameter replaces: whether a folder with something in it is moved aside; it is never deleted.
  /// - Throws: ``CensusError``: `invalidData` for a damaged backup, `conflict` where the target holds
  ///   something, `locked` where it is in use.
  public static func restore(
    _ backup: String, to target: String, replaces: Bool = false,
    progress: @escaping (Int) -> Void = { _ in }
  ) throws(CensusError) -> Outcome {
    let backup = FolderCopy.trimmed(backup)
    let target = FolderCopy.trimmed(target)
    let manifest = try BackupManifest.read(backup)
    try require(manifest.faults(in: backup), backup)
    let isOccupied = !(try Folders.names(in: target)).isEmpty
    guard !isOccupied || replaces else {
      throw CensusError(
        .conflict, zh: "\(target) 不是空文件夹，没有改动。",
        en: "\(target) is not empty; it was left as it is.",
        remedy: LocalizedText(
          zh: "换一个文件夹，或用 --replace 先把它移到一旁（不会删除）。",
          en: "Choose another folder, or give --replace to move it aside first; it is not deleted.")
      )
    }
    let partial = target + ".restoring-" + UUID().uuidString
    try Folders.make(partial)
    do throws(CensusError) {
      for file in manifest.files {
        _ = try FolderCopy.copy(file.path, from: backup, to: partial)
      }
      try require(manifest.faults(in: partial), partial)
      try require(try StoreVerifier(folder: partial, progress: progress).verify().faults, partial)
      let aside = isOccupied ? try moveAside(target) : nil
      if !isOccupied { rmdir(target) }
      try FolderCopy.place(partial, as: target)
      return Outcome(kind: manifest.kind, revisions: manifest.revisions, movedAside: aside)
    } catch {
      try? FileManager.default.removeItem(atPath: partial)
      throw error
    }
  }

  /// Moves a folder that nobody uses to a name beside it.
  private static func moveAside(_ target: String) throws(CensusError) -> String {
    let lock = try StoreLock(folder: target, note: "restore")
    return try withExtendedLifetime(lock) { () throws(CensusError) -> String in
      var number = 1
      while FileManager.default.fileExists(atPath: "\(target).before-\(number)") { number += 1 }
      try FolderCopy.place(target, as: "\(target).before-\(number)")
      return "\(target).before-\(number)"
    }
  }

  private static func require(_ faults: [StoreFault], _ folder: String) throws(CensusError) {
    guard let fault = faults.first else { return }
    throw CensusError(
      .invalidData,
      zh: "\(folder) 有 \(faults.count) 处问题，没有恢复；第一处 \(fault.place)：\(fault.problem.zh)",
      en: """
        \(folder) has \(faults.count) faults, so nothing was restored; the first, \(fault.place): \
        \(fault.problem.en)
        """,
      remedy: LocalizedText(zh: "换一份更早的备份。", en: "Use an earlier backup."))
  }
}
