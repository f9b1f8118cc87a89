import CensusDomain
import Foundation

/// Small files that are replaced whole: after a power cut there is the old one or the new one.
public enum WholeFile {
  /// Puts a file of `bytes` at `path`, in place of what stood there, and returns once it is on the disk.
  ///
  /// - Throws: ``CensusError`` of writing; the file that stood there is then still there.
  public static func write(_ bytes: [UInt8], to path: String) throws(CensusError) {
    let partial = path + ".new-" + UUID().uuidString
    do throws(CensusError) {
      let file = try PlainFile.making(partial)
      try file.write(bytes, at: 0)
      try file.synchronize()
      guard rename(partial, path) == 0 else { throw CensusError(errno: errno, at: path) }
    } catch {
      unlink(partial)
      throw error
    }
    try Folders.synchronize(Folders.above(path))
  }

  /// The bytes of the file at `path`; nil where there is none.
  ///
  /// - Throws: ``CensusError`` of reading.
  public static func read(_ path: String) throws(CensusError) -> [UInt8]? {
    do throws(CensusError) {
      let file = try PlainFile.reading(path)
      return try file.read(at: 0, count: Int(try file.size()))
    } catch {
      guard error.code == .notFound else { throw error }
      return nil
    }
  }

  /// Takes the file at `path` away, and returns once that is on the disk.
  ///
  /// - Returns: false where there was none.
  /// - Throws: ``CensusError`` of the disk.
  public static func remove(_ path: String) throws(CensusError) -> Bool {
    guard unlink(path) == 0 else {
      let number = errno
      guard number == ENOENT else { throw CensusError(errno: number, at: path) }
      return false
    }
    try Folders.synchronize(Folders.above(path))
    return true
  }
}
