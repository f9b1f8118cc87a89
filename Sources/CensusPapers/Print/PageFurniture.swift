import CensusDomain
import CensusReports

/// What stands on each page around what flows: title, number, page, snapshot, and that it is a draft.
struct PageFurniture {
  private let frame: PaperFrame
  private let canvas: PDFCanvas

  /// - Throws: ``CensusError`` with code `configuration` where no font has a character of it.
  init(_ frame: PaperFrame, _ canvas: PDFCanvas) throws(CensusError) {
    self.frame = frame
    self.canvas = canvas
    for text in [frame.number, frame.snapshot, frame.draft ?? "", frame.title, frame.subtitle] {
      _ = try canvas.text.lines(of: text, .margin, width: -1)
    }
  }

  /// Draws what a page has besides its content; pages count from 1.
  func draw(page: Int, of count: Int) {
    if let draft = frame.draft { canvas.stamp(draft) }
    if page > 1 {
      let y = PrintSize.top - PrintSize.units(20)
      write(frame.title, at: y, .leading)
      write(frame.subtitle, at: y, .trailing)
      canvas.rule(
        x: PrintSize.side, y: y + PrintSize.units(13), width: PrintSize.width,
        ChartColor.axis.rawValue)
    }
    let y = PrintSize.page.height - PrintSize.bottom + PrintSize.units(10)
    write(frame.number, at: y, .leading)
    write(frame.pages(String(page), of: String(count)), at: y, .center)
    write(frame.snapshot, at: y, .trailing)
  }

  /// Writes the first line of a text.
  private func write(_ text: String, at y: Int, _ alignment: PaperAlignment) {
    canvas.write(
      text, .margin, x: PrintSize.side, y: y, width: PrintSize.width, alignment, lines: 0..<1,
      ChartColor.plan.rawValue)
  }
}
