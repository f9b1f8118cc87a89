import ArgumentParser
import CensusAPI
import CensusDomain
import CensusFiles
import CensusPlace
import CensusReports
import CensusStore

/// `hazcensus place regions`: which edition of the region codes this device goes by.
struct PlaceRegions: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "regions",
    abstract: "Show or choose the edition of the region codes. 区划代码版本。",
    discussion: """
      One code may mean different towns in different years. Township codes are judged by one edition of the
      table: 2021-10-31 of Tangshan's unless another is chosen. A code that the edition does not have is
      warned of when an entry becomes final or is imported, with what it means in others; it is never
      read as that.

        hazcensus place regions                                   what is chosen, and from what
        hazcensus place regions --edition 2022-10-31
        hazcensus place regions --table 承德.csv --edition 2021    another city's
        hazcensus place regions --built-in                        back to the program's own

      A table is CSV with the columns edition, code, name, county_code, county_name.
      同一代码在不同年份可能指不同乡镇，因此必须指明版本。
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: FormatOptions

  @Option(help: "The edition to go by. 采用的版本。")
  var edition: String?

  @Option(
    help: ArgumentHelp(
      "Another city's table; it is copied into the store. 其他市的代码表。", valueName: "file"))
  var table: String?

  @Flag(help: "Go back to the built-in table. 恢复内置代码表。")
  var builtIn = false

  func validate() throws {
    guard table == nil || !builtIn else {
      throw ValidationError("--table or --built-in, not both. --table 与 --built-in 不能同用。")
    }
    guard table == nil || edition != nil else {
      throw ValidationError("--table goes with --edition. --table 须同时给出 --edition。")
    }
  }

  func run() throws {
    let folder: String
    if edition != nil || table != nil || builtIn {
      folder = try PlaceFolder.device(global)
      try choose(folder)
    } else {
      folder = (try? global.folder()) ?? ""
    }
    try show(try RegionTable.read(folder: folder))
  }

  private func choose(_ folder: String) throws(CensusError) {
    // Settings that cannot be read are put right by choosing anew.
    let former = try? RegionSettings.read(folder: folder)
    var settings = RegionSettings.standard
    if let edition { settings.edition = edition }
    if let table {
      let bytes = try InputFile.read(table)
      _ = try RegionTable(try RegionEditions(csv: bytes, name: table), edition: settings.edition)
      settings.table = try PlaceRegions.keep(bytes, in: folder)
    } else if !builtIn, let name = former?.table {
      let path = folder + "/" + name
      _ = try RegionTable(
        try RegionEditions(csv: try InputFile.read(path), name: path), edition: settings.edition)
      settings.table = name
    } else {
      _ = try RegionTable.builtIn(edition: settings.edition)
    }
    try settings.write(folder: folder)
    if let unused = former?.table, unused != settings.table {
      _ = try WholeFile.remove(folder + "/" + unused)
    }
  }

  /// Copies a table under a name of its own: the settings in force go on meaning the table that they mean.
  private static func keep(_ bytes: [UInt8], in folder: String) throws(CensusError) -> String {
    var hasher = ContentHasher()
    hasher.update(bytes)
    let name = "regions-\(hasher.hash().description.prefix(12)).csv"
    try WholeFile.write(bytes, to: folder + "/" + name)
    return name
  }

  private func show(_ table: RegionTable) throws {
    let choices = EditionChoices(
      edition: table.edition, table: table.fileName, editions: table.editions.editions)
    let builtIn = LocalizedText(zh: "内置（唐山）", en: "built in (Tangshan)")
    try Particulars.print(
      choices,
      [
        (LocalizedText(zh: "采用的版本", en: "edition"), choices.edition),
        (LocalizedText(zh: "代码表", en: "table"), choices.table ?? builtIn[global.language]),
        (
          LocalizedText(zh: "可选版本", en: "editions"), choices.editions.joined(separator: "  ")
        ),
      ], format: output.format, language: global.language)
  }
}

/// What a device goes by, for programs.
private struct EditionChoices: Encodable {
  let edition: String
  /// The file of another city's table; null for the built-in one.
  let table: String?
  let editions: [String]

  private enum CodingKeys: String, CodingKey { case edition, table, editions }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(edition, forKey: .edition)
    try container.encode(table, forKey: .table)
    try container.encode(editions, forKey: .editions)
  }
}
