import CensusDomain
import CensusReports

/// A paper as PDF: A4 landscape, text that can be searched, headings on each page.
struct PrintedPaper {
  private let paper: Paper
  private let frame: PaperFrame

  init(_ paper: Paper, _ frame: PaperFrame) {
    self.paper = paper
    self.frame = frame
  }

  /// - Throws: ``CensusError``: `configuration` where no font has a character of the paper, `software` where cairo
  ///   could not draw.
  func bytes() throws(CensusError) -> [UInt8] {
    let text = try PrintText()
    let blocks = try blocks(text)
    let pages = PrintFlow(blocks).pages
    let canvas = try PDFCanvas(
      text, title: frame.title, mark: frame.mark, made: paper.snapshot.moment)
    let furniture = try PageFurniture(frame, canvas)
    var tables: [Int: TablePainter] = [:]
    for (number, pieces) in pages.enumerated() {
      furniture.draw(page: number + 1, of: pages.count)
      for piece in pieces { draw(piece, of: blocks, &tables, canvas) }
      canvas.endPage()
    }
    guard tables.values.allSatisfy(\.isComplete) else {
      throw CensusError(
        .software, zh: "PDF 的表格没有容纳全部文字。", en: "The PDF's tables do not hold all of their texts.",
        remedy: .programMistake)
    }
    return try canvas.finish()
  }

  private func blocks(_ text: PrintText) throws(CensusError) -> [PrintBlock] {
    let language = frame.language
    func measured(
      _ string: String, _ font: PrintFont, _ alignment: PaperAlignment = .leading
    ) throws(CensusError) -> PrintedText {
      PrintedText(
        text: string, font: font, alignment: alignment,
        lines: try text.lines(of: string, font, width: PrintSize.width))
    }
    var blocks: [PrintBlock] = [
      .text(try measured(frame.title, .title, .center)),
      .text(try measured(frame.subtitle, .subtitle, .center)),
      .space(PrintSize.units(5)),
      .text(try measured(frame.officeLine, .office)),
    ]
    for section in paper.sections {
      var heading = try measured(PaperText.shown(section.title[language]), .heading)
      heading.isHeading = true
      heading.aside = section.id
      let table = try PrintedTable(section.grid, language, text)
      blocks += [
        .space(PrintSize.units(10)), .text(heading), .space(PrintSize.units(1)), .table(table),
      ]
      for remark in section.remarks {
        let shown = try measured(PaperText.shown(remark[language]), .note)
        blocks += [.space(PrintSize.units(3)), .text(shown)]
      }
      for drawing in section.charts.compactMap({ $0.drawing(language) }) {
        var title = try measured(drawing.title, .subtitle, .center)
        title.isHeading = true
        try prove(drawing, text)
        blocks += [
          .space(PrintSize.units(10)), .text(title), .space(PrintSize.units(3)),
          .drawing(drawing, scale: PrintedPaper.scale(drawing)),
        ]
      }
    }
    blocks.append(.space(PrintSize.units(10)))
    for note in frame.notes { blocks.append(.text(try measured(note, .note))) }
    return blocks
  }

  /// - Throws: ``CensusError`` with code `configuration` where no font has a character of a chart.
  private func prove(_ drawing: ChartDrawing, _ text: PrintText) throws(CensusError) {
    for case .text(let string, _, let size, _) in drawing.items {
      _ = try text.lines(of: string, PrintFont(face: .song, size: size / 10), width: -1)
    }
  }

  /// The points of a chart's unit: as wide as the page, and low enough for one page.
  private static func scale(_ drawing: ChartDrawing) -> Double {
    let width = PrintSize.points(PrintSize.width) * 100 / Double(drawing.width)
    // A line is left for the title.
    let height = PrintSize.points(PrintSize.height - PrintSize.units(40)) * 100
    return min(width, height / Double(drawing.height), 0.95)
  }

  private func draw(
    _ piece: PrintFlow.Piece, of blocks: [PrintBlock], _ tables: inout [Int: TablePainter],
    _ canvas: PDFCanvas
  ) {
    let y = PrintSize.top + piece.y
    switch blocks[piece.block] {
    case .space: break
    case .text(let text):
      canvas.write(
        text.text, text.font, x: PrintSize.side, y: y, width: PrintSize.width, text.alignment,
        lines: piece.range)
      if !text.aside.isEmpty, piece.range.lowerBound == 0 {
        canvas.write(
          text.aside, .margin, x: PrintSize.side, y: y + PrintSize.units(5),
          width: PrintSize.width, .trailing, lines: 0..<1, ChartColor.axis.rawValue)
      }
    case .table(let table):
      var painter = tables[piece.block] ?? TablePainter(table, canvas)
      painter.draw(piece.range, at: y)
      tables[piece.block] = painter
    case .drawing(let drawing, let scale):
      let width = PrintSize.units(Double(drawing.width) / 100 * scale)
      ChartPainter(canvas).draw(
        drawing, x: PrintSize.side + (PrintSize.width - width) / 2, y: y, scale: scale)
    }
  }
}
