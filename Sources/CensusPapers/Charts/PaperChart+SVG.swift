import CensusDomain
import CensusReports

extension PaperChart {
  /// The chart as shapes; nil where it has no labels, so that there is nothing to be seen.
  func drawing(_ language: Language) -> ChartDrawing? {
    guard !labels.isEmpty, !series.isEmpty else { return nil }
    return switch shape {
    case .bars: BarChart(self, language).drawing
    case .lines: LineChart(self, language).drawing
    }
  }

  /// The chart as an SVG file of its own, 720 units wide; a chart without labels is an empty picture.
  ///
  /// Equal charts give equal text on every machine.
  public func svg(_ language: Language) -> String {
    let empty = ChartDrawing(
      title: PaperText.shown(title[language]), width: ChartDrawing.standardWidth, height: 100)
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      + SVGText(drawing(language) ?? empty, language).text + "\n"
  }
}
