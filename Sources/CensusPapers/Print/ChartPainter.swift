import CPango

/// Draws a chart's shapes on a page.
struct ChartPainter {
  private let canvas: PDFCanvas

  init(_ canvas: PDFCanvas) { self.canvas = canvas }

  /// Draws with the upper left corner at a place.
  ///
  /// - Parameter scale: the points of one unit of the drawing.
  func draw(_ drawing: ChartDrawing, x: Int, y: Int, scale: Double) {
    canvas.within(x: x, y: y, scale: scale) { cairo in
      for item in drawing.items { draw(item, cairo) }
    }
  }

  private func draw(_ item: ChartDrawing.Item, _ cairo: OpaquePointer) {
    switch item {
    case .box(let corner, let width, let height, let fill):
      canvas.set(fill.rawValue)
      cairo_rectangle(
        cairo, units(corner.x), units(corner.y), units(width), units(height))
      cairo_fill(cairo)
    case .area(let points, let fill):
      canvas.set(fill.rawValue)
      trace(points, cairo)
      cairo_close_path(cairo)
      cairo_fill(cairo)
    case .line(let points, let stroke):
      canvas.set(stroke.color.rawValue)
      cairo_set_line_width(cairo, units(stroke.width))
      let dashes = stroke.dashes.map(units)
      cairo_set_dash(cairo, dashes, Int32(dashes.count), 0)
      trace(points, cairo)
      cairo_stroke(cairo)
      cairo_set_dash(cairo, nil, 0, 0)
    case .text(let text, let point, let size, let anchor):
      draw(text, point, size: size, anchor, cairo)
    }
  }

  private func draw(
    _ text: String, _ point: ChartDrawing.Point, size: Int, _ anchor: ChartDrawing.Anchor,
    _ cairo: OpaquePointer
  ) {
    let font = PrintFont(face: .song, size: size / 10)
    let width = canvas.text.width(of: text, font)
    let left =
      switch anchor {
      case .start: 0
      case .middle: width / 2
      case .end: width
      }
    canvas.set(ChartColor.ink.rawValue)
    canvas.text.drawOnBaseline(
      text, font, x: point.x * 1024 / 100 - left, y: point.y * 1024 / 100, on: cairo)
  }

  private func trace(_ points: [ChartDrawing.Point], _ cairo: OpaquePointer) {
    // Text leaves a point behind, from which a line would go on.
    cairo_new_path(cairo)
    for point in points { cairo_line_to(cairo, units(point.x), units(point.y)) }
  }

  private func units(_ hundredths: Int) -> Double { Double(hundredths) / 100 }
}
