import CensusReports

/// The names of what a chart shows, in lines below it.
struct ChartLegend {
  enum Sign {
    case box(ChartColor)
    case line(ChartDrawing.Stroke)
  }

  struct Entry {
    var sign: Sign
    var name: String
  }

  private let entries: [Entry]
  private static let signWidth = 2400
  private static let lineHeight = 1700

  init(_ entries: [Entry]) { self.entries = entries }

  /// Draws the names from `top` on and makes the drawing so much higher.
  func draw(in drawing: inout ChartDrawing, left: Int, top: Int) {
    var (x, y) = (left, top)
    for entry in entries {
      let width =
        ChartLegend.signWidth + 600 + DisplayWidth.of(entry.name) * ChartDrawing.letter + 1800
      if x > left, x + width > drawing.width {
        x = left
        y += ChartLegend.lineHeight
      }
      switch entry.sign {
      case .box(let color):
        drawing.items.append(
          .box(.init(x: x + 700, y: y + 200), width: 1700, height: 1000, fill: color))
      case .line(let stroke):
        drawing.items.append(
          .line([.init(x: x, y: y + 700), .init(x: x + ChartLegend.signWidth, y: y + 700)], stroke))
      }
      drawing.items.append(
        .text(
          entry.name, .init(x: x + ChartLegend.signWidth + 600, y: y + 1100),
          size: ChartDrawing.scaleSize, .start))
      x += width
    }
    drawing.height = entries.isEmpty ? top : y + ChartLegend.lineHeight
  }
}
