/// Counts the decimal places that a number needs, on its own text.
///
/// JSON Schema's `multipleOf: 0.01` would say the same, but ordinary validators divide binary
/// approximations and refuse 35.27. So the limit is an annotation of ours, `hc:decimals`.
enum DecimalPlaces {
  /// How many decimals are allowed at most in an annotation.
  static let limit = 12

  /// The places after the point: 1.50 needs one, 1.5e-3 four, 1.5e3 none.
  ///
  /// - Parameter text: a number that obeys the JSON grammar.
  static func count(in text: UnsafeBufferPointer<UInt8>) -> Int {
    // Where the last digit that is not zero stands: places after the point, below zero before it.
    var last: Int?
    var places = 0
    var isFraction = false
    var position = text.startIndex
    while position < text.endIndex, text[position] | 0x20 != UInt8(ascii: "e") {
      let byte = text[position]
      if byte == UInt8(ascii: ".") {
        isFraction = true
      } else if byte != UInt8(ascii: "-") {
        if isFraction {
          places += 1
        } else if let whole = last {
          last = whole - 1
        }
        if byte != UInt8(ascii: "0") { last = places }
      }
      position += 1
    }
    guard let last else { return 0 }
    return max(0, last - exponent(in: text[position...]))
  }

  /// The exponent with its letter, such as `e-3`; an absurd one is cut, which changes no verdict.
  private static func exponent(in text: Slice<UnsafeBufferPointer<UInt8>>) -> Int {
    var value = 0
    var isNegative = false
    for byte in text.dropFirst() {
      switch byte {
      case UInt8(ascii: "-"): isNegative = true
      case UInt8(ascii: "+"): continue
      default: value = min(value * 10 + Int(byte &- 0x30), 1_000_000_000)
      }
    }
    return isNegative ? -value : value
  }
}
