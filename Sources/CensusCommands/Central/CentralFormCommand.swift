import ArgumentParser
import CensusAPI
import CensusDomain
import CensusReports

/// `hazcensus central form`: forms that the central gives to its devices.
struct CentralFormCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "form", abstract: "Add forms for all devices, and list them. 下发调查表。",
    subcommands: [CentralFormAdd.self, CentralFormList.self])
}

/// `hazcensus central form add`.
struct CentralFormAdd: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Add forms; every device gets them at its next sync. 添加调查表。",
    discussion: """
      Each file is checked as by `forms check`. A running central (--central) judges by it at once. The
      same file again changes nothing; a version that is in use is never replaced, so give a changed
      form the next version. Entries keep the version with which they were filled.
      设备下次同步时自动收到；内容有改动时请提高版本号。
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: FormatOptions
  @OptionGroup var place: CentralOptions

  @Argument(help: "The forms' files. 调查表文件。")
  var files: [String]

  func run() async throws {
    let central = try place.access(global)
    var list = FormList(forms: [])
    // All are read before the first is added.
    let texts = try files.map { path in
      (path: path, text: String(decoding: try InputFile.read(path), as: UTF8.self))
    }
    for (path, text) in texts {
      do {
        list = try await Operations.addForm.call(FormUpload(schema: text), at: central)
      } catch {
        throw CensusError(
          error.code,
          LocalizedText(zh: "\(path)：\(error.message.zh)", en: "\(path): \(error.message.en)"),
          remedy: error.remedy, cause: error.cause)
      }
    }
    try CentralFormList.print(list, format: output.format, language: global.language)
  }
}

/// `hazcensus central form list`.
struct CentralFormList: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the forms by which the central judges. 列出调查表。")

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: FormatOptions
  @OptionGroup var place: CentralOptions

  func run() async throws {
    let list = try await Operations.listForms.call(FormQuery(), at: try place.access(global))
    try CentralFormList.print(list, format: output.format, language: global.language)
  }

  static func print(_ list: FormList, format: OutputFormat, language: Language) throws {
    let listing = Listing<FormList.Item>(columns: [
      .init("code", LocalizedText(zh: "代码", en: "code")) { $0.code },
      .init("version", LocalizedText(zh: "版本", en: "version"), alignment: .trailing) {
        String($0.version)
      },
      .init("hazard", LocalizedText(zh: "灾种", en: "hazard")) { $0.hazard.name[language] },
      .init("title", LocalizedText(zh: "名称", en: "title")) { $0.title[language] },
      .init("addedAt", LocalizedText(zh: "添加于", en: "added")) { $0.addedAt ?? "" },
    ])
    try listing.print(list.forms, format: format, language: language)
  }
}
