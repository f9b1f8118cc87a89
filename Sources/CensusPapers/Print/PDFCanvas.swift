import CPango
import CensusDomain
import CensusReports

/// A PDF file that is drawn page by page.
///
/// Its bytes depend only on what is drawn, on the fonts and on the libraries: the time of making is given.
final class PDFCanvas {
  let text: PrintText
  private let surface: OpaquePointer
  private let cairo: OpaquePointer
  private let output: Output

  /// Where cairo writes.
  private final class Output {
    var bytes: [UInt8] = []
  }

  /// - Throws: ``CensusError`` with code `software` where there is no memory.
  init(_ text: PrintText, title: String, mark: PaperMark, made: Timestamp) throws(CensusError) {
    self.text = text
    let output = Output()
    let surface = cairo_pdf_surface_create_for_stream(
      { output, bytes, count in
        guard let output, let bytes else { return CAIRO_STATUS_WRITE_ERROR }
        // The canvas holds the output for as long as it holds the surface.
        Unmanaged<Output>.fromOpaque(output).takeUnretainedValue().bytes
          .append(contentsOf: UnsafeBufferPointer(start: bytes, count: Int(count)))
        return CAIRO_STATUS_SUCCESS
      }, Unmanaged.passUnretained(output).toOpaque(), PrintSize.points(PrintSize.page.width),
      PrintSize.points(PrintSize.page.height))
    guard let surface, let cairo = cairo_create(surface) else {
      throw CensusError(.software, zh: "内存不足。", en: "There is no memory.")
    }
    self.output = output
    self.surface = surface
    self.cairo = cairo
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, title)
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_KEYWORDS, mark.text)
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, made.iso8601)
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_MOD_DATE, made.iso8601)
  }

  deinit {
    cairo_destroy(cairo)
    cairo_surface_destroy(surface)
  }

  /// Ends the page.
  func endPage() { cairo_show_page(cairo) }

  /// Ends the file; nothing can be drawn after that.
  ///
  /// - Throws: ``CensusError`` with code `software` where cairo could not draw something.
  func finish() throws(CensusError) -> [UInt8] {
    let drawn = cairo_status(cairo)
    cairo_surface_finish(surface)
    let written = cairo_surface_status(surface)
    for status in [drawn, written] where status != CAIRO_STATUS_SUCCESS {
      let reason = String(cString: cairo_status_to_string(status))
      throw CensusError(
        .software, zh: "PDF 没有画成：\(reason)。", en: "The PDF was not drawn: \(reason).",
        remedy: .programMistake)
    }
    return output.bytes
  }

  /// Fills a box.
  func fill(x: Int, y: Int, width: Int, height: Int, _ color: UInt32) {
    rectangle(x, y, width, height)
    set(color)
    cairo_fill(cairo)
  }

  /// Draws the border of a box.
  func frame(x: Int, y: Int, width: Int, height: Int, _ color: UInt32) {
    rectangle(x, y, width, height)
    set(color)
    cairo_set_line_width(cairo, 0.5)
    cairo_stroke(cairo)
  }

  /// Draws a level line.
  func rule(x: Int, y: Int, width: Int, _ color: UInt32) {
    cairo_move_to(cairo, PrintSize.points(x), PrintSize.points(y))
    cairo_line_to(cairo, PrintSize.points(x + width), PrintSize.points(y))
    set(color)
    cairo_set_line_width(cairo, 0.5)
    cairo_stroke(cairo)
  }

  /// Draws lines of a text within a width.
  func write(
    _ string: String, _ font: PrintFont, x: Int, y: Int, width: Int, _ alignment: PaperAlignment,
    lines: Range<Int>, _ color: UInt32 = ChartColor.ink.rawValue
  ) {
    set(color)
    text.draw(string, font, width: width, alignment, lines: lines, x: x, y: y, on: cairo)
  }

  /// Writes a word large, pale and slanting across the page.
  func stamp(_ word: String) {
    let font = PrintFont(face: .hei, size: 1300)
    let width = text.width(of: word, font)
    cairo_save(cairo)
    cairo_translate(
      cairo, PrintSize.points(PrintSize.page.width / 2),
      PrintSize.points(PrintSize.page.height / 2))
    cairo_rotate(cairo, -0.42)
    cairo_set_source_rgb(cairo, 0.96, 0.91, 0.91)
    text.draw(
      word, font, width: -1, .leading, lines: 0..<1, x: -width / 2, y: -PrintSize.units(95),
      on: cairo)
    cairo_restore(cairo)
  }

  /// Draws with the lengths of a chart: hundredths of a unit, of which one has `scale` points.
  func within(
    x: Int, y: Int, scale: Double, _ body: (OpaquePointer) -> Void
  ) {
    cairo_save(cairo)
    cairo_translate(cairo, PrintSize.points(x), PrintSize.points(y))
    cairo_scale(cairo, scale, scale)
    body(cairo)
    cairo_restore(cairo)
  }

  /// Sets the colour of what is drawn next.
  func set(_ color: UInt32) {
    cairo_set_source_rgb(
      cairo, Double(color >> 16 & 0xFF) / 255, Double(color >> 8 & 0xFF) / 255,
      Double(color & 0xFF) / 255)
  }

  private func rectangle(_ x: Int, _ y: Int, _ width: Int, _ height: Int) {
    cairo_rectangle(
      cairo, PrintSize.points(x), PrintSize.points(y), PrintSize.points(width),
      PrintSize.points(height))
  }
}
