/// The text of a cell or a shared string while it is read: plain, or in runs of different looks.
///
/// Readings above characters (`rPh`) are not part of the text (ECMA-376 Part 1, 18.4.6).
struct RichText {
  private enum Place { case outside, run, text, runText }

  private var place = Place.outside
  private var bytes: [UInt8] = []
  private let most: Int

  /// - Parameter most: the longest text, bytes.
  init(most: Int) { self.most = most }

  /// An element begins in it; false where it is of no interest.
  mutating func start(_ tag: XMLTag) -> Bool {
    switch place {
    case .outside where tag.isNamed("t"): place = .text
    case .outside where tag.isNamed("r"): place = .run
    case .run where tag.isNamed("t"): place = .runText
    default: return false
    }
    return true
  }

  /// Takes text in the element that began last.
  mutating func text(_ piece: UnsafeBufferPointer<UInt8>) throws(WorkbookFault) {
    // Between the elements there is only what the writer indented with.
    guard place == .text || place == .runText else { return }
    guard bytes.count + piece.count <= most else { throw RichText.tooLong(most) }
    bytes += piece
  }

  /// An element ends; true where it is the text as a whole.
  mutating func end() -> Bool {
    switch place {
    case .outside: return true
    case .run, .text: place = .outside
    case .runText: place = .run
    }
    return false
  }

  /// The text, with its escapes resolved, in an array of its own.
  var decoded: [UInt8] { EscapedText.decode(bytes.exactCopy) }

  /// Forgets the text and is ready for the next.
  mutating func clear() { bytes.removeAll(keepingCapacity: true) }

  static func tooLong(_ most: Int) -> WorkbookFault {
    WorkbookFault("一个单元格的文字超过 \(most) 字节", "the text of one cell is over \(most) bytes")
  }
}

extension [UInt8] {
  /// The same bytes in an array without room to spare.
  ///
  /// A buffer that once held a long text keeps its room; passed on as it is, each short text after
  /// that would hold as much, and the buffer would be made anew for each.
  var exactCopy: [UInt8] { withUnsafeBufferPointer { Array($0) } }
}
