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
      The address and the token are remembered after the first sync that went through.
      记录始终留在本机；只有收到中心回执才算送达。中断后从中心已确认处继续。
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

  func validate() throws {
    guard (1...ProtocolLimits.maximumBatchCount).contains(batch) else {
      throw ValidationError("--batch is 1 to \(ProtocolLimits.maximumBatchCount)")
    }
  }

  func run() async throws {
    let store = try Stores.device(global)
    if dryRun { return try announce(store) }
    let address = try SyncCommand.address(central, of: store)
    let token = try TokenSource.read(
      file: tokenFile, folder: store.folder, device: store.identity.device)
    let transport = try CentralLink.transport(to: address, token: token)
    let line = ProgressLine(language: global.language)
    let engine = SyncEngine(
      store: store, forms: try Stores.forms(of: store, global.language), transport: transport,
      central: address,
      bounds: BatchBounds(count: batch, bytes: ProtocolLimits.targetBatchBytes),
      environment: SyncEngine.Environment(report: { SyncTalk.tell($0, on: line) }))
    let report: SyncReport
    do {
      report = try await engine.run()
      line.end()
    } catch {
      line.end()
      try SyncTalk.tellWhatIsSafe(store, global.language)
      throw error
    }
    try TokenSource.keep(token, folder: store.folder)
    try SyncTalk.print(report, format: format, language: global.language)
    try SyncTalk.tellRefusals(store, global.language)
  }

  /// The address that was given, else the one of the last sync that went through.
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
