import ArgumentParser
import CensusAPI
import CensusDomain
import CensusJSON

/// `hazcensus review show`.
struct ReviewShow: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show an entry at the central. 查看一条记录。")

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: FormatOptions
  @OptionGroup var place: CentralOptions

  @Argument(help: "The entry. 记录编号。")
  var entry: UniqueID

  func run() async throws {
    let detail = try await Operations.showEntry.call(
      EntryReference(entry: entry), at: try place.access(global))
    let record = try JSONValue.parse(detail.record)
    var rows: [(LocalizedText, String)] = [
      (LocalizedText(zh: "对象", en: "object"), detail.summary.objectCode),
      (LocalizedText(zh: "状态", en: "standing"), detail.summary.standing.rawValue),
      (LocalizedText(zh: "调查员", en: "surveyor"), detail.summary.author),
    ]
    if case .object(let content)? = record[member: "content"] {
      for member in content {
        rows.append(
          (LocalizedText(verbatim: member.name), member.value.string ?? member.value.encoded))
      }
    }
    for rival in detail.rivals {
      rows.append(
        (
          LocalizedText(zh: "抵触 \(rival.entry)", en: "contradicts \(rival.entry)"),
          "\(rival.author) \(rival.message[global.language])"
        ))
    }
    for review in detail.reviews {
      rows.append(
        (
          LocalizedText(zh: "审核 \(review.reviewer)", en: "review \(review.reviewer)"),
          "\(review.level.rawValue) \(review.verdict.rawValue) \(review.comment)"
        ))
    }
    try Particulars.print(detail, rows, format: output.format, language: global.language)
  }
}
