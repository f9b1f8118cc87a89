import CensusJSON

/// A number that stays exact while it can: 0.1 + 0.2 equals 0.3 here, as it does for a surveyor.
///
/// A quotient, or anything past 38 digits, falls back to a double.
enum ExactNumber {
  /// `mantissa` divided by ten to the power of `scale`.
  case exact(mantissa: Int128, scale: Int)
  case approximate(Double)

  /// Reads a JSON number's own text.
  init(text: UnsafeBufferPointer<UInt8>, approximation: Double) {
    // Up to eighteen digits, nearly always, fit a machine word, which is several times faster.
    var word: Int64 = 0
    var mantissa: Int128 = 0
    var scale = 0
    var digits = 0
    var seenPoint = false
    var position = text.startIndex
    let isNegative = text.first == 0x2D
    if isNegative { position += 1 }
    while position < text.endIndex, text[position] | 0x20 != 0x65 {
      let byte = text[position]
      if byte == 0x2E {
        seenPoint = true
      } else {
        digits += 1
        if digits <= 18 {
          word = word &* 10 &+ Int64(byte &- 0x30)
        } else {
          if digits == 19 { mantissa = Int128(word) }
          mantissa = mantissa &* 10 &+ Int128(byte &- 0x30)
        }
        if seenPoint { scale += 1 }
      }
      position += 1
    }
    if position < text.endIndex {
      let exponent = Int(String(decoding: text[(position + 1)...], as: UTF8.self)) ?? .max
      guard abs(exponent.clamped(to: 1000)) <= 30 else {
        self = .approximate(approximation)
        return
      }
      scale -= exponent
    }
    if digits <= 18 { mantissa = Int128(word) }
    guard digits <= 30, scale <= 30, let raised = ExactNumber.raise(mantissa, by: max(0, -scale))
    else {
      self = .approximate(approximation)
      return
    }
    self = .exact(mantissa: isNegative ? -raised : raised, scale: max(0, scale))
  }

  init(_ node: JSONNode) {
    self.init(text: node.utf8, approximation: node.double ?? .nan)
  }

  /// Reads a JSON number's text.
  init(decimal text: String) {
    var copy = text
    self = copy.withUTF8 { ExactNumber(text: $0, approximation: Double(text) ?? .nan) }
  }

  init(_ integer: Int) { self = .exact(mantissa: Int128(integer), scale: 0) }

  /// The nearest double.
  var double: Double {
    switch self {
    case .exact(let mantissa, let scale):
      // The conversion from 128 bits is not specialised and costs more than a whole comparison.
      (mantissa.magnitude < 1 << 62
        ? Double(Int64(truncatingIfNeeded: mantissa)) : Double(mantissa))
        / ExactNumber.doublePower(scale)
    case .approximate(let value): value
    }
  }

  /// The number as a JSON number, without zeros at the end of a fraction.
  var text: String {
    guard case .exact(let mantissa, var scale) = self else { return "\(double)" }
    var digits = String(mantissa.magnitude)
    while scale > 0, digits.hasSuffix("0") {
      digits.removeLast()
      scale -= 1
    }
    if scale > 0 {
      digits = String(repeating: "0", count: max(0, scale + 1 - digits.count)) + digits
      digits.insert(".", at: digits.index(digits.endIndex, offsetBy: -scale))
    }
    return (mantissa < 0 && digits != "0" ? "-" : "") + (digits.isEmpty ? "0" : digits)
  }

  private static func doublePower(_ scale: Int) -> Double {
    var power = 1.0
    for _ in 0..<scale { power *= 10 }
    return power
  }

  private static func raise(_ mantissa: Int128, by places: Int) -> Int128? {
    guard places > 0 else { return mantissa }
    var result = mantissa
    for _ in 0..<places {
      let (product, overflow) = result.multipliedReportingOverflow(by: 10)
      if overflow { return nil }
      result = product
    }
    return result
  }

  /// Both numbers at one scale, where both are exact and there is room.
  private static func aligned(
    _ left: ExactNumber, _ right: ExactNumber
  ) -> (left: Int128, right: Int128, scale: Int)? {
    guard case .exact(let leftMantissa, let leftScale) = left,
      case .exact(let rightMantissa, let rightScale) = right
    else { return nil }
    let scale = max(leftScale, rightScale)
    guard let raisedLeft = raise(leftMantissa, by: scale - leftScale),
      let raisedRight = raise(rightMantissa, by: scale - rightScale)
    else { return nil }
    return (raisedLeft, raisedRight, scale)
  }

  static func + (left: ExactNumber, right: ExactNumber) -> ExactNumber {
    if let pair = aligned(left, right) {
      let (sum, overflow) = pair.left.addingReportingOverflow(pair.right)
      if !overflow { return .exact(mantissa: sum, scale: pair.scale) }
    }
    return .approximate(left.double + right.double)
  }

  static prefix func - (number: ExactNumber) -> ExactNumber {
    switch number {
    case .exact(let mantissa, let scale): .exact(mantissa: -mantissa, scale: scale)
    case .approximate(let value): .approximate(-value)
    }
  }

  static func - (left: ExactNumber, right: ExactNumber) -> ExactNumber { left + -right }

  static func * (left: ExactNumber, right: ExactNumber) -> ExactNumber {
    if case .exact(let leftMantissa, let leftScale) = left,
      case .exact(let rightMantissa, let rightScale) = right
    {
      let (product, overflow) = leftMantissa.multipliedReportingOverflow(by: rightMantissa)
      if !overflow { return .exact(mantissa: product, scale: leftScale + rightScale) }
    }
    return .approximate(left.double * right.double)
  }

  static func / (left: ExactNumber, right: ExactNumber) -> ExactNumber {
    .approximate(left.double / right.double)
  }

  /// Negative, zero or positive as the left number is below, equal to or above the right one.
  static func compare(_ left: ExactNumber, _ right: ExactNumber) -> Int {
    if let pair = aligned(left, right) {
      return pair.left < pair.right ? -1 : pair.left == pair.right ? 0 : 1
    }
    let (first, second) = (left.double, right.double)
    return first < second ? -1 : first == second ? 0 : 1
  }

  /// Whether this number is a whole multiple of `unit` (JSON Schema, `multipleOf`).
  func isMultiple(of unit: ExactNumber) -> Bool {
    if let pair = ExactNumber.aligned(self, unit), pair.right != 0 {
      return pair.left % pair.right == 0
    }
    let quotient = double / unit.double
    return quotient == quotient.rounded()
  }
}

extension Int {
  fileprivate func clamped(to limit: Int) -> Int { Swift.max(-limit, Swift.min(limit, self)) }
}
