import ArgumentParser
import CensusAPI
import CensusDomain
import CensusPapers
import CensusReports

/// `hazcensus report issue`.
struct ReportIssue: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "issue",
    abstract: "Make a numbered paper: weekly, monthly, sheets. 出具有编号的报表。",
    discussion: """
      KIND is one of completion, cost, weekly, monthly, problems, quality, target, monitoring, evaluation.
      The paper is kept under its number with all its figures, so that it can be written again in any
      format, each figure traced to its records, and the whole verified later. --draft keeps nothing.

        hazcensus report issue weekly --as-of 2021-10-29 --head 王主任 --output 周报.xlsx --output 周报.pdf
        hazcensus report issue evaluation --project natural-disaster-risk-census --output 自评.xlsx

      The ending of --output decides the format: .xlsx, .pdf, .html, .csv, .json. Office lines that are not
      given are those of the last paper; the day stays blank to be filled in by hand.
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var place: CentralOptions
  @OptionGroup var office: OfficeOptions
  @OptionGroup var files: PaperFileOptions

  @Argument(help: "Which report. 报表种类。")
  var kind: PaperKind

  @Option(
    help: ArgumentHelp(
      "The day whose end is reported; default today. 截止日期。", valueName: "YYYY-MM-DD"))
  var asOf: CivilDate?

  @Option(help: "The project of a performance sheet; see project list. 绩效项目代码。")
  var project: String?

  @Option(help: "The quality sample; default the newest. 抽样批次号。")
  var draw: Int?

  @Flag(help: "Look first: no number, nothing is kept. 只出草稿，不编号。")
  var draft = false

  func run() async throws {
    try files.check()
    let request = PaperRequest(
      kind: kind, asOf: asOf, office: office.office, isDraft: draft, project: project, draw: draw)
    let document = try await Operations.makePaper.call(request, at: try place.access(global))
    if let number = document.number {
      Console.say(
        LocalizedText(zh: "报表编号：\(number)", en: "The report's number: \(number)"),
        global.language)
    }
    try files.write(document, global)
  }
}

extension PaperKind: ExpressibleByArgument {}
