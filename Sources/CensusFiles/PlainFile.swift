import CensusAPI
import CensusDomain
import Foundation

/// A regular file opened by descriptor, closed when it goes; links and special files are refused.
public final class PlainFile: Sendable {
  /// Where it is.
  public let path: String
  private let descriptor: Int32

  private init(path: String, flags: Int32) throws(CensusError) {
    // Without O_NONBLOCK opening a pipe would wait for its writer.
    let descriptor = open(path, flags | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw CensusError(errno: errno, at: path) }
    self.path = path
    self.descriptor = descriptor
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw CensusError(errno: errno, at: path) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw CensusError(notPlainFile: path) }
  }

  deinit { close(descriptor) }

  /// Opens an existing file to read it.
  public static func reading(_ path: String) throws(CensusError) -> PlainFile {
    try PlainFile(path: path, flags: O_RDONLY)
  }

  /// Makes a file that must not exist yet, with mode 0600.
  public static func making(_ path: String) throws(CensusError) -> PlainFile {
    try PlainFile(path: path, flags: O_RDWR | O_CREAT | O_EXCL)
  }

  /// Opens an existing file to read and write it.
  public static func changing(_ path: String) throws(CensusError) -> PlainFile {
    try PlainFile(path: path, flags: O_RDWR)
  }

  /// The size, bytes.
  public func size() throws(CensusError) -> Int64 {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw CensusError(errno: errno, at: path) }
    return Int64(status.st_size)
  }

  /// Reads up to `count` bytes at `offset`; fewer at the end of the file.
  public func read(at offset: Int64, count: Int) throws(CensusError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    var filled = 0
    while filled < count {
      let got = bytes.withUnsafeMutableBytes { buffer in
        pread(
          descriptor, buffer.baseAddress?.advanced(by: filled), count - filled,
          off_t(offset + Int64(filled)))
      }
      if got < 0 {
        if errno == EINTR { continue }
        throw CensusError(errno: errno, at: path)
      }
      if got == 0 { break }
      filled += got
    }
    bytes.removeLast(count - filled)
    return bytes
  }

  /// Writes all of `bytes` at `offset`.
  public func write(_ bytes: [UInt8], at offset: Int64) throws(CensusError) {
    var written = 0
    while written < bytes.count {
      let put = bytes.withUnsafeBytes { buffer in
        pwrite(
          descriptor, buffer.baseAddress?.advanced(by: written), bytes.count - written,
          off_t(offset + Int64(written)))
      }
      if put < 0 {
        if errno == EINTR { continue }
        throw CensusError(errno: errno, at: path)
      }
      written += put
    }
  }

  /// Returns once everything written is on the disk.
  public func synchronize() throws(CensusError) {
    guard fdatasync(descriptor) == 0 else { throw CensusError(errno: errno, at: path) }
  }

  /// Reads the whole file in pieces.
  public func forEachPiece(
    _ body: ([UInt8]) throws(CensusError) -> Void
  ) throws(CensusError) {
    var offset: Int64 = 0
    while true {
      let piece = try read(at: offset, count: PlainFile.pieceSize)
      if piece.isEmpty { return }
      offset += Int64(piece.count)
      try body(piece)
    }
  }

  /// Writes the whole content to `target`, from its beginning.
  public func copy(to target: PlainFile) throws(CensusError) {
    var written: Int64 = 0
    try forEachPiece { (piece) throws(CensusError) in
      try target.write(piece, at: written)
      written += Int64(piece.count)
    }
  }

  /// The SHA-256 and the size of what is in the file now.
  public func digest() throws(CensusError) -> StoredAttachment {
    var hasher = ContentHasher()
    var size: Int64 = 0
    try forEachPiece { (piece) throws(CensusError) in
      hasher.update(piece)
      size += Int64(piece.count)
    }
    return StoredAttachment(hash: hasher.hash(), size: size)
  }

  private static let pieceSize = 1 << 20
}
