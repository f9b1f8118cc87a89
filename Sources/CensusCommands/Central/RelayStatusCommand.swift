import ArgumentParser
import CensusAPI
import CensusDomain

/// `hazcensus central relay status`.
struct RelayStatusCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status", abstract: "How this central stands with the one above. 转报状态。",
    discussion:
      "Shows the identifier to enrol above, what was refused there and why, and how far attachments have come. 显示登记编号、未被接收的内容和附件进度。"
  )

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: FormatOptions
  @OptionGroup var place: CentralOptions

  func run() async throws {
    let status = try await Operations.relayStatus.call(
      LedgerQuery(), at: try place.access(global))
    try Particulars.print(
      status,
      [
        (LocalizedText(zh: "转报编号", en: "relay identifier"), status.relay.description),
        (LocalizedText(zh: "本中心最新位置", en: "newest here"), String(status.newest)),
        (LocalizedText(zh: "上级已确认到", en: "confirmed above"), String(status.sent)),
        (LocalizedText(zh: "最近联系", en: "last reached"), status.lastRun),
        (LocalizedText(zh: "上级未接收", en: "refused above"), String(status.refusals.count)),
        (LocalizedText(zh: "已转报附件", en: "attachments sent"), String(status.attachments.sent)),
        (
          LocalizedText(zh: "待转报附件", en: "attachments waiting"),
          String(status.attachments.waiting)
        ),
        (
          LocalizedText(zh: "本中心也缺的附件", en: "attachments missing here too"),
          String(status.attachments.absent)
        ),
      ], format: output.format, language: global.language)
    if status.attachments.absent > 0 {
      Console.say(
        LocalizedText(
          zh: "→ 本中心也缺的附件，设备补传后会自动转报；清单见 central attachment missing。",
          en: """
            → what is missing here too goes up once its devices have sent it; \
            central attachment missing lists it.
            """), global.language)
    }
    for refusal in status.refusals.prefix(20) {
      let zh = refusal.faults.map(\.message.zh).joined(separator: "；")
      let en = refusal.faults.map(\.message.en).joined(separator: "; ")
      Console.say(
        LocalizedText(zh: "→ 第 \(refusal.cursor) 位：\(zh)", en: "→ at \(refusal.cursor): \(en)"),
        global.language)
    }
  }
}
