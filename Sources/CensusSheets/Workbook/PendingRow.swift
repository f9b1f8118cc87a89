/// A row as it was parsed, before shared strings and gaps are filled in.
///
/// A few bytes of XML can stand for a row of 16,384 gaps or of long shared strings, so only one row at
/// a time is made whole.
struct PendingRow {
  /// A filled cell.
  struct Cell {
    let column: Int
    let kind: SheetCell.Kind
    let text: [UInt8]
    /// The number of the shared string that is its text; nil where `text` is.
    let shared: Int?
    let isFormula: Bool
  }

  let number: Int
  var cells: [Cell] = []

  /// The row with its gaps and texts.
  ///
  /// - Parameter most: the longest text of all its cells together, bytes.
  func whole(_ strings: SharedStrings, most: Int) throws(WorkbookFault) -> SheetRow {
    var whole: [SheetCell] = []
    whole.reserveCapacity(cells.last?.column ?? 0)
    var size = 0
    for cell in cells {
      while whole.count < cell.column - 1 { whole.append(.empty) }
      var text = cell.text
      if let shared = cell.shared {
        guard let string = strings[shared] else {
          let reference = CellReference(column: cell.column, row: number)
          throw WorkbookFault(
            "单元格 \(reference) 引用的共享字符串 \(shared) 不存在",
            "the cell \(reference) names the shared string \(shared), which does not exist")
        }
        text = Array(string)
      }
      size += text.count
      guard size <= most else {
        throw WorkbookFault("一行的文字超过 \(most) 字节", "the text of one row is over \(most) bytes")
      }
      // A shared string of no length is as good as no cell.
      let kind = text.isEmpty ? .empty : cell.kind
      whole.append(SheetCell(kind, text: text, isFormula: cell.isFormula))
    }
    while let last = whole.last, last.kind == .empty, !last.isFormula { whole.removeLast() }
    return SheetRow(number: number, cells: whole)
  }
}
