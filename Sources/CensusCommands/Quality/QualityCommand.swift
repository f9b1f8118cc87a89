import ArgumentParser
import CensusAPI
import CensusDomain
import CensusReports

/// `hazcensus qc`: quality samples, from the draw to the check table.
struct QualityCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "qc", abstract: "Quality check by sample. 质检核查：抽样、登记、核查表。",
    discussion: """
      A sample is drawn of what has passed the county's review: of each form in each township the share, at
      least one. Seed and frame decide it, so that anyone can draw it again (Docs/Quality.md).
      从已通过县级审核的对象中按“调查表×乡镇”分层抽样；任何人可凭种子和抽样框重抽核对。

        hazcensus qc draw                                 draw, and tell the seed 抽样
        hazcensus qc list 1 --format csv > sheet.csv      the list for the field 外业核查清单
        hazcensus qc record 1 --file sheet.csv            what was found 登记核查结果
        hazcensus qc report 1                             the check table 核查表
      """,
    subcommands: [
      QualityDraw.self, QualityList.self, QualityRecord.self, QualityReportCommand.self,
    ])

  /// How a share is written on the command line.
  static func share(_ text: String) throws(CensusError) -> SampleShare {
    guard let share = SampleShare(percent: text) else {
      throw CensusError(
        .usage, zh: "--share 不是百分比：“\(text)”。", en: "--share is no percentage: “\(text)”.",
        remedy: LocalizedText(
          zh: "写 0.01 至 100，最多两位小数，例如 10。",
          en: "Write 0.01 to 100 with at most two decimals, such as 10."))
    }
    return share
  }

  /// A share as people read it.
  static func percent(_ draw: SampleDraw) -> String {
    SampleShare(hundredths: draw.shareHundredths)?.percent ?? ""
  }

  /// A level as people read it.
  static func name(_ level: ReviewLevel) -> LocalizedText {
    level == .county ? LocalizedText(zh: "县级", en: "county") : LocalizedText(zh: "市级", en: "city")
  }
}
