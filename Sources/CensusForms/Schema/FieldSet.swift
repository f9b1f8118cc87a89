/// A set of up to 256 property numbers that lives in registers rather than on the heap.
struct FieldSet {
  static let capacity = 256
  private var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)

  mutating func insert(_ index: Int) {
    let bit: UInt64 = 1 << UInt64(index & 63)
    switch index >> 6 {
    case 0: words.0 |= bit
    case 1: words.1 |= bit
    case 2: words.2 |= bit
    default: words.3 |= bit
    }
  }

  func contains(_ index: Int) -> Bool {
    let word: UInt64 =
      switch index >> 6 {
      case 0: words.0
      case 1: words.1
      case 2: words.2
      default: words.3
      }
    return word >> UInt64(index & 63) & 1 == 1
  }
}
