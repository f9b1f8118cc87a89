/// A region's code without the zeros that pad it to twelve digits: 6, 9 or 12 digits.
///
/// 130205000000 and 130205 are the same district, 130205102000 and 130205102 the same township.
struct RegionKey: Hashable {
  let digits: String

  /// Reads a code; nil where it is not 6, 9 or 12 digits.
  init?(_ text: String) {
    guard [6, 9, 12].contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    var digits = text[...]
    while digits.utf8.count > 6, digits.hasSuffix("000") { digits.removeLast(3) }
    self.digits = String(digits)
  }
}
