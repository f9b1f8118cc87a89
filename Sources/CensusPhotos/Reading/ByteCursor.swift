/// Bytes that are read one after the other and never beyond their end.
struct ByteCursor {
  private var rest: ArraySlice<UInt8>

  init(_ bytes: [UInt8]) { rest = bytes[...] }

  /// What has not been read yet.
  var remaining: [UInt8] { Array(rest) }

  var isAtEnd: Bool { rest.isEmpty }

  mutating func skip(_ count: Int) throws(PhotoFault) { _ = try take(count) }

  /// The next `count` bytes as a cursor of their own.
  mutating func take(_ count: Int) throws(PhotoFault) -> ByteCursor {
    guard count >= 0, count <= rest.count else { throw .malformed }
    var taken = self
    taken.rest = rest.prefix(count)
    rest = rest.dropFirst(count)
    return taken
  }

  /// A number of up to four bytes, the highest first.
  mutating func bigEndian(_ count: Int) throws(PhotoFault) -> Int {
    try take(count).rest.reduce(0) { $0 << 8 | Int($1) }
  }

  /// A number of up to four bytes, the lowest first.
  mutating func littleEndian(_ count: Int) throws(PhotoFault) -> Int {
    try take(count).rest.reversed().reduce(0) { $0 << 8 | Int($1) }
  }

  /// Four bytes as the name of a piece.
  mutating func name() throws(PhotoFault) -> String {
    String(decoding: try take(4).rest, as: UTF8.self)
  }
}
