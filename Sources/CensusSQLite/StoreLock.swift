import CensusDomain
import Foundation

/// Keeps a second process out of a store while it is open.
///
/// SQLite before 3.51.3 can corrupt a write-ahead log when two connections commit and checkpoint at
/// the same moment, so one process, with one connection, holds the store. The kernel drops the lock
/// when the process ends, however it ends.
public final class StoreLock: Sendable {
  private let descriptor: Int32

  /// Takes the lock of the store in `folder`.
  ///
  /// - Parameter note: what to tell others who meet the lock, such as an address.
  /// - Throws: ``CensusError`` with code `locked` naming the holder, or `inputOutput`.
  public init(folder: String, note: String = "") throws(CensusError) {
    let path = folder + "/lock"
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      let reason = String(cString: strerror(errno))
      throw CensusError(
        .cannotCreate, zh: "无法建立锁文件 \(path)：\(reason)。",
        en: "The lock file \(path) cannot be made: \(reason).",
        remedy: LocalizedText(zh: "检查文件夹的权限和磁盘。", en: "Check the folder's rights and the disk."))
    }
    guard StoreLock.take(descriptor) else {
      let holder = StoreLock.holder(of: descriptor)
      close(descriptor)
      throw CensusError(
        .locked, zh: "存储 \(folder) 正被另一个进程使用（\(holder)）。",
        en: "The store \(folder) is in use by another process (\(holder)).",
        remedy: LocalizedText(
          zh: "等它结束；如中心正在运行，请用 --central 网址访问。",
          en: "Wait for it to end; if it is a running central, reach it with --central URL."))
    }
    self.descriptor = descriptor
    ftruncate(descriptor, 0)
    let text = Array("pid \(getpid()) \(note)".utf8)
    _ = pwrite(descriptor, text, text.count, 0)
  }

  deinit { close(descriptor) }

  /// Tries for a tenth of a second: a child of a program that just let go holds a copy of the lock
  /// between its fork and its exec.
  private static func take(_ descriptor: Int32) -> Bool {
    for _ in 0..<20 {
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return true }
      usleep(5000)
    }
    return false
  }

  private static func holder(of descriptor: Int32) -> String {
    var bytes = [UInt8](repeating: 0, count: 200)
    let count = pread(descriptor, &bytes, bytes.count, 0)
    return count > 0 ? String(decoding: bytes.prefix(count), as: UTF8.self) : "pid ?"
  }
}
