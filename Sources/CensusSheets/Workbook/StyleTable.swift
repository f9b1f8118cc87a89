/// Which of a workbook's cell styles show dates.
final class StyleTable: XMLHandler {
  private enum Place { case document, sheet, formats, cells }

  /// For each cell style what of a date it shows; nil for numbers and text.
  private(set) var forms: [DateForm?] = []
  private var codes: [Int: String] = [:]
  private var formats: [Int] = []
  private var place = Place.document

  func start(_ tag: XMLTag) throws(WorkbookFault) -> Bool {
    switch place {
    case .document:
      place = .sheet
      return tag.isNamed("styleSheet")
    case .sheet:
      if tag.isNamed("numFmts") {
        place = .formats
        return true
      } else if tag.isNamed("cellXfs") {
        place = .cells
        return true
      }
    case .formats:
      if let id = tag.number("numFmtId"), let code = tag.text("formatCode") {
        codes[id] = code
      }
    case .cells:
      if tag.isNamed("xf") { formats.append(tag.number("numFmtId") ?? 0) }
    }
    return false
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}

  func end() {
    switch place {
    case .formats, .cells: place = .sheet
    case .sheet, .document:
      // A code in the file stands above the built-in format of its number.
      let own = codes.mapValues { DateForm(code: $0) }
      forms = formats.map { own[$0] ?? DateForm(builtIn: $0) }
      place = .document
    }
  }
}
