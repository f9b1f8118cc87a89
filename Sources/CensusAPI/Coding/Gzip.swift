import CDeflate
import CensusDomain

/// Gzip (RFC 1952) in one call, by libdeflate, with limits against decompression bombs.
public enum Gzip {
  /// The largest ratio of plain to packed bytes that is accepted.
  ///
  /// Survey entries pack about ten to one; deflate itself ends near a thousand to one.
  public static let ratioLimit = 100

  /// Packs `bytes`; level 1 is fastest, 12 smallest.
  public static func compress(_ bytes: [UInt8], level: Int32 = 1) -> [UInt8] {
    let compressor = libdeflate_alloc_compressor(level)
    defer { libdeflate_free_compressor(compressor) }
    let bound = libdeflate_gzip_compress_bound(compressor, bytes.count)
    return [UInt8](unsafeUninitializedCapacity: bound) { buffer, count in
      count = libdeflate_gzip_compress(
        compressor, bytes, bytes.count, buffer.baseAddress, buffer.count)
    }
  }

  /// Unpacks `bytes` if the result stays within `limit` bytes and the accepted ratio.
  ///
  /// - Throws: ``CensusError`` with `tooLarge` over a limit, `invalidData` for broken data.
  public static func decompress(_ bytes: [UInt8], limit: Int) throws(CensusError) -> [UInt8] {
    let ceiling = min(limit, max(4096, bytes.count * ratioLimit))
    // The trailer states the size (RFC 1952, section 2.3.1): the right buffer at the first try.
    var capacity = min(ceiling, max(4096, statedSize(bytes)))
    while true {
      let (result, unpacked) = attempt(bytes, capacity: capacity)
      switch result {
      case LIBDEFLATE_SUCCESS: return unpacked
      case LIBDEFLATE_INSUFFICIENT_SPACE where capacity < ceiling:
        capacity = min(ceiling, capacity * 4)
      case LIBDEFLATE_INSUFFICIENT_SPACE:
        throw CensusError(
          .tooLarge, zh: "压缩内容解开后超过上限 \(ceiling) 字节。",
          en: "The compressed content unpacks to more than the limit of \(ceiling) bytes.",
          remedy: LocalizedText(zh: "请分成更小的批次。", en: "Send smaller batches."))
      default:
        throw CensusError(
          .invalidData, zh: "gzip 内容已损坏或不完整。", en: "The gzip content is broken or cut short.",
          remedy: LocalizedText(zh: "请重新发送。", en: "Send it again."))
      }
    }
  }

  private static func statedSize(_ bytes: [UInt8]) -> Int {
    guard bytes.count >= 18 else { return 0 }
    return bytes.suffix(4).reversed().reduce(0) { $0 << 8 | Int($1) }
  }

  private static func attempt(
    _ bytes: [UInt8], capacity: Int
  ) -> (result: libdeflate_result, unpacked: [UInt8]) {
    let decompressor = libdeflate_alloc_decompressor()
    defer { libdeflate_free_decompressor(decompressor) }
    var result = LIBDEFLATE_BAD_DATA
    let unpacked = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
      var consumed = 0
      var produced = 0
      result = libdeflate_gzip_decompress_ex(
        decompressor, bytes, bytes.count, buffer.baseAddress, buffer.count, &consumed, &produced)
      // One member and nothing after it: what follows would be dropped without a word.
      if result == LIBDEFLATE_SUCCESS, consumed != bytes.count { result = LIBDEFLATE_BAD_DATA }
      count = result == LIBDEFLATE_SUCCESS ? produced : 0
    }
    return (result, unpacked)
  }
}
