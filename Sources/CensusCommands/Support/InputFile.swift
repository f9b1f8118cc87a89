import CensusDomain
import Foundation

/// Files that a call names to be read.
enum InputFile {
  /// Makes sure that `path` can be read as a file.
  ///
  /// - Throws: ``CensusError`` with code `notFound` that says what is there instead.
  static func require(_ path: String) throws(CensusError) {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw CensusError(.notFound, zh: "没有文件 \(path)。", en: "There is no file \(path).")
    }
    guard !isFolder.boolValue else {
      throw CensusError(
        .notFound, zh: "\(path) 是文件夹，不是文件。", en: "\(path) is a folder, not a file.",
        remedy: LocalizedText(
          zh: "请写明文件夹中的文件。", en: "Name the files in the folder."))
    }
    guard FileManager.default.isReadableFile(atPath: path) else {
      throw CensusError(
        .notFound, zh: "没有读取文件 \(path) 的权限。", en: "There is no right to read the file \(path).",
        remedy: LocalizedText(zh: "检查文件的权限。", en: "Check the file's rights."))
    }
  }

  /// Whether a folder stands at `path`.
  static func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      && isFolder.boolValue
  }

  /// The bytes of the file at `path`.
  ///
  /// - Throws: ``CensusError`` with code `notFound` that says what is there instead.
  static func read(_ path: String) throws(CensusError) -> [UInt8] {
    try require(path)
    guard let data = FileManager.default.contents(atPath: path) else {
      throw CensusError(.notFound, zh: "无法打开文件 \(path)。", en: "The file \(path) cannot be opened.")
    }
    return Array(data)
  }
}
