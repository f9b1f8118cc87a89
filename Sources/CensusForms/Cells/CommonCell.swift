import CensusDomain
import CensusJSON

/// Cells that stand as their form wants them, as nearly all of a file do: written as they are, without making
/// a `String` of any.
enum CommonCell {
  /// Writes the cell where it needs no reading.
  ///
  /// - Returns: whether it was written; where not, nothing was.
  static func write(_ cell: Cell, as field: Field, to writer: inout JSONWriter) -> Bool {
    cell.bytes.withUnsafeBufferPointer { bytes in
      switch field.kind {
      case .number, .integer:
        guard cell.kind != .date, PlainText.isJSONNumber(bytes) else { return false }
        writer.raw(bytes)
        return true
      case .multiChoice: return writeChoices(bytes, of: field, to: &writer)
      case .boolean:
        guard let value = truth(bytes) else { return false }
        writer.bool(value)
        return true
      case .text, .choice, .date, .dateTime:
        guard isFinal(bytes, field) else { return false }
        writer.string(utf8: bytes)
        return true
      case .list, .object, .geometry: return false
      }
    }
  }

  /// Whether the bytes are what will be stored as a string.
  private static func isFinal(_ bytes: UnsafeBufferPointer<UInt8>, _ field: Field) -> Bool {
    switch field.kind {
    case .choice: field.choices.contains { $0.value.utf8.elementsEqual(bytes) }
    case .date: CivilDate(utf8: bytes) != nil
    case .dateTime: hasPlainEnds(bytes) && DateCell.isWritten(bytes)
    default: hasPlainEnds(bytes) && isPlainText(bytes) && (!field.isCode || isPlainCode(bytes))
    }
  }

  /// Whether neither end is white space or joins what stands beside it: visible ASCII, or an ideograph, whose
  /// UTF-8 begins with E4 to E9.
  private static func hasPlainEnds(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = bytes.first, let last = bytes.last else { return false }
    return isPlain(first)
      && ((0x21...0x7E).contains(last) || (bytes.count >= 3 && isIdeograph(bytes[bytes.count - 3])))
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    (0x21...0x7E).contains(byte) || isIdeograph(byte)
  }

  private static func isIdeograph(_ lead: UInt8) -> Bool { (0xE4...0xE9).contains(lead) }

  /// Whether it cannot be a long number in scientific form.
  private static func isPlainText(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    !(0x30...0x39).contains(bytes[0]) || bytes.count > 24 || !bytes.contains(UInt8(ascii: "+"))
  }

  /// Whether a code has neither full-width characters nor an apostrophe before it.
  private static func isPlainCode(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes[0] != UInt8(ascii: "'") && bytes.allSatisfy { $0 < 0x80 }
  }

  private static let yes = Array("是".utf8)
  private static let no = Array("否".utf8)
  private static let trueWord = Array("true".utf8)
  private static let falseWord = Array("false".utf8)

  private static func truth(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool? {
    if bytes.elementsEqual(yes) || bytes.elementsEqual(trueWord) { return true }
    if bytes.elementsEqual(no) || bytes.elementsEqual(falseWord) { return false }
    return nil
  }

  /// Writes values that are parted by semicolons or commas, where each is one of the field's own.
  private static func writeChoices(
    _ bytes: UnsafeBufferPointer<UInt8>, of field: Field, to writer: inout JSONWriter
  ) -> Bool {
    let isOne = field.choices.contains { $0.value.utf8.elementsEqual(bytes) }
    let parts =
      isOne
      ? [bytes[...]]
      : bytes.split(omittingEmptySubsequences: false) {
        $0 == UInt8(ascii: ";") || $0 == UInt8(ascii: ",")
      }
    guard !bytes.isEmpty,
      parts.allSatisfy({ part in field.choices.contains { $0.value.utf8.elementsEqual(part) } })
    else { return false }
    writer.beginArray()
    for part in parts { writer.string(utf8: UnsafeBufferPointer(rebasing: part)) }
    writer.endArray()
    return true
  }
}
