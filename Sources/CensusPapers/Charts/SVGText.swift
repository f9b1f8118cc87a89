import CensusDomain

/// A drawing as SVG, for pages and as a file of its own.
///
/// Styles stand in attributes of fixed words, so that no style sheet is needed and data stand only between tags.
struct SVGText {
  private let drawing: ChartDrawing
  private let language: Language

  init(_ drawing: ChartDrawing, _ language: Language) {
    self.drawing = drawing
    self.language = language
  }

  var text: String {
    let (width, height) = (SVGText.decimal(drawing.width), SVGText.decimal(drawing.height))
    let tag = language == .zh ? "zh-CN" : "en"
    var lines = [
      """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(width) \(height)" role="img" lang="\(tag)" \
      font-family="\(SVGText.fonts)" fill="\(ChartColor.ink.hex)">
      """,
      "<title>\(SVGText.escaped(drawing.title))</title>",
    ]
    lines += drawing.items.map(element)
    lines.append("</svg>")
    return lines.joined(separator: "\n")
  }

  private func element(_ item: ChartDrawing.Item) -> String {
    switch item {
    case .box(let corner, let width, let height, let fill):
      """
      <rect x="\(SVGText.decimal(corner.x))" y="\(SVGText.decimal(corner.y))" \
      width="\(SVGText.decimal(width))" height="\(SVGText.decimal(height))" fill="\(fill.hex)"/>
      """
    case .area(let points, let fill):
      "<path d=\"\(path(points))Z\" fill=\"\(fill.hex)\"/>"
    case .line(let points, let stroke):
      """
      <path d="\(path(points))" fill="none" stroke="\(stroke.color.hex)" \
      stroke-width="\(SVGText.decimal(stroke.width))"\(dashes(stroke))/>
      """
    case .text(let text, let point, let size, let anchor):
      """
      <text x="\(SVGText.decimal(point.x))" y="\(SVGText.decimal(point.y))" \
      font-size="\(SVGText.decimal(size))"\(SVGText.anchor(anchor))>\(SVGText.escaped(text))</text>
      """
    }
  }

  private func path(_ points: [ChartDrawing.Point]) -> String {
    points.enumerated().map { index, point in
      "\(index == 0 ? "M" : "L")\(SVGText.decimal(point.x)) \(SVGText.decimal(point.y))"
    }.joined()
  }

  private func dashes(_ stroke: ChartDrawing.Stroke) -> String {
    guard !stroke.dashes.isEmpty else { return "" }
    return " stroke-dasharray=\"" + stroke.dashes.map(SVGText.decimal).joined(separator: " ") + "\""
  }

  private static let fonts = "SimSun, 'Noto Serif CJK SC', 'Noto Serif SC', 'Songti SC', serif"

  private static func anchor(_ anchor: ChartDrawing.Anchor) -> String {
    switch anchor {
    case .start: ""
    case .middle: " text-anchor=\"middle\""
    case .end: " text-anchor=\"end\""
    }
  }

  /// Hundredths as a decimal without zeros at its end.
  static func decimal(_ hundredths: Int) -> String {
    let (whole, rest) = hundredths.magnitude.quotientAndRemainder(dividingBy: 100)
    let sign = hundredths < 0 ? "-" : ""
    guard rest > 0 else { return "\(sign)\(whole)" }
    let digits = rest < 10 ? "0\(rest)" : rest.isMultiple(of: 10) ? "\(rest / 10)" : "\(rest)"
    return "\(sign)\(whole).\(digits)"
  }

  /// Text as XML holds it, scalar by scalar, so that a combining mark hides nothing.
  private static func escaped(_ text: String) -> String {
    var escaped = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;".unicodeScalars
      case "<": escaped += "&lt;".unicodeScalars
      case ">": escaped += "&gt;".unicodeScalars
      // Not characters of XML (XML 1.0, 2.2).
      case "\u{FFFE}", "\u{FFFF}": escaped.append("\u{FFFD}")
      default: escaped.append(scalar)
      }
    }
    return String(escaped)
  }
}
