import CensusDomain
import CensusFiles
import Foundation

/// A folder for files that only libraries want, removed with it.
final class TemporaryFolder {
  private let path: String

  /// - Throws: ``CensusError`` where it cannot be made.
  init() throws(CensusError) {
    var template = Array((NSTemporaryDirectory() + "hazcensus-XXXXXX").utf8CString)
    guard mkdtemp(&template) != nil else {
      throw CensusError(errno: errno, at: NSTemporaryDirectory())
    }
    path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// The place of a file in it.
  func place(_ name: String) -> String { path + "/" + name }

  /// Makes a file of `bytes` in it, and says where.
  ///
  /// - Throws: ``CensusError`` of the disk.
  func file(_ name: String, holding bytes: [UInt8]) throws(CensusError) -> String {
    try PlainFile.making(place(name)).write(bytes, at: 0)
    return place(name)
  }
}
