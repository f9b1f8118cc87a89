import CensusReports

/// One thing of a printed paper that flows from page to page.
enum PrintBlock {
  /// Free room, which vanishes at the head of a page.
  case space(Int)
  /// Text over the whole width, which may be divided between its lines.
  case text(PrintedText)
  /// A table with the section's id.
  case table(PrintedTable)
  /// A chart, in one piece; the points of one unit of it.
  case drawing(ChartDrawing, scale: Double)
}

/// A text over the whole width, measured.
struct PrintedText {
  let text: String
  let font: PrintFont
  let alignment: PaperAlignment
  let lines: [Int]
  /// What stands small at the right end of its line.
  var aside = ""
  /// Whether it stays with what follows.
  var isHeading = false
}

extension PrintBlock {
  /// The height of a drawing.
  static func height(of drawing: ChartDrawing, scale: Double) -> Int {
    PrintSize.units(Double(drawing.height) / 100 * scale)
  }
}
