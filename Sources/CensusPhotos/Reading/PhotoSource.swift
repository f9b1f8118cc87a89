import CensusDomain
import CensusFiles

/// A photo's file, read in pieces of bounded size.
struct PhotoSource {
  let file: PlainFile
  /// The file's size, bytes.
  let size: Int64

  /// The `count` bytes at `offset`; nil where the file does not have all of them.
  func bytes(at offset: Int64, _ count: Int) throws(PhotoFault) -> ByteCursor? {
    guard offset >= 0, count >= 0, offset <= size, Int64(count) <= size - offset else { return nil }
    do throws(CensusError) {
      let bytes = try file.read(at: offset, count: count)
      return bytes.count == count ? ByteCursor(bytes) : nil
    } catch {
      throw .reading(error)
    }
  }

  /// The `count` bytes at `offset`, without which the file is malformed.
  func required(at offset: Int64, _ count: Int) throws(PhotoFault) -> ByteCursor {
    guard let cursor = try bytes(at: offset, count) else { throw .malformed }
    return cursor
  }
}
