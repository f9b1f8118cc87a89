import ArgumentParser
import CensusAPI
import CensusDomain
import CensusReports

/// `hazcensus report trace`.
struct ReportTrace: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trace",
    abstract: "List the records behind a figure. 列出一个数字背后的记录。",
    discussion: """
      A cell is written as it stands in the workbook: the table's name, an exclamation mark, column and row,
      in quotes because of the shell: 'hazards!C7'. The names are told by report show, above each table.
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var place: CentralOptions
  @OptionGroup var output: FormatOptions

  @Argument(help: "The paper's number. 报表编号。")
  var number: String

  @Argument(help: "The cell, such as hazards!C7. 单元格。")
  var cell: String

  @Option(help: "List at most so many records. 最多列出多少条。")
  var limit = 1000

  func validate() throws {
    guard limit > 0 else { throw ValidationError("--limit is above zero. --limit 须大于 0。") }
  }

  func run() async throws {
    let trace = try await Operations.traceFigure.call(
      FigureQuery(number: number, cell: cell, limit: limit), at: try place.access(global))
    let language = global.language
    switch output.format {
    case .json: return Console.data(try JSONOutput.encode(trace))
    case .csv:
      return Console.data(
        CSVWriter().write(header: trace.columns.map { $0[language] }, rows: trace.rows))
    case .table: break
    }
    Console.say(
      LocalizedText(
        zh: "\(trace.cell) = \(trace.value.zh)：\(trace.explanation.zh)",
        en: "\(trace.cell) = \(trace.value.en): \(trace.explanation.en)"), language)
    let table = TextTable(columns: trace.columns.map { .init($0) }, rows: trace.rows)
    Console.data(table.render(language: language))
    if trace.count > trace.rows.count {
      Console.say(
        LocalizedText(
          zh: "共 \(trace.count) 条，列出前 \(trace.rows.count) 条；用 --limit 列出更多。",
          en: "\(trace.count) records, the first \(trace.rows.count) listed; --limit lists more."),
        language)
    }
  }
}
