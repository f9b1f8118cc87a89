import CXlsxWriter
import CensusDomain
import CensusReports
import CensusSheets

/// The sheet that holds what the charts of a workbook show.
final class ChartData {
  private let file: XlsxFile
  private let styles: WorkbookStyles
  private let language: Language
  private let name: String
  private let sheet: XlsxFile.Sheet
  private var row = 0

  init(
    name: String, in file: XlsxFile, _ styles: WorkbookStyles, _ language: Language
  ) throws(CensusError) {
    self.file = file
    self.styles = styles
    self.language = language
    self.name = SheetName.quoted(name)
    sheet = try file.addSheet(name)
    try file.check(worksheet_set_column(sheet, 0, 0, 24, nil))
    try file.check(worksheet_set_column(sheet, 1, 20, 16, nil))
    worksheet_set_landscape(sheet)
    worksheet_fit_to_pages(sheet, 1, 0)
  }

  /// Writes a chart's title, headings and values below what is there, and says where they stand.
  func write(_ chart: PaperChart) throws(CensusError) -> ChartRanges {
    let marks = chart.mark.map { [(name: $0.name, value: $0.value)] } ?? []
    try text(chart.title, row, 0, styles.format(.init(part: .heading)))
    let label = LocalizedText(zh: "标签", en: "Label")
    let heading = try styles.format(.init(part: .cell(.heading), alignment: .center))
    let names = [label] + chart.series.map(\.name) + marks.map(\.name)
    for (column, name) in names.enumerated() { try text(name, row + 1, column, heading) }
    let first = row + 2
    let word = try styles.format(.init(part: .cell(.label)))
    for (index, label) in chart.labels.enumerated() {
      try text(label, first + index, 0, word)
      let values = chart.series.map { $0.values[index] } + marks.map(\.value)
      for (column, value) in values.enumerated() {
        try number(value, chart.unit, first + index, column + 1)
      }
    }
    row = first + chart.labels.count + 1
    return ChartRanges(sheet: name, first: first, last: first + chart.labels.count - 1)
  }

  private func text(
    _ text: LocalizedText, _ row: Int, _ column: Int, _ format: XlsxFile.Format
  ) throws(CensusError) {
    let prepared = SheetText.prepared(PaperText.shown(text[language]))
    try file.check(
      worksheet_write_string(sheet, lxw_row_t(row), lxw_col_t(column), prepared, format))
  }

  private func number(
    _ value: Int64?, _ unit: PaperChart.Unit, _ row: Int, _ column: Int
  ) throws(CensusError) {
    let number = value.flatMap { SheetNumber(ChartData.value($0, unit)) }
    let format = try styles.format(
      .init(
        part: .cell(.plain), alignment: .trailing, numberFormat: number?.format ?? "General"))
    let (line, place) = (lxw_row_t(row), lxw_col_t(column))
    // A blank cell is a gap in a line.
    try file.check(
      number.map { worksheet_write_number(sheet, line, place, $0.value, format) }
        ?? worksheet_write_blank(sheet, line, place, format))
  }

  private static func value(_ value: Int64, _ unit: PaperChart.Unit) -> PaperValue {
    switch unit {
    case .basisPoints: .rate(numerator: value, denominator: 10_000, places: 2)
    case .fen: .money(Fen(value), .yuan)
    case .count: .count(Int(value))
    }
  }
}
