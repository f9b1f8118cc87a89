import CXlsxWriter
import CensusDomain
import CensusReports
import CensusSheets

/// A chart as spreadsheet programs draw it, over the values of another sheet.
///
/// A target of bars is a dashed frame over each bar, because such a chart has no line across its bars.
struct NativeChart {
  /// The chart, which its workbook owns.
  let chart: UnsafeMutablePointer<lxw_chart>

  init(
    _ chart: PaperChart, over ranges: ChartRanges, in file: XlsxFile, _ language: Language
  ) throws(CensusError) {
    self.chart = try file.addChart(chart.shape == .bars ? LXW_CHART_BAR : LXW_CHART_LINE)
    let looks = ChartStyle.all(chart)
    for (index, look) in looks.enumerated() {
      let series = try add(ranges, column: index + 1)
      if chart.shape == .lines {
        NativeChart.set(series, look.stroke)
      } else {
        var fill = lxw_chart_fill()
        fill.color = look.color.rawValue
        chart_series_set_fill(series, &fill)
      }
    }
    if chart.mark != nil {
      let series = try add(ranges, column: looks.count + 1)
      NativeChart.set(series, ChartStyle.mark)
      if chart.shape == .bars {
        var fill = lxw_chart_fill()
        fill.none = 1
        chart_series_set_fill(series, &fill)
      }
    }
    layOut(chart, language)
  }

  private func layOut(_ shown: PaperChart, _ language: Language) {
    chart_title_set_name(chart, SheetText.prepared(PaperText.shown(shown.title[language])))
    var font = lxw_chart_font()
    let strings = CStrings()
    font.name = strings.copy("宋体")
    font.size = 12
    font.bold = 1
    chart_title_set_name_font(chart, &font)
    chart_legend_set_position(chart, UInt8(LXW_CHART_LEGEND_BOTTOM.rawValue))
    chart_show_blanks_as(chart, UInt8(LXW_CHART_BLANKS_AS_GAP.rawValue))
    let axis = shown.shape == .bars ? chart.pointee.x_axis : chart.pointee.y_axis
    chart_axis_set_num_format(axis, shown.unit == .basisPoints ? "0%" : "#,##0")
    guard shown.shape == .bars else {
      let interval = max(1, shown.labels.count / NativeChart.mostLabels)
      chart_axis_set_interval_unit(chart.pointee.x_axis, UInt16(clamping: interval))
      return
    }
    // Bars lie, so the labels are on the vertical axis; the first stands on top, as in the table, and the values
    // stay below.
    chart_axis_set_reverse(chart.pointee.y_axis)
    chart_axis_set_crossing_max(chart.pointee.y_axis)
    if shown.mark != nil, shown.series.count == 1 { chart_set_series_overlap(chart, 100) }
    chart_set_series_gap(chart, 60)
  }

  private func add(
    _ ranges: ChartRanges, column: Int
  ) throws(CensusError) -> UnsafeMutablePointer<lxw_chart_series> {
    guard let series = chart_add_series(chart, ranges.values(0), ranges.values(column)) else {
      throw CensusError(
        .software, zh: "工作簿中的图没有画成。", en: "A chart of the workbook was not made.")
    }
    chart_series_set_name(series, ranges.heading(column))
    return series
  }

  /// How many labels stand side by side below lines.
  private static let mostLabels = 12

  private static func set(
    _ series: UnsafeMutablePointer<lxw_chart_series>, _ stroke: ChartDrawing.Stroke
  ) {
    var line = lxw_chart_line()
    line.color = stroke.color.rawValue
    line.width = Float(stroke.width) / 100
    let dash = stroke.dashes.isEmpty ? LXW_CHART_LINE_DASH_SOLID : LXW_CHART_LINE_DASH_DASH
    line.dash_type = UInt8(dash.rawValue)
    chart_series_set_line(series, &line)
  }
}
