/// The texts that a workbook's cells share, in one buffer.
struct SharedStrings {
  private var bytes: [UInt8] = []
  /// Where each text ends; 32 bits, because a workbook may have tens of millions.
  private var ends: [UInt32] = []

  /// How many there are.
  var count: Int { ends.count }

  /// The text of a number, UTF-8; nil where there is none.
  subscript(_ index: Int) -> ArraySlice<UInt8>? {
    guard ends.indices.contains(index) else { return nil }
    return bytes[(index == 0 ? 0 : Int(ends[index - 1]))..<Int(ends[index])]
  }

  /// Adds a text.
  mutating func append(_ text: [UInt8]) throws(WorkbookFault) {
    guard let end = UInt32(exactly: bytes.count + text.count) else {
      throw WorkbookFault("共享字符串过多", "there are too many shared strings")
    }
    bytes += text
    ends.append(end)
  }
}
