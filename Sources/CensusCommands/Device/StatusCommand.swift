import ArgumentParser
import CensusDomain
import CensusReports
import CensusStore

/// `hazcensus status`: what is drafted, ready, sent, accepted, returned, and what to do next.
struct StatusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status", abstract: "What is where, and what to do next. 本机状态与下一步。")

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: FormatOptions

  func run() throws {
    let status = try Stores.device(global).status()
    func row(_ zh: String, _ en: String, _ value: Int) -> (LocalizedText, String) {
      (LocalizedText(zh: zh, en: en), String(value))
    }
    let never = LocalizedText(zh: "从未", en: "never")
    try Particulars.print(
      StatusDocument(status: status),
      [
        (LocalizedText(zh: "设备编号", en: "device"), status.device.description),
        (LocalizedText(zh: "调查员", en: "surveyor"), status.surveyor),
        row("草稿", "drafted", status.drafted), row("待发送", "ready", status.ready),
        row("已送达", "sent", status.sent), row("已通过", "accepted", status.accepted),
        row("已退回", "returned", status.returned), row("被拒收", "rejected", status.rejected),
        row("有冲突", "in conflict", status.conflicts),
        row("清查底册版本", "inventory version", status.inventoryVersion),
        (
          LocalizedText(zh: "上次同步", en: "last synced"),
          status.lastSyncAt ?? never[global.language]
        ),
      ], format: output.format, language: global.language)
    for advice in status.advice {
      Console.say(LocalizedText(zh: "→ \(advice.zh)", en: "→ \(advice.en)"), global.language)
    }
  }
}
