import CensusDomain
import CensusFiles
import Foundation

/// A file that is written beside its place and gets its name when it is whole and on the disk.
final class NewFile {
  /// Where it will stand.
  let path: String
  /// Where it is written.
  let partial: String
  private let replaces: Bool

  /// Begins a file that will stand at `path`, and that is empty at ``partial`` until then.
  ///
  /// - Parameter replaces: whether a file that stands there is replaced.
  /// - Throws: ``CensusError``: `cannotCreate` where there is a file already or a folder, `locked`
  ///   where another program has it open, or of the disk.
  init(path: String, replaces: Bool) throws(CensusError) {
    self.path = path
    self.replaces = replaces
    partial = path + ".partial"
    try NewFile.requireRoom(at: path, replaces: replaces)
    // What was left by a process that was killed.
    unlink(partial)
    do throws(CensusError) {
      _ = try PlainFile.making(partial)
    } catch {
      guard error.code == .notFound else { throw error }
      throw CensusError(
        .cannotCreate, zh: "没有文件夹 \(Folders.above(path))。",
        en: "There is no folder \(Folders.above(path)).",
        remedy: LocalizedText(zh: "先建好文件夹。", en: "Make the folder first."))
    }
  }

  deinit { unlink(partial) }

  /// Brings what was written to the disk and gives it its name.
  ///
  /// - Throws: ``CensusError`` where the disk does not take it or somebody else took the name.
  func place() throws(CensusError) {
    try PlainFile.changing(partial).synchronize()
    try NewFile.requireRoom(at: path, replaces: replaces)
    // A link fails where the name was taken meanwhile; a rename replaces what stands there.
    guard (replaces ? rename(partial, path) : link(partial, path)) == 0 else {
      if errno == EEXIST { throw NewFile.exists(path) }
      throw CensusError(
        .cannotCreate, zh: "无法写入 \(path)：\(String(cString: strerror(errno)))。",
        en: "\(path) cannot be written: \(String(cString: strerror(errno))).")
    }
    unlink(partial)
    try Folders.synchronize(Folders.above(path))
  }

  private static func requireRoom(at path: String, replaces: Bool) throws(CensusError) {
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) {
      guard !isFolder.boolValue else {
        throw CensusError(
          .cannotCreate, zh: "\(path) 是文件夹。", en: "\(path) is a folder.",
          remedy: LocalizedText(zh: "写明文件名。", en: "Name a file in it."))
      }
      guard replaces else { throw exists(path) }
    }
    // The log of a database that is open elsewhere would be taken for one of the new file.
    for suffix in ["-wal", "-journal"]
    where FileManager.default.fileExists(atPath: path + suffix) {
      throw CensusError(
        .locked, zh: "\(path) 正被其他程序打开，没有替换。",
        en: "\(path) is open in another program; it was not replaced.",
        remedy: LocalizedText(
          zh: "在 QGIS 中移除图层或关闭工程，然后重试；或换一个文件名。",
          en:
            "Remove its layers in QGIS or close the project, then try again; or choose another name."
        ))
    }
  }

  private static func exists(_ path: String) -> CensusError {
    CensusError(
      .cannotCreate, zh: "\(path) 已经存在，没有覆盖。", en: "There is a file \(path) already; it was left.",
      remedy: LocalizedText(
        zh: "换一个文件名，或加 --replace 替换。", en: "Choose another name, or replace it with --replace."))
  }
}
