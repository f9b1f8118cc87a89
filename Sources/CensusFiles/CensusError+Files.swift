import CensusDomain
import Foundation

extension CensusError {
  /// Says what the system's error number `number` means for the file at `path`.
  package init(errno number: Int32, at path: String) {
    let reason = String(cString: strerror(number))
    switch number {
    case ENOSPC, EDQUOT:
      self.init(
        .diskFull, zh: "磁盘已满，文件 \(path) 没有写完。",
        en: "The disk is full; the file \(path) was not written.",
        remedy: LocalizedText(zh: "腾出空间后再试。", en: "Make room on the disk, then try again."))
    case ENOENT, ENOTDIR:
      self.init(
        .notFound, zh: "没有文件 \(path)。", en: "There is no file \(path).",
        remedy: LocalizedText(zh: "检查路径。", en: "Check the path."))
    case EACCES, EPERM, EROFS:
      self.init(
        .permission, zh: "无权使用文件 \(path)：\(reason)。",
        en: "The file \(path) may not be used: \(reason).",
        remedy: LocalizedText(zh: "检查文件和文件夹的权限。", en: "Check the rights of file and folder."))
    case ELOOP:
      self.init(notPlainFile: path)
    default:
      self.init(
        .inputOutput, zh: "文件 \(path) 读写失败：\(reason)。",
        en: "Reading or writing the file \(path) failed: \(reason).",
        remedy: LocalizedText(zh: "检查磁盘后再试。", en: "Check the disk, then try again."))
    }
  }

  /// Says that what stands at `path` is a link, a folder, a pipe or the like.
  init(notPlainFile path: String) {
    self.init(
      .invalidData, zh: "\(path) 不是普通文件（链接、文件夹和设备都不接受）。",
      en: "\(path) is not a plain file; links, folders and devices are not taken.",
      remedy: LocalizedText(zh: "给出文件本身的路径。", en: "Give the path of the file itself."))
  }
}
