import CensusSQLite

/// A value as SQLite stores it in a record.
enum StoredValue: Hashable, Sendable {
  case null
  case integer(Int64)
  case real(Double)
  case text([UInt8])
  case blob([UInt8])

  /// Reads the values of a record; nil where the bytes are none.
  ///
  /// Source: sqlite.org, "Database File Format", section 2.1.
  static func record(_ payload: [UInt8]) -> [StoredValue]? {
    var header = ByteReader(payload)
    guard let length = header.varint(), length > 0, length <= payload.count else { return nil }
    var body = ByteReader(payload, from: Int(length))
    var values: [StoredValue] = []
    while header.position < Int(length) {
      guard let type = header.varint(), let value = body.value(type) else { return nil }
      values.append(value)
    }
    return header.position == Int(length) ? values : nil
  }

  /// Binds the value at `index`, counted from 1.
  func bind(to statement: HotStatement, at index: Int32) {
    switch self {
    case .null: statement.bindNull(index)
    case .integer(let value): statement.bind(index, value)
    case .real(let value): statement.bind(index, value)
    case .text(let bytes): statement.bind(index, String(decoding: bytes, as: UTF8.self))
    case .blob(let bytes): statement.bind(index, blob: bytes)
    }
  }

  /// The value for people; of long bytes only how many there are.
  var shown: String {
    switch self {
    case .null: "NULL"
    case .integer(let value): String(value)
    case .real(let value): String(value)
    case .text(let bytes): String(decoding: bytes.prefix(80), as: UTF8.self)
    case .blob(let bytes):
      bytes.count > 32 ? "\(bytes.count) B" : bytes.map { StoredValue.hex($0) }.joined()
    }
  }

  private static func hex(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16)
    return byte < 16 ? "0" + digits : digits
  }
}

/// Reads big-endian numbers from bytes, never past their end.
struct ByteReader {
  private let bytes: [UInt8]
  private(set) var position: Int

  init(_ bytes: [UInt8], from position: Int = 0) {
    self.bytes = bytes
    self.position = position
  }

  /// A number of one to nine bytes, seven bits in each but the ninth.
  mutating func varint() -> Int64? {
    var value: UInt64 = 0
    for index in 0..<9 {
      guard position < bytes.count else { return nil }
      let byte = bytes[position]
      position += 1
      if index == 8 { return Int64(bitPattern: value << 8 | UInt64(byte)) }
      value = value << 7 | UInt64(byte & 0x7F)
      if byte < 0x80 { return Int64(bitPattern: value) }
    }
    return nil
  }

  /// A number of `count` bytes with its sign.
  mutating func signed(_ count: Int) -> Int64? {
    guard position + count <= bytes.count, let first = bytes[position...].first else { return nil }
    var value: Int64 = first >= 0x80 ? -1 : 0
    for byte in bytes[position..<position + count] { value = value << 8 | Int64(byte) }
    position += count
    return value
  }

  fileprivate mutating func value(_ type: Int64) -> StoredValue? {
    switch type {
    case 0: return .null
    case 1...4: return signed(Int(type)).map { .integer($0) }
    case 5: return signed(6).map { .integer($0) }
    case 6: return signed(8).map { .integer($0) }
    case 7: return signed(8).map { .real(Double(bitPattern: UInt64(bitPattern: $0))) }
    case 8: return .integer(0)
    case 9: return .integer(1)
    case 12...:
      let count = (type - 12) / 2
      guard count <= bytes.count - position else { return nil }
      let part = Array(bytes[position..<position + Int(count)])
      position += Int(count)
      return type.isMultiple(of: 2) ? .blob(part) : .text(part)
    default: return nil
    }
  }
}
