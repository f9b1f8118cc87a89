import ArgumentParser
import CensusAPI
import CensusDomain
import CensusReports

/// `hazcensus project`: budget projects with their performance sheets.
struct ProjectCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "project", abstract: "Budget projects and their targets. 预算项目与绩效目标。",
    discussion:
      "A project is a file; see SampleData/performance. 项目以文件描述，样例见 SampleData/performance。",
    subcommands: [ProjectAdd.self, ProjectListCommand.self])

  static func print(_ list: ProjectList, format: OutputFormat, language: Language) throws {
    let listing = Listing<ProjectList.Item>(columns: [
      .init("id", LocalizedText(zh: "代号", en: "id")) { $0.id },
      .init("year", LocalizedText(zh: "年度", en: "year")) { String($0.year) },
      .init("version", LocalizedText(zh: "版次", en: "version")) { String($0.version) },
      .init("name", LocalizedText(zh: "名称", en: "name")) { $0.name },
      .init("budgetYuan", LocalizedText(zh: "预算（元）", en: "budget (yuan)"), alignment: .trailing) {
        $0.budgetFen.yuan
      },
      .init("indicators", LocalizedText(zh: "指标数", en: "indicators"), alignment: .trailing) {
        String($0.indicators)
      },
      .init("addedAt", LocalizedText(zh: "添加时间", en: "added")) { $0.addedAt },
    ])
    try listing.print(list.projects, format: format, language: language)
  }
}
