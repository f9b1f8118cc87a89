import CensusDomain
import CensusReports

/// A horizontal bar for each label and series, and the line of a target.
struct BarChart {
  private let chart: PaperChart
  private let language: Language
  private let scale: ChartScale
  private let unit: ChartUnit
  private let styles: [ChartStyle]

  private static let top = 2600
  private static let bar = 1200
  private static let gap = 800
  private static let valueRoom = 9000
  private static let longestLabel = 40

  init(_ chart: PaperChart, _ language: Language) {
    self.chart = chart
    self.language = language
    var values = chart.series.flatMap(\.values).compactMap { $0 } + [chart.mark?.value ?? 0]
    // A completion is seen against the whole; a small share would hardly be seen then.
    if chart.unit == .basisPoints, let most = values.max(), most > 5000 { values.append(10_000) }
    scale = ChartScale(values)
    unit = ChartUnit(chart, scale, language)
    styles = ChartStyle.all(chart)
  }

  var drawing: ChartDrawing {
    var drawing = ChartDrawing(
      title: PaperText.shown(chart.title[language]), width: ChartDrawing.standardWidth)
    let labels = chart.labels.map { BarChart.short(PaperText.shown($0[language])) }
    let longest = labels.map(DisplayWidth.of).max() ?? 0
    let left = max(6000, longest * ChartDrawing.letter + 1000)
    let span = drawing.width - left - BarChart.valueRoom
    let pitch = chart.series.count * BarChart.bar + BarChart.gap
    let bottom = BarChart.top + chart.labels.count * pitch
    drawGrid(&drawing, left: left, span: span, bottom: bottom)
    let zero = left + scale.position(0, of: span)
    for (row, label) in labels.enumerated() {
      let top = BarChart.top + row * pitch + BarChart.gap / 2
      drawing.items.append(
        .text(
          label, .init(x: left - 600, y: top + (pitch - BarChart.gap) / 2 + 400),
          size: ChartDrawing.labelSize, .end))
      for (index, series) in chart.series.enumerated() {
        drawBar(
          &drawing, series.values[row], color: styles[index].color, zero: zero, left: left,
          span: span, top: top + index * BarChart.bar)
      }
    }
    drawing.items.append(
      .line([.init(x: zero, y: BarChart.top), .init(x: zero, y: bottom)], .init(color: .axis)))
    drawMark(&drawing, left: left, span: span, bottom: bottom)
    let legend =
      chart.series.count < 2
      ? []
      : zip(chart.series, styles).map {
        ChartLegend.Entry(sign: .box($1.color), name: PaperText.shown($0.name[language]))
      }
    ChartLegend(legend).draw(in: &drawing, left: left, top: bottom + 2200)
    return drawing
  }

  private func drawGrid(_ drawing: inout ChartDrawing, left: Int, span: Int, bottom: Int) {
    for tick in scale.ticks {
      let x = left + scale.position(tick, of: span)
      drawing.items.append(
        .line(
          [.init(x: x, y: BarChart.top), .init(x: x, y: bottom)], .init(color: .grid, width: 60)))
      drawing.items.append(
        .text(
          unit.tick(tick), .init(x: x, y: bottom + 1400), size: ChartDrawing.scaleSize, .middle))
    }
    guard let caption = unit.caption else { return }
    drawing.items.append(
      .text(
        caption, .init(x: left + span + 1500, y: bottom + 1400), size: ChartDrawing.scaleSize,
        .start))
  }

  private func drawBar(
    _ drawing: inout ChartDrawing, _ value: Int64?, color: ChartColor, zero: Int, left: Int,
    span: Int, top: Int
  ) {
    let end = value.map { left + scale.position($0, of: span) } ?? zero
    if end != zero {
      drawing.items.append(
        .box(
          .init(x: min(zero, end), y: top + 100), width: abs(end - zero),
          height: BarChart.bar - 200,
          fill: color))
    }
    // Beyond the frame nothing crosses the figure.
    drawing.items.append(
      .text(
        value.map(unit.text) ?? "—", .init(x: drawing.width - 200, y: top + BarChart.bar / 2 + 400),
        size: ChartDrawing.labelSize, .end))
  }

  private func drawMark(_ drawing: inout ChartDrawing, left: Int, span: Int, bottom: Int) {
    guard let mark = chart.mark else { return }
    let x = left + scale.position(mark.value, of: span)
    drawing.items.append(
      .line([.init(x: x, y: BarChart.top - 600), .init(x: x, y: bottom)], ChartStyle.mark))
    drawing.items.append(
      .text(
        PaperText.shown(mark.name[language]), .init(x: x, y: BarChart.top - 1000),
        size: ChartDrawing.scaleSize, .middle))
  }

  /// A label that leaves room for its bar; the table has it in full.
  private static func short(_ label: String) -> String {
    var text = label
    while DisplayWidth.of(text) > longestLabel { text.removeLast() }
    return text == label ? label : text + "…"
  }
}
