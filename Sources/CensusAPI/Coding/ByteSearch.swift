extension UnsafeBufferPointer<UInt8> {
  /// The place, from `start` on, of the first byte that is `one` or `other`; else the count.
  ///
  /// Eight bytes are looked at together. A borrow can mark a byte falsely, but only above one that is rightly
  /// marked, and only the lowest mark is used. https://graphics.stanford.edu/~seander/bithacks.html#ZeroInWord
  func first(_ one: UInt8, or other: UInt8, from start: Int) -> Int {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let tops: UInt64 = 0x8080_8080_8080_8080
    let (allOne, allOther) = (ones &* UInt64(one), ones &* UInt64(other))
    let bytes = UnsafeRawBufferPointer(self)
    var index = start
    while index + 8 <= count {
      let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      let (left, right) = (word ^ allOne, word ^ allOther)
      let found = (((left &- ones) & ~left) | ((right &- ones) & ~right)) & tops
      if found != 0 { return index + found.trailingZeroBitCount / 8 }
      index += 8
    }
    while index < count, self[index] != one, self[index] != other { index += 1 }
    return index
  }
}
