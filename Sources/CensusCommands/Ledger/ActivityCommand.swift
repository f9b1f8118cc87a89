import ArgumentParser
import CensusAPI
import CensusDomain
import CensusReports

/// `hazcensus activity`: publicity, training and satisfaction.
struct ActivityCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "activity", abstract: "Publicity, training, satisfaction answers. 宣传、培训、满意度。",
    subcommands: [ActivityAdd.self, ActivityListCommand.self, ActivityImport.self])

  static func print(_ list: ActivityList, format: OutputFormat, language: Language) throws {
    let listing = Listing<Activity>(columns: [
      .init("kind", LocalizedText(zh: "类别", en: "kind")) { $0.kind.rawValue },
      .init("date", LocalizedText(zh: "日期", en: "date")) { $0.date.description },
      .init("title", LocalizedText(zh: "名称", en: "title")) { $0.title },
      .init("organiser", LocalizedText(zh: "组织单位", en: "organiser")) { $0.organiser },
      .init("place", LocalizedText(zh: "地点", en: "place")) { $0.place },
      .init("townCode", LocalizedText(zh: "乡镇", en: "township")) { $0.townCode },
      .init("count", LocalizedText(zh: "人次", en: "people"), alignment: .trailing) {
        String($0.count)
      },
      .init("satisfied", LocalizedText(zh: "满意", en: "satisfied"), alignment: .trailing) {
        String($0.satisfied)
      },
      .init("valid", LocalizedText(zh: "有效", en: "valid"), alignment: .trailing) {
        String($0.valid)
      },
      .init("note", LocalizedText(zh: "备注", en: "note")) { $0.note },
    ])
    try listing.print(list.activities, format: format, language: language)
  }
}
