import ArgumentParser
import CensusDomain
import CensusHub
import CensusReports

/// `hazcensus central recount`: recounts completion from the entries and compares.
struct CentralRecount: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "recount", abstract: "Recount completion from the entries and compare. 重新计数核对。",
    discussion: """
      Completion counts are kept as entries arrive. This counts them anew from every entry and ends with
      status 65 where the two differ.
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: FormatOptions

  func run() throws {
    let hub = try Stores.central(try global.folder())
    let differences = try hub.recount()
    if output.format != .table || !differences.isEmpty {
      try CentralRecount.print(
        differences.map(DifferenceRow.init), format: output.format, language: global.language)
    }
    guard differences.isEmpty else {
      throw CensusError(
        .invalidData, zh: "维护的计数与重新计数有 \(differences.count) 处不同。",
        en: "The kept counts differ from the recount in \(differences.count) places.",
        remedy: LocalizedText(
          zh: "先备份文件夹，再联系维护人员。", en: "Back the folder up and ask for help."))
    }
    Console.say(
      LocalizedText(zh: "计数与逐条重新计数一致。", en: "The counts agree with a recount of every entry."),
      global.language)
  }

  private static func print(
    _ rows: [DifferenceRow], format: OutputFormat, language: Language
  ) throws {
    guard format != .json else {
      return Console.data(
        try JSONOutput.encode(RecountDocument(agrees: rows.isEmpty, differences: rows)))
    }
    let listing = Listing<DifferenceRow>(columns: [
      .init("hazard", LocalizedText(zh: "灾种", en: "hazard")) { $0.hazard.name[language] },
      .init("town", LocalizedText(zh: "乡镇", en: "township")) { $0.town },
      .init("surveyor", LocalizedText(zh: "调查员", en: "surveyor")) { $0.surveyor },
      .init("stage", LocalizedText(zh: "阶段", en: "stage")) { $0.stage },
      .init("kept", LocalizedText(zh: "维护的计数", en: "kept"), alignment: .trailing) {
        String($0.kept)
      },
      .init("counted", LocalizedText(zh: "重新计数", en: "counted"), alignment: .trailing) {
        String($0.counted)
      },
    ])
    try listing.print(rows, format: format, language: language)
  }
}

/// What a recount found.
private struct RecountDocument: Encodable {
  let agrees: Bool
  let differences: [DifferenceRow]
}

/// A count that differs.
private struct DifferenceRow: Encodable {
  let hazard: Hazard
  let town: String
  let surveyor: String
  let stage: String
  let kept: Int
  let counted: Int

  init(_ difference: CountDifference) {
    hazard = difference.cell.hazard
    town = difference.cell.town
    surveyor = difference.cell.surveyor
    stage = difference.cell.stage.code
    kept = difference.kept
    counted = difference.cell.count
  }
}
