/// Reads a sheet's part; what it says of its own size (`dimension`) is not believed.
///
/// Rows wait in ``takeRows()`` until the piece of XML that held them is through.
final class SheetContents: XMLHandler {
  private enum Place { case document, sheet, data, row, cell, value, inline }

  private let limits: WorkbookLimits
  private let values: CellValues
  private var place = Place.document
  private var rows: [PendingRow] = []
  private var pending = PendingRow(number: 0)
  private var cell = CellHead()
  private var value: [UInt8] = []
  private var inline: RichText
  /// The last column that the row mentioned, filled or not.
  private var lastColumn = 0
  /// Whether all cells are through; what follows in the part says nothing of them.
  private(set) var isDone = false

  /// - Parameter values: what types and styles mean in this workbook.
  init(_ values: CellValues, limits: WorkbookLimits) {
    self.values = values
    self.limits = limits
    inline = RichText(most: limits.cellBytes)
  }

  /// The number of the last row that began; 0 before the first.
  var row: Int { pending.number }

  /// The rows that are through.
  func takeRows() -> [PendingRow] {
    defer { rows.removeAll(keepingCapacity: true) }
    return rows
  }

  func start(_ tag: XMLTag) throws(WorkbookFault) -> Bool {
    switch place {
    case .row:
      guard tag.isNamed("c") else { return false }
      try beginCell(tag)
      place = .cell
    case .cell:
      if tag.isNamed("v") {
        place = .value
      } else if tag.isNamed("is") {
        place = .inline
      } else {
        if tag.isNamed("f") { cell.isFormula = true }
        return false
      }
    case .inline: return inline.start(tag)
    case .value: return false
    case .data:
      guard tag.isNamed("row") else { return false }
      try beginRow(tag)
      place = .row
    case .sheet:
      guard tag.isNamed("sheetData"), !isDone else { return false }
      place = .data
    case .document:
      guard tag.isNamed("worksheet") else {
        throw WorkbookFault("它不是数据表", "it is not a sheet of cells")
      }
      place = .sheet
    }
    return true
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(WorkbookFault) {
    switch place {
    case .value:
      guard value.count + bytes.count <= limits.cellBytes else {
        throw RichText.tooLong(limits.cellBytes)
      }
      value += bytes
    case .inline: try inline.text(bytes)
    default: break
    }
  }

  func end() throws(WorkbookFault) {
    switch place {
    case .value: place = .cell
    case .inline:
      if inline.end() { place = .cell }
    case .cell:
      try endCell()
      place = .row
    case .row:
      if !pending.cells.isEmpty { rows.append(pending) }
      place = .data
    case .data:
      isDone = true
      place = .sheet
    case .sheet, .document: place = .document
    }
  }

  private func beginRow(_ tag: XMLTag) throws(WorkbookFault) {
    var number = pending.number + 1
    if let bytes = tag["r"] {
      guard let given = Digits.number(bytes) else {
        throw WorkbookFault("行号无效", "a row number is not valid")
      }
      guard given >= number else {
        throw WorkbookFault(
          "第 \(given) 行重复或次序颠倒", "the row \(given) is there twice or out of order")
      }
      number = given
    }
    guard number <= CellReference.lastRow else {
      throw WorkbookFault("行数过多", "there are too many rows")
    }
    pending = PendingRow(number: number)
    lastColumn = 0
  }

  private func beginCell(_ tag: XMLTag) throws(WorkbookFault) {
    var column = lastColumn + 1
    if let bytes = tag["r"] {
      guard let given = CellReference(bytes), given.row == pending.number, given.column >= column
      else {
        let words = String(decoding: bytes.prefix(20), as: UTF8.self)
        throw WorkbookFault(
          "单元格地址 \(words) 无效、重复或次序颠倒",
          "the cell \(words) does not exist, is there twice or is out of order")
      }
      column = given.column
    }
    guard column <= CellReference.lastColumn else {
      throw WorkbookFault("一行的单元格过多", "a row has too many cells")
    }
    lastColumn = column
    cell = try CellHead(tag)
    value.removeAll(keepingCapacity: true)
    inline.clear()
  }

  private func endCell() throws(WorkbookFault) {
    let text = cell.type == .inline ? inline.decoded : value.exactCopy
    do throws(WorkbookFault) {
      let content = try values.content(cell, text)
      guard content.kind != .empty || cell.isFormula else { return }
      pending.cells.append(
        PendingRow.Cell(
          column: lastColumn, kind: content.kind, text: content.text, shared: content.shared,
          isFormula: cell.isFormula))
    } catch {
      let reference = CellReference(column: lastColumn, row: pending.number)
      throw WorkbookFault("单元格 \(reference) \(error.zh)", "the cell \(reference) \(error.en)")
    }
  }
}
