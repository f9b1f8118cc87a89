import ArgumentParser
import CensusAPI
import CensusCurl
import CensusDomain
import CensusReports
import CensusStore
import CensusSync

/// `hazcensus device rejoin`: a new identity for a store that was restored or copied.
struct DeviceRejoin: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rejoin", abstract: "Take a new identity and send what the central lacks. 重新加入。",
    discussion: """
      For a store that was restored from an old backup, or beside which a copy is in use: the central
      holds other work under its numbers, and sync stops. This enrols a new identity with the same
      surveyor and region, sends what the central lacks under it, and takes in what is missing here.
      Nothing is lost on either side; where both changed one entry, it becomes a conflict to settle.
      The old token goes on for the other copy. Cut at any point, run it again.
      本机存储是从旧备份恢复的或有副本在用时使用；两边的记录都保留，可以反复运行。
      """)

  @OptionGroup var global: GlobalOptions

  @Option(help: "Output: table or json. 输出格式。")
  var format: OutputFormat = .table

  @Option(help: ArgumentHelp("The central's address. 中心网址。", valueName: "url"))
  var central: String?

  @Option(help: ArgumentHelp("File with this device's present token. 本机令牌文件。", valueName: "file"))
  var tokenFile: String?

  func run() async throws {
    let store = try Stores.device(global)
    let address = try SyncCommand.address(central, of: store)
    let token = try TokenSource.read(
      file: tokenFile, folder: store.folder, device: store.identity.device)
    let folder = store.folder
    let engine = RejoinEngine(
      store: store, transport: try CentralLink.transport(to: address, token: token),
      token: { device throws(CensusError) in
        try RejoinToken(folder: folder, device: device).make()
      })
    let outcome = try await engine.run()
    RejoinToken(folder: folder, device: outcome.device).takePlace()
    Console.say(
      LocalizedText(
        zh: "本机的新设备编号是 \(outcome.device)；重新制作 \(outcome.remade) 条，现在同步。",
        en: """
          this device is now \(outcome.device); \(outcome.remade) revisions were made anew and are sent \
          now.
          """), global.language)
    try await sync(store, address, outcome)
  }

  private func sync(
    _ store: DeviceStore, _ address: String, _ outcome: RejoinOutcome
  ) async throws {
    let token = try TokenSource.readFile(store.folder + "/" + TokenSource.fileName)
    if TokenSource.isInEnvironment {
      Console.say(
        LocalizedText(
          zh: "环境变量 HAZCENSUS_TOKEN 仍是原设备的令牌，请取消它；新令牌已存在存储文件夹中。",
          en: """
            HAZCENSUS_TOKEN still has the former device's token: unset it; the new one is kept in the \
            store's folder.
            """), global.language)
    }
    let line = ProgressLine(language: global.language)
    let engine = SyncEngine(
      store: store, forms: try Stores.forms(of: store, global.language),
      transport: try CentralLink.transport(to: address, token: token), central: address,
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
    try print(outcome, report)
    try SyncTalk.tellRefusals(store, global.language)
  }

  private func print(_ outcome: RejoinOutcome, _ report: SyncReport) throws {
    try Particulars.print(
      Rejoined(rejoin: outcome, sync: report),
      [
        (LocalizedText(zh: "原设备编号", en: "former device"), outcome.former.description),
        (LocalizedText(zh: "新设备编号", en: "device"), outcome.device.description),
        (LocalizedText(zh: "中心已有", en: "the central had"), String(outcome.held)),
        (LocalizedText(zh: "重新制作", en: "made anew"), String(outcome.remade)),
        (
          LocalizedText(zh: "有冲突", en: "in conflict"),
          String(report.answered[Disposition.conflict.rawValue] ?? 0)
        ),
        (LocalizedText(zh: "仍待发送", en: "still waiting"), String(report.unsent)),
        (LocalizedText(zh: "收到更新", en: "changes received"), String(report.changes)),
      ], format: format, language: global.language)
  }
}

/// What a rejoin and the sync after it did.
private struct Rejoined: Encodable {
  let rejoin: RejoinOutcome
  let sync: SyncReport
}
