import ArgumentParser
import CensusAPI
import CensusCurl
import CensusDomain
import CensusReports
import CensusStore
import CensusSync
import Foundation

/// `hazcensus sync`: sends what waits, then takes in what is new.
struct SyncCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sync", abstract: "Send what waits, then receive what is new. 同步。",
    discussion: """
      Nothing leaves this device: entries stay here, and count as sent only on the central's receipt.
      A sync that was cut goes on from what the central has confirmed.
      The address is remembered from the first sync on, the token once the central has accepted it.
      Batches grow and shrink with the link. A sync is given up after four failures in a row, or once a
      single revision was cut as well; Ctrl-C stops it at any time. Run it again: nothing is lost.
      --watch stays and syncs whenever there is new work and a network, and uses little power.
      记录始终留在本机；只有收到中心回执才算送达。中断后从中心已确认处继续。--watch 持续同步。
      """)

  @OptionGroup var global: GlobalOptions

  @Option(help: "Output: table or json. 输出格式。")
  var format: OutputFormat = .table

  @Option(help: ArgumentHelp("The central's address. 中心网址。", valueName: "url"))
  var central: String?

  @Option(help: ArgumentHelp("File with this device's token. 本机令牌文件。", valueName: "file"))
  var tokenFile: String?

  @Flag(help: "Only say what would be sent. 只说明将发送什么。")
  var dryRun = false

  @Option(help: "The most revisions in a batch. 每批最多条数。")
  var batch = ProtocolLimits.maximumBatchCount

  @Flag(help: "Keep on syncing until Ctrl-C. 持续同步，直到按 Ctrl-C。")
  var watch = false

  @Option(
    help: ArgumentHelp(
      "With --watch: how often to ask for news with nothing to send. 无待发送时多久查询一次更新。",
      valueName: "minutes"))
  var every = 30

  @Flag(help: "Each event as a line of JSON, the last one the summary. 逐行输出 JSON 事件。")
  var events = false

  func validate() throws {
    guard (1...ProtocolLimits.maximumBatchCount).contains(batch) else {
      throw ValidationError("--batch is 1 to \(ProtocolLimits.maximumBatchCount)")
    }
    guard (1...1440).contains(every) else { throw ValidationError("--every is 1 to 1440 minutes") }
  }

  func run() async throws {
    if dryRun { return try announce(try Stores.device(global)) }
    let voice = SyncVoice(
      language: global.language, printsEvents: events || (watch && format == .json))
    // A watching sync rests without the store rather than within the engine.
    let policy = watch ? RetryPolicy(attempts: 1, smaller: 13, cap: 5000) : RetryPolicy.field
    let round = SyncRound(
      global: global, central: central, tokenFile: tokenFile, batch: batch, policy: policy,
      voice: voice)
    let format = format
    if watch {
      let watch = SyncWatch(
        round: round, folder: try global.folder(), every: Int64(every) * 60_000)
      return try await Interruption.guarding { try await watch.run() }
    }
    try await Interruption.guarding {
      guard let report = try await round.run() else { return }
      if voice.printsEvents {
        voice.print(SyncDoneLine(report: report))
      } else {
        try SyncTalk.print(report, format: format, language: voice.language)
      }
    }
  }

  /// The address that was given, else the one that is remembered.
  ///
  /// - Throws: ``CensusError`` with code `usage` where there is neither.
  static func address(
    _ given: String?, of store: DeviceStore
  ) throws(CensusError) -> String {
    if let given { return given }
    if let known = try store.status().central { return known }
    throw CensusError(
      .usage, zh: "没有中心网址。", en: "There is no central's address.",
      remedy: LocalizedText(
        zh: "第一次同步请给 --central 网址。", en: "Give --central URL at the first sync."))
  }

  private func announce(_ store: DeviceStore) throws {
    let unsent = try store.unsent()
    let plan = SyncPlan(revisions: unsent.count, bytes: unsent.bytes)
    try Particulars.print(
      plan,
      [
        (LocalizedText(zh: "将发送修订", en: "revisions to send"), String(plan.revisions)),
        (LocalizedText(zh: "字节（压缩前）", en: "bytes before packing"), String(plan.bytes)),
      ], format: format, language: global.language)
  }
}

/// What a sync would send.
private struct SyncPlan: Encodable {
  let revisions: Int
  let bytes: Int
}
