import CensusDomain
import Foundation

/// Folders that survive a power cut: made and synchronised together with the folder above.
public enum Folders {
  /// Makes `path` with mode 0700 where it is missing; the folder above must exist.
  public static func make(_ path: String) throws(CensusError) {
    if mkdir(path, 0o700) == 0 {
      try synchronize(above(path))
      return
    }
    guard errno == EEXIST else { throw CensusError(errno: errno, at: path) }
    var status = stat()
    guard lstat(path, &status) == 0 else { throw CensusError(errno: errno, at: path) }
    guard status.st_mode & S_IFMT == S_IFDIR else {
      throw CensusError(
        .configuration, zh: "\(path) 应是文件夹，却不是。", en: "\(path) should be a folder and is not.",
        remedy: LocalizedText(zh: "移走它后再试。", en: "Move it away, then try again."))
    }
  }

  /// The folder that holds the last name of `path`.
  ///
  /// Foundation's `deletingLastPathComponent` crashes on a name of one letter (Swift 6.3, Linux).
  public static func above(_ path: String) -> String {
    var path = path[...]
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// Returns once the names in the folder are on the disk.
  public static func synchronize(_ path: String) throws(CensusError) {
    let descriptor = open(path.isEmpty ? "." : path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw CensusError(errno: errno, at: path) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw CensusError(errno: errno, at: path) }
  }

  /// The names in a folder, sorted; none where there is no folder.
  public static func names(in path: String) throws(CensusError) -> [String] {
    guard FileManager.default.fileExists(atPath: path) else { return [] }
    do {
      return try FileManager.default.contentsOfDirectory(atPath: path).sorted()
    } catch {
      throw CensusError(errno: EIO, at: path)
    }
  }
}
