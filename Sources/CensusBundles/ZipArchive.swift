import CZip
import CensusDomain
import CensusFiles
import Foundation

/// A ZIP opened to read its files by their exact names, within bounds.
final class ZipArchive {
  private let archive: OpaquePointer
  private let name: String
  private static let piece = 256 * 1024
  /// What is packed more often than this is no survey data.
  private static let mostPacked: UInt64 = 200

  /// Opens the file at `path`, which `name` stands for in errors.
  ///
  /// - Throws: ``CensusError``: `notFound`, or `invalidData` where it is not a whole ZIP.
  init(path: String, name: String) throws(CensusError) {
    _ = try PlainFile.reading(path)
    var code: Int32 = 0
    guard let archive = zip_open(path, ZIP_RDONLY | ZIP_CHECKCONS, &code) else {
      throw BundleProblem.damaged(name, "不是完整的 ZIP", "it is not a whole ZIP")
    }
    self.archive = archive
    self.name = name
  }

  deinit { zip_discard(archive) }

  /// How many files it has.
  var count: Int { Int(zip_get_num_entries(archive, 0)) }

  /// The bytes of the file called `file`, at most `most`.
  func bytes(_ file: String, most: Int) throws(CensusError) -> [UInt8] {
    let size = try statistics(file).size
    guard size <= UInt64(most) else {
      throw BundleProblem.damaged(name, "\(file) 过大", "\(file) is too large")
    }
    var bytes: [UInt8] = []
    try read(file, size: Int64(size)) { (piece) throws(CensusError) in bytes += piece }
    return bytes
  }

  /// Reads the file called `file`, which must have `size` bytes, in pieces.
  func read(
    _ file: String, size: Int64, _ body: ([UInt8]) throws(CensusError) -> Void
  ) throws(CensusError) {
    let stat = try statistics(file)
    guard stat.size == UInt64(max(0, size)), stat.comp_size > 0 || size == 0,
      stat.size / max(1, stat.comp_size) <= ZipArchive.mostPacked
    else {
      throw BundleProblem.damaged(name, "\(file) 大小不符", "\(file) has another size than it should")
    }
    guard let opened = zip_fopen(archive, file, 0) else {
      throw BundleProblem.damaged(name, "\(file) 无法读取", "\(file) cannot be read")
    }
    defer { zip_fclose(opened) }
    var total: Int64 = 0
    var buffer = [UInt8](repeating: 0, count: ZipArchive.piece)
    while true {
      let count = zip_fread(opened, &buffer, zip_uint64_t(buffer.count))
      guard count >= 0, total + Int64(count) <= size else {
        throw BundleProblem.damaged(name, "\(file) 已损坏", "\(file) is damaged")
      }
      if count == 0 { break }
      total += Int64(count)
      try body(Array(buffer[..<Int(count)]))
    }
    guard total == size else {
      throw BundleProblem.damaged(name, "\(file) 不完整", "\(file) is cut short")
    }
  }

  private func statistics(_ file: String) throws(CensusError) -> zip_stat_t {
    var stat = zip_stat_t()
    guard zip_stat(archive, file, 0, &stat) == 0, stat.valid & UInt64(ZIP_STAT_SIZE) != 0,
      stat.valid & UInt64(ZIP_STAT_COMP_SIZE) != 0
    else { throw BundleProblem.damaged(name, "缺少 \(file)", "\(file) is missing") }
    return stat
  }
}
