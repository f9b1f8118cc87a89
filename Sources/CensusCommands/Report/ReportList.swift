import ArgumentParser
import CensusAPI
import CensusDomain

/// `hazcensus report list`.
struct ReportList: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the papers that were issued. 列出已出的报表。")

  @OptionGroup var global: GlobalOptions
  @OptionGroup var place: CentralOptions
  @OptionGroup var output: FormatOptions

  @Option(help: "Only this kind. 只列这一种。")
  var kind: PaperKind?

  func run() async throws {
    let list = try await Operations.listPapers.call(
      PaperQuery(kind: kind), at: try place.access(global))
    let listing = Listing<PaperList.Item>(columns: [
      .init("number", LocalizedText(zh: "编号", en: "number")) { $0.number },
      .init("kind", LocalizedText(zh: "种类", en: "kind")) { $0.kind.rawValue },
      .init("asOf", LocalizedText(zh: "截止", en: "as of")) { $0.asOf.description },
      .init("issuedAt", LocalizedText(zh: "出具时间", en: "issued at")) { $0.issuedAt },
      .init("author", LocalizedText(zh: "出具人", en: "by")) { $0.author },
    ])
    try listing.print(list.papers, format: output.format, language: global.language)
  }
}
