import CensusDomain
import CensusFiles
import CensusSQLite
import Foundation
import GRDB

/// Makes backups: a proven copy of a store in a folder of its own, also of a central that is running.
public enum StoreBackup {
  /// Copies the store in `folder` to the new folder `output`.
  ///
  /// The copy is made and proved under another name and renamed at the end, so a folder of the name
  /// `output` is always a whole backup.
  ///
  /// - Parameters:
  ///   - program: the name and version to note.
  ///   - progress: told how many revisions of the copy were proved.
  /// - Throws: ``CensusError``: `conflict` where `output` exists, `invalidData` where the store is
  ///   damaged, or of reading and writing; nothing is left behind.
  public static func make(
    of folder: String, at output: String, program: String, clock: any WallClock = SystemClock(),
    progress: @escaping (Int) -> Void = { _ in }
  ) throws(CensusError) -> BackupManifest {
    let output = FolderCopy.trimmed(output)
    let kind = try StoreKind.of(folder: folder)
    var status = stat()
    guard lstat(output, &status) != 0 else {
      throw CensusError(
        .conflict, zh: "\(output) 已存在，没有改动。", en: "\(output) exists already; it was left as it is.",
        remedy: LocalizedText(zh: "为新备份另取名称。", en: "Give the new backup another name."))
    }
    let partial = output + ".partial-" + UUID().uuidString
    try Folders.make(partial)
    do throws(CensusError) {
      let manifest = try fill(partial, folder, kind, program, clock, progress)
      try FolderCopy.place(partial, as: output)
      return manifest
    } catch {
      try? FileManager.default.removeItem(atPath: partial)
      throw error
    }
  }

  private static func fill(
    _ copy: String, _ folder: String, _ kind: StoreKind, _ program: String,
    _ clock: any WallClock, _ progress: @escaping (Int) -> Void
  ) throws(CensusError) -> BackupManifest {
    // First the database: what its records name as attachments is in its place by then.
    try snapshot(folder + "/" + kind.fileName, to: copy + "/" + kind.fileName)
    let database = try PlainFile.changing(copy + "/" + kind.fileName)
    try database.synchronize()
    let digest = try database.digest()
    var files = [
      BackupManifest.File(path: kind.fileName, bytes: digest.size, sha256: digest.hash)
    ]
    for path in try FolderCopy.contents(of: folder) {
      files.append(try FolderCopy.copy(path, from: folder, to: copy))
    }
    let found = try StoreVerifier(folder: copy, progress: progress).verify()
    if let fault = found.faults.first { throw damaged(folder, fault, found.faults.count) }
    let manifest = BackupManifest(
      format: 1, kind: kind, madeAt: clock.now().iso8601, program: program,
      schemaVersion: found.schemaVersion, revisions: found.revisions,
      attachments: found.attachments, auditEntries: found.auditEntries,
      auditHead: found.auditHead, files: files)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    guard let bytes = try? encoder.encode(manifest) else {
      throw CensusError(.software, zh: "备份清单无法写成。", en: "The backup's list cannot be written.")
    }
    let file = try PlainFile.making(copy + "/" + BackupManifest.fileName)
    try file.write(Array(bytes), at: 0)
    try file.synchronize()
    return manifest
  }

  /// Writes one consistent state of a database that may be in use to a new file.
  private static func snapshot(_ source: String, to target: String) throws(CensusError) {
    let database = try SQLiteFile.openToRead(path: source)
    do {
      try database.inDatabase { db in
        try db.execute(sql: "VACUUM INTO ?", arguments: [target])
      }
    } catch {
      throw CensusError(sqlite: error, at: source)
    }
    chmod(target, 0o600)
  }

  private static func damaged(_ folder: String, _ fault: StoreFault, _ count: Int) -> CensusError {
    CensusError(
      .invalidData,
      zh: "存储 \(folder) 有 \(count) 处问题，没有备份；第一处 \(fault.place)：\(fault.problem.zh)",
      en: """
        The store \(folder) has \(count) faults, so no backup was made; the first, \(fault.place): \
        \(fault.problem.en)
        """,
      remedy: LocalizedText(
        zh: "停用它，复制整个文件夹保存，再运行 hazcensus verify 查看全部问题。",
        en:
          "Stop using it, keep a copy of the whole folder, and see all faults with hazcensus verify."
      ))
  }
}
