import CensusDomain
import CensusFiles
import CensusReports
import CensusSheets

/// A paper as a workbook: a sheet for each section, and one for what its charts show.
struct PaperWorkbook {
  private let paper: Paper
  private let frame: PaperFrame

  init(_ paper: Paper, _ frame: PaperFrame) {
    self.paper = paper
    self.frame = frame
  }

  /// - Throws: ``CensusError``: `software` where a formula does not give its cell's value, or of the disk, on which
  ///   libxlsxwriter puts the workbook together.
  func bytes() throws(CensusError) -> [UInt8] {
    let folder = try TemporaryFolder()
    let path = folder.place("paper.xlsx")
    let file = try XlsxFile(path: path, title: frame.title, isStreaming: false)
    try file.describe(
      title: frame.title, made: paper.snapshot.moment, properties: [PaperMark.name: frame.mark.text]
    )
    try write(to: file)
    try file.finish()
    return try WholeFile.read(path) ?? []
  }

  private func write(to file: XlsxFile) throws(CensusError) {
    let styles = WorkbookStyles(file)
    let language = frame.language
    var names = SheetNames()
    var pending: [(sheet: PaperSheet, charts: [PaperChart], room: SheetRoom)] = []
    for (index, section) in paper.sections.enumerated() {
      let name = names.take(PaperText.shown(section.title[language]))
      let sheet = try PaperSheet(section, name: name, in: file, styles, frame)
      let isLast = index == paper.sections.count - 1
      let room = try sheet.write(notes: isLast ? frame.notes : [])
      let charts = section.charts.filter { !$0.labels.isEmpty && !$0.series.isEmpty }
      if !charts.isEmpty { pending.append((sheet, charts, room)) }
    }
    guard !pending.isEmpty else { return }
    let name = names.take(language == .zh ? "图表数据" : "Chart data")
    let data = try ChartData(name: name, in: file, styles, language)
    for (sheet, charts, room) in pending {
      var made: [(PaperChart, NativeChart)] = []
      for chart in charts {
        made.append((chart, try NativeChart(chart, over: data.write(chart), in: file, language)))
      }
      try sheet.insert(made, into: room)
    }
  }
}

/// The names of a workbook's sheets, of which no two are the same; case does not count.
private struct SheetNames {
  private var taken: Set<String> = []

  /// The nearest name to a wish that is free.
  mutating func take(_ wish: String) -> String {
    var name = SheetName.valid(wish)
    var turn = 1
    while !taken.insert(name.lowercased()).inserted {
      turn += 1
      name = SheetName.valid(String(wish.prefix(24)) + " (\(turn))")
    }
    return name
  }
}
