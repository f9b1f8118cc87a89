import CensusDomain
import CensusFiles
import Foundation

/// Copies plain files between folders, each on the disk before it counts.
enum FolderCopy {
  /// What a store's folder holds beside its database, by path; locks, links and half files stay away.
  static func contents(of folder: String, below path: String = "") throws(CensusError) -> [String] {
    var found: [String] = []
    for name in try Folders.names(in: folder + "/" + path) {
      let inner = path.isEmpty ? name : path + "/" + name
      var status = stat()
      guard lstat(folder + "/" + inner, &status) == 0, !isLeftOut(inner) else { continue }
      switch status.st_mode & S_IFMT {
      case S_IFREG: found.append(inner)
      case S_IFDIR: found += try contents(of: folder, below: inner)
      default: continue
      }
    }
    return found
  }

  /// The database is copied by SQLite; a certificate's key belongs to who runs the machine.
  private static func isLeftOut(_ path: String) -> Bool {
    if ["lock", BackupManifest.fileName, "attachments/incoming"].contains(path) { return true }
    return path.contains(".sqlite")
      || [".pem", ".key", ".crt"].contains { path.hasSuffix($0) }
  }

  /// Copies one file, with mode 0600, and the folders above it; what was copied is what is told.
  static func copy(
    _ path: String, from source: String, to target: String
  ) throws(CensusError) -> BackupManifest.File {
    let original = try PlainFile.reading(source + "/" + path)
    var folder = target
    for part in path.split(separator: "/").dropLast() {
      folder += "/" + part
      try Folders.make(folder)
    }
    let copy = try PlainFile.making(target + "/" + path)
    try original.copy(to: copy)
    try copy.synchronize()
    try Folders.synchronize(folder)
    let digest = try copy.digest()
    return BackupManifest.File(path: path, bytes: digest.size, sha256: digest.hash)
  }

  /// Gives a finished folder its name, for good.
  static func place(_ folder: String, as target: String) throws(CensusError) {
    try Folders.synchronize(folder)
    guard rename(folder, target) == 0 else {
      throw CensusError(
        .cannotCreate, zh: "无法把 \(folder) 改名为 \(target)：\(String(cString: strerror(errno)))。",
        en: "\(folder) cannot be renamed to \(target): \(String(cString: strerror(errno))).",
        remedy: LocalizedText(zh: "检查文件夹的权限。", en: "Check the folder's rights."))
    }
    try Folders.synchronize(Folders.above(target))
  }

  /// The path without slashes at its end.
  static func trimmed(_ path: String) -> String {
    var path = path
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    return path
  }
}
