import CensusDomain
import CensusReports

/// Lines over days: what was reached, what was planned, what is expected and between which bounds.
struct LineChart {
  private let chart: PaperChart
  private let language: Language
  private let scale: ChartScale
  private let unit: ChartUnit
  private let styles: [ChartStyle]

  private static let top = 2600
  private static let plotHeight = 22_000
  private static let right = 3000
  /// Labels that would touch each other are left out.
  private static let labelGap = 1200

  init(_ chart: PaperChart, _ language: Language) {
    self.chart = chart
    self.language = language
    scale = ChartScale(
      chart.series.flatMap(\.values).compactMap { $0 } + [chart.mark?.value ?? 0])
    unit = ChartUnit(chart, scale, language)
    styles = ChartStyle.all(chart)
  }

  var drawing: ChartDrawing {
    var drawing = ChartDrawing(
      title: PaperText.shown(chart.title[language]), width: ChartDrawing.standardWidth)
    let ticks = scale.ticks.map(unit.tick)
    let left = max(4000, (ticks.map(DisplayWidth.of).max() ?? 0) * ChartDrawing.letter + 1000)
    let plot = Plot(
      left: left, span: drawing.width - left - LineChart.right, count: chart.labels.count,
      scale: scale)
    drawGrid(&drawing, plot, ticks)
    drawBand(&drawing, plot)
    drawMark(&drawing, plot)
    for (series, style) in zip(chart.series, styles) where !isInBand(series.role) {
      drawLine(&drawing, plot, series.values, style)
    }
    drawLabels(&drawing, plot)
    ChartLegend(legend).draw(in: &drawing, left: left, top: Plot.bottom + 2600)
    return drawing
  }

  /// Where labels and values lie.
  private struct Plot {
    let left: Int
    let span: Int
    let count: Int
    let scale: ChartScale

    static let bottom = LineChart.top + LineChart.plotHeight

    func x(_ label: Int) -> Int {
      count < 2 ? left + span / 2 : left + label * span / (count - 1)
    }

    func y(_ value: Int64) -> Int {
      Plot.bottom - scale.position(value, of: LineChart.plotHeight)
    }

    func point(_ label: Int, _ value: Int64) -> ChartDrawing.Point {
      .init(x: x(label), y: y(value))
    }
  }

  private var bounds: (lower: PaperChart.Series, upper: PaperChart.Series)? {
    guard let lower = chart.series.first(where: { $0.role == .lowerBound }),
      let upper = chart.series.first(where: { $0.role == .upperBound })
    else { return nil }
    return (lower, upper)
  }

  private func isInBand(_ role: PaperChart.Series.Role) -> Bool {
    bounds != nil && (role == .lowerBound || role == .upperBound)
  }

  private var legend: [ChartLegend.Entry] {
    var entries = zip(chart.series, styles).filter { !isInBand($0.0.role) }.map {
      ChartLegend.Entry(sign: .line($1.stroke), name: PaperText.shown($0.name[language]))
    }
    if let bounds {
      let name = bounds.lower.name[language] + " – " + bounds.upper.name[language]
      entries.append(.init(sign: .box(.band), name: PaperText.shown(name)))
    }
    if let mark = chart.mark {
      entries.append(
        .init(sign: .line(ChartStyle.mark), name: PaperText.shown(mark.name[language])))
    }
    return entries
  }

  private func drawGrid(_ drawing: inout ChartDrawing, _ plot: Plot, _ ticks: [String]) {
    for (value, text) in zip(scale.ticks, ticks) {
      let y = plot.y(value)
      drawing.items.append(
        .line(
          [.init(x: plot.left, y: y), .init(x: plot.left + plot.span, y: y)],
          .init(color: value == 0 ? .axis : .grid, width: 60)))
      drawing.items.append(
        .text(text, .init(x: plot.left - 600, y: y + 350), size: ChartDrawing.scaleSize, .end))
    }
    guard let caption = unit.caption else { return }
    drawing.items.append(
      .text(
        caption, .init(x: plot.left - 600, y: LineChart.top - 1200), size: ChartDrawing.scaleSize,
        .end))
  }

  /// The band between the bounds, in one piece for each run of labels that have both.
  private func drawBand(_ drawing: inout ChartDrawing, _ plot: Plot) {
    guard let bounds else { return }
    var (lower, upper): ([ChartDrawing.Point], [ChartDrawing.Point]) = ([], [])
    func close() {
      if lower.count > 1 { drawing.items.append(.area(upper + lower.reversed(), fill: .band)) }
      (lower, upper) = ([], [])
    }
    for label in chart.labels.indices {
      if let low = bounds.lower.values[label], let high = bounds.upper.values[label] {
        lower.append(plot.point(label, low))
        upper.append(plot.point(label, high))
      } else {
        close()
      }
    }
    close()
  }

  /// The line of a series, broken where there is no value; a value that stands alone is a dot.
  private func drawLine(
    _ drawing: inout ChartDrawing, _ plot: Plot, _ values: [Int64?], _ style: ChartStyle
  ) {
    var run: [ChartDrawing.Point] = []
    func close() {
      if run.count > 1 {
        drawing.items.append(.line(run, style.stroke))
      } else if let point = run.first {
        drawing.items.append(
          .box(
            .init(x: point.x - 250, y: point.y - 250), width: 500, height: 500, fill: style.color))
      }
      run = []
    }
    for (label, value) in values.enumerated() {
      if let value { run.append(plot.point(label, value)) } else { close() }
    }
    close()
  }

  private func drawMark(_ drawing: inout ChartDrawing, _ plot: Plot) {
    guard let mark = chart.mark else { return }
    let y = plot.y(mark.value)
    drawing.items.append(
      .line([.init(x: plot.left, y: y), .init(x: plot.left + plot.span, y: y)], ChartStyle.mark))
  }

  private func drawLabels(_ drawing: inout ChartDrawing, _ plot: Plot) {
    let labels = chart.labels.map { PaperText.shown($0[language]) }
    var free = Int.min
    for (index, label) in labels.enumerated() {
      let half = DisplayWidth.of(label) * ChartDrawing.letter / 2
      guard plot.x(index) - half >= free else { continue }
      free = plot.x(index) + half + LineChart.labelGap
      drawing.items.append(
        .line(
          [.init(x: plot.x(index), y: Plot.bottom), .init(x: plot.x(index), y: Plot.bottom + 300)],
          .init(color: .axis, width: 60)))
      drawing.items.append(
        .text(
          label, .init(x: plot.x(index), y: Plot.bottom + 1500), size: ChartDrawing.scaleSize,
          .middle))
    }
  }
}
