import Foundation

/// Whether a disk has room.
enum FreeSpace {
  /// Less than SQLite takes for the index of a write-ahead log (sqlite.org/walformat.html, 32 KB).
  private static let least = 64 * 1024

  /// Whether the disk of the file at `path` is full, as far as it can be told.
  static func isUsedUp(at path: String) -> Bool {
    let folder = (path as NSString).deletingLastPathComponent
    let attributes = try? FileManager.default.attributesOfFileSystem(
      forPath: folder.isEmpty ? "." : folder)
    guard let free = attributes?[.systemFreeSize] as? NSNumber else { return false }
    return free.intValue < least
  }
}
