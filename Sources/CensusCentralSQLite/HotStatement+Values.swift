import CensusDomain
import CensusSQLite

extension HotStatement {
  /// Binds an identifier's sixteen bytes.
  func bind(_ index: Int32, _ id: UniqueID) {
    bind(
      index,
      blob: [UInt8](unsafeUninitializedCapacity: 16) { buffer, count in
        let raw = UnsafeMutableRawBufferPointer(buffer)
        raw.storeBytes(of: id.high.bigEndian, toByteOffset: 0, as: UInt64.self)
        raw.storeBytes(of: id.low.bigEndian, toByteOffset: 8, as: UInt64.self)
        count = 16
      })
  }

  /// Binds a hash's bytes, or NULL.
  func bind(_ index: Int32, _ hash: ContentHash?) {
    if let hash { bind(index, blob: hash.bytes) } else { bindNull(index) }
  }

  /// The hash in `column`; nil for NULL.
  func hash(_ column: Int32) -> ContentHash? { ContentHash(bytes: blob(column)) }
}
