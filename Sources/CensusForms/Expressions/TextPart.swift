/// Parts of texts that rules compare: characters of a code, numbers written in it.
enum TextPart {
  /// `count` characters (Unicode scalars) from the one at `start`, counted from 0; nil where the text
  /// is shorter.
  static func slice(
    _ text: UnsafeBufferPointer<UInt8>, from start: Double, count: Double
  ) -> UnsafeBufferPointer<UInt8>? {
    guard (0...10_000).contains(start), (1...10_000).contains(count) else { return nil }
    var starts: [Int] = []
    for (index, byte) in text.enumerated() where byte & 0xC0 != 0x80 { starts.append(index) }
    let first = Int(start)
    let end = first + Int(count)
    guard end <= starts.count else { return nil }
    let upper = end == starts.count ? text.count : starts[end]
    return UnsafeBufferPointer(rebasing: text[starts[first]..<upper])
  }

  /// A text that is a plain decimal number, such as `007` or `12.5`.
  static func number(_ text: UnsafeBufferPointer<UInt8>) -> ExactNumber? {
    var digits = 0
    var points = 0
    for byte in text {
      if (0x30...0x39).contains(byte) {
        digits += 1
      } else if byte == 0x2E {
        points += 1
      } else {
        return nil
      }
    }
    guard digits > 0, digits <= 18, points <= 1 else { return nil }
    return ExactNumber(text: text, approximation: .nan)
  }

  /// The sum of all whole numbers written in a text, as in `8油2侧`; nil where there is none.
  static func sumOfNumbers(_ text: UnsafeBufferPointer<UInt8>) -> Int? {
    var total: Int?
    var current: Int?
    for byte in text {
      if (0x30...0x39).contains(byte) {
        let raised = (current ?? 0).multipliedReportingOverflow(by: 10)
        guard !raised.overflow, raised.partialValue < 1_000_000_000 else { return nil }
        current = raised.partialValue + Int(byte - 0x30)
      } else if let number = current {
        total = (total ?? 0) + number
        current = nil
      }
    }
    if let current { total = (total ?? 0) + current }
    return total
  }
}
