extension UnsafeBufferPointer<UInt8> {
  /// The place, from `start` on, of the first byte that a JSON string must escape; else the count.
  ///
  /// Eight bytes are looked at together, since nearly all text has nothing to escape.
  func firstToEscape(from start: Int) -> Int {
    var index = start
    let bytes = UnsafeRawBufferPointer(self)
    while index + 8 <= count {
      let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      let found = Self.marks(in: word)
      if found != 0 { return index + found.trailingZeroBitCount / 8 }
      index += 8
    }
    while index < count {
      let byte = self[index]
      if byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { return index }
      index += 1
    }
    return count
  }

  /// Sets the top bit of each byte that has to be escaped.
  ///
  /// A borrow can mark a byte falsely, but only one above a byte that is rightly marked, and only
  /// the lowest mark is used. https://graphics.stanford.edu/~seander/bithacks.html#HasLessInWord
  private static func marks(in word: UInt64) -> UInt64 {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let tops: UInt64 = 0x8080_8080_8080_8080
    let quotes = word ^ (ones &* UInt64(UInt8(ascii: "\"")))
    let slashes = word ^ (ones &* UInt64(UInt8(ascii: "\\")))
    let below = (word &- ones &* 0x20) & ~word
    let atQuote = (quotes &- ones) & ~quotes
    let atSlash = (slashes &- ones) & ~slashes
    return (below | atQuote | atSlash) & tops
  }
}
