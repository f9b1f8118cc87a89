/// Writes a ZIP whose files are stored unpacked (APPNOTE 6.3.10, sections 4.3.7, 4.3.12 and 4.3.16).
struct StoredZip {
  private var bytes: [UInt8] = []
  private var directory: [UInt8] = []
  private var count: UInt16 = 0

  /// Adds a file.
  mutating func add(_ name: [UInt8], _ content: [UInt8]) {
    let name = name.prefix(Int(UInt16.max))
    let offset = UInt32(bytes.count)
    var common: [UInt8] = []
    common += little(UInt16(20)) + little(UInt16(0)) + little(UInt16(0)) + little(UInt32(0x21_0000))
    common += little(StoredZip.checksum(content))
    common += little(UInt32(content.count)) + little(UInt32(content.count))
    common += little(UInt16(name.count)) + little(UInt16(0))
    bytes += little(UInt32(0x0403_4B50)) + common + name + content
    directory += little(UInt32(0x0201_4B50)) + little(UInt16(20)) + common
    directory += little(UInt16(0)) + little(UInt16(0)) + little(UInt16(0)) + little(UInt32(0))
    directory += little(offset) + name
    count &+= 1
  }

  /// The whole file.
  func finished() -> [UInt8] {
    var end = little(UInt32(0x0605_4B50)) + little(UInt32(0))
    end += little(count) + little(count) + little(UInt32(directory.count))
    end += little(UInt32(bytes.count)) + little(UInt16(0))
    return bytes + directory + end
  }

  private func little(_ value: some FixedWidthInteger) -> [UInt8] {
    withUnsafeBytes(of: value.littleEndian) { Array($0) }
  }

  /// CRC-32, as APPNOTE section 4.4.7 wants it.
  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(~0) { sum, byte in table[Int(UInt8(truncatingIfNeeded: sum) ^ byte)] ^ (sum >> 8)
    }
  }

  private static let table: [UInt32] = (0..<256).map { byte in
    (0..<8).reduce(UInt32(byte)) { value, _ in
      value & 1 == 0 ? value >> 1 : 0xEDB8_8320 ^ (value >> 1)
    }
  }
}
