import ArgumentParser
import CensusDomain
import CensusPlace
import CensusReports
import CensusStore

/// `hazcensus place town`: what a township's code means in each edition.
struct PlaceTown: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "town", abstract: "What a township's code means in each edition. 乡级代码的含义。",
    discussion: """
      Shows, edition by edition, which town has the code, and which code the town has that is meant in one
      edition: this device's, or --edition. 130205102 was 郑庄子镇 until 2021 and is 越河镇 in 2022, whose code
      had been 130205105.

        hazcensus place town 130205102
        hazcensus place town 130205102 --edition 2022-10-31
      显示代码在各版本中指哪个乡镇，以及同一乡镇在其他版本中的代码。
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: FormatOptions

  @Argument(help: "The township's code, nine digits. 9 位乡级代码。")
  var code: String

  @Option(help: "The edition in which the code is meant. 代码所属的版本。")
  var edition: String?

  func run() throws {
    var table = try RegionTable.read(folder: (try? global.folder()) ?? "")
    if let edition {
      table = try RegionTable(table.editions, edition: edition, fileName: table.fileName)
    }
    let rows = table.editions.editions.map { TownRow(code, edition: $0, of: table) }
    guard rows.contains(where: { $0.name != nil }) else {
      throw CensusError(
        .notFound, zh: "代码 \(code) 在代码表的任何版本中都没有。",
        en: "No edition of the table has the code \(code).",
        remedy: LocalizedText(
          zh: "核对 9 位代码；其他市的代码表用 hazcensus place regions --table 指定。",
          en: """
            Check its nine digits; choose another city's table with hazcensus place regions --table.
            """))
    }
    let listing = Listing<TownRow>(columns: [
      .init("edition", LocalizedText(zh: "版本", en: "edition")) { $0.edition },
      .init("name", LocalizedText(zh: "代码 \(code) 指", en: "\(code) is")) { $0.name ?? "" },
      .init("county", LocalizedText(zh: "县级", en: "county")) { $0.county ?? "" },
      .init(
        "sameTown",
        LocalizedText(
          zh: "\(table.edition) 版所指乡镇的代码", en: "the town meant in \(table.edition) is")
      ) { row in row.sameTown.map { "\($0.code) \($0.name)" }.joined(separator: "; ") },
    ])
    try listing.print(rows, format: output.format, language: global.language)
  }
}

/// What a code means in one edition, and where the town is that it means in another.
struct TownRow: Encodable {
  /// A town with its code.
  struct Town: Encodable {
    let code, name: String

    init(_ town: RegionName) {
      code = town.code.digits
      name = town.name
    }
  }

  let edition: String
  /// The town that has the code in the edition; nil where none has.
  let name: String?
  let county: String?
  /// The towns of the edition that are known to be the one that is meant; none where it is lost.
  let sameTown: [Town]

  init(_ code: String, edition: String, of table: RegionTable) {
    self.edition = edition
    let town = table.editions.town(code, edition: edition)
    name = town?.name
    county = town?.countyName
    switch table.editions.moved(code, from: table.edition, to: edition) {
    case .stays(let town), .moved(let town): sameTown = [Town(town)]
    case .several(let towns): sameTown = towns.map(Town.init)
    case .lost, .unknown: sameTown = []
    }
  }

  private enum CodingKeys: String, CodingKey { case edition, name, county, sameTown }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(edition, forKey: .edition)
    try container.encode(name, forKey: .name)
    try container.encode(county, forKey: .county)
    try container.encode(sameTown, forKey: .sameTown)
  }
}
