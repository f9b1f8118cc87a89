/// Numbers as workbooks write indexes and rows.
enum Digits {
  /// The number that these decimal digits state; nil for anything else and from 10¹² on.
  static func number(_ bytes: some Sequence<UInt8>) -> Int? {
    var (number, hasDigits) = (0, false)
    for byte in bytes {
      guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9"), number < 100_000_000_000 else {
        return nil
      }
      number = number * 10 + Int(byte - UInt8(ascii: "0"))
      hasDigits = true
    }
    return hasDigits ? number : nil
  }
}
