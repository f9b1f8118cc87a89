/// Reads the part of shared strings.
final class SharedStringTable: XMLHandler {
  private enum Place { case document, table, item }

  private(set) var strings = SharedStrings()
  private var place = Place.document
  private var item: RichText

  /// - Parameter most: the longest text, bytes.
  init(most: Int) { item = RichText(most: most) }

  func start(_ tag: XMLTag) throws(WorkbookFault) -> Bool {
    switch place {
    case .document:
      guard tag.isNamed("sst") else {
        throw WorkbookFault("它不是共享字符串表", "it is not a table of shared strings")
      }
      place = .table
    case .table:
      guard tag.isNamed("si") else { return false }
      item.clear()
      place = .item
    case .item: return item.start(tag)
    }
    return true
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(WorkbookFault) {
    if place == .item { try item.text(bytes) }
  }

  func end() throws(WorkbookFault) {
    switch place {
    case .document, .table: place = .document
    case .item:
      guard item.end() else { return }
      try strings.append(item.decoded)
      place = .table
    }
  }
}
