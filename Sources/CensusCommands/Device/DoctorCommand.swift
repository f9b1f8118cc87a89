import ArgumentParser
import CensusDomain
import CensusHub
import CensusStore

/// `hazcensus doctor`: proves a store, a device's or a central's.
struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor", abstract: "Prove the store: structure, hashes, audit chain. 检查存储。",
    discussion: "Ends with status 65 where something is not sound. 有问题时退出码为 65。")

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: FormatOptions

  func run() throws {
    let folder = try global.folder()
    let examinations =
      Stores.isCentral(folder)
      ? DoctorCommand.examinations(try Stores.central(folder).inspect())
      : try Stores.device(global).examine()
    let language = global.language
    let yes = LocalizedText(zh: "正常", en: "sound")
    let no = LocalizedText(zh: "有问题", en: "NOT SOUND")
    let listing = Listing<Examination>(columns: [
      .init("name", LocalizedText(zh: "检查", en: "check")) { $0.name },
      .init("isSound", LocalizedText(zh: "结果", en: "result")) {
        $0.isSound ? yes[language] : no[language]
      },
      .init("finding", LocalizedText(zh: "所见", en: "finding")) { $0.finding[language] },
    ])
    try listing.print(examinations, format: output.format, language: language)
    guard examinations.allSatisfy(\.isSound) else {
      throw CensusError(
        .invalidData, zh: "存储有问题。", en: "The store is not sound.",
        remedy: LocalizedText(
          zh: "先复制整个文件夹，再联系维护人员。",
          en: "Copy the whole folder before anything else, then ask for help."))
    }
  }

  private static func examinations(_ inspection: StoreInspection) -> [Examination] {
    let damaged = inspection.damagedRevisions.count
    let structure = inspection.database.isEmpty ? "ok" : inspection.database.joined(separator: "; ")
    return [
      Examination(
        name: "database", isSound: inspection.database.isEmpty,
        finding: LocalizedText(
          zh: "数据库结构检查：\(structure)", en: "Database structure: \(structure)")),
      Examination(
        name: "hashes", isSound: damaged == 0,
        finding: LocalizedText(
          zh: "摘要不符的修订 \(damaged) 份。", en: "\(damaged) revisions do not agree with their hashes.")),
      Examination(
        name: "audit", isSound: inspection.auditBreak == nil,
        finding: inspection.auditBreak.map {
          LocalizedText(zh: "日志链在第 \($0) 条断开。", en: "The audit chain breaks at entry \($0).")
        } ?? LocalizedText(zh: "日志链完整。", en: "The audit chain is whole.")),
      Examination(
        name: "counts", isSound: inspection.differences.isEmpty,
        finding: LocalizedText(
          zh: "与逐条重新计数不同 \(inspection.differences.count) 处。",
          en: "\(inspection.differences.count) differences to a recount of every entry.")),
    ]
  }
}
