/// A JSON number's exact value, whichever way it is written: digits without zeros at either end,
/// and the power of ten of the last of them.
struct DecimalText: Equatable {
  private var isNegative = false
  private var digits: [UInt8] = []
  private var exponent = 0

  /// Reads `text`, which must obey the JSON grammar for numbers.
  init(_ text: some Sequence<UInt8>) {
    var isInFraction = false
    var isInExponent = false
    var written = 0
    var isExponentNegative = false
    for byte in text {
      switch byte {
      case UInt8(ascii: "-") where isInExponent: isExponentNegative = true
      case UInt8(ascii: "-"): isNegative = true
      case UInt8(ascii: "+"): continue
      case UInt8(ascii: "."): isInFraction = true
      case UInt8(ascii: "e"), UInt8(ascii: "E"): isInExponent = true
      default:
        let digit = byte &- UInt8(ascii: "0")
        if isInExponent {
          // An exponent this long stands with a number that is zero to a double; any cap will do.
          written = min(written * 10 + Int(digit), 1_000_000_000)
        } else {
          if !digits.isEmpty || digit != 0 { digits.append(digit) }
          if isInFraction { exponent -= 1 }
        }
      }
    }
    exponent += isExponentNegative ? -written : written
    while digits.last == 0 {
      digits.removeLast()
      exponent += 1
    }
    if digits.isEmpty {
      isNegative = false
      exponent = 0
    }
  }
}
