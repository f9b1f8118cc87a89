import ArgumentParser
import CensusAPI
import CensusDomain
import CensusHub
import CensusRelay

/// `hazcensus central relay run`: relays once from a central that is not served.
struct RelayRun: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Relay once, from a folder that is not served. 转报一次。",
    discussion: """
      For a served central use `central serve --relay-to`. Whatever was confirmed is not sent again.
      正在运行的中心请用 central serve --relay-to；已确认的不会重发。
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: FormatOptions

  @Option(help: ArgumentHelp("The central above. 上级中心网址。", valueName: "url"))
  var to: String
  @Option(
    help: ArgumentHelp(
      "File with the token at the central above; default HAZCENSUS_TOKEN. 上级令牌文件。",
      valueName: "file"))
  var tokenFile: String?
  @Flag(help: "Offer everything anew, as once a missing form was added. 全部重新提交。")
  var again = false

  func run() async throws {
    let hub = try Stores.central(try global.folder())
    let transport = try CentralLink.transport(
      to: to, token: try TokenSource.read(file: tokenFile, folder: nil))
    let line = ProgressLine(language: global.language)
    let engine = RelayEngine(
      hub: hub, transport: transport,
      environment: RelayEngine.Environment(report: { RelayRun.tell($0, on: line) }))
    let report: RelayReport
    do {
      report = try await engine.run(again: again)
      line.end()
    } catch {
      line.end()
      throw error
    }
    func count(_ disposition: Disposition) -> String {
      String(report.answered[disposition.rawValue] ?? 0)
    }
    try Particulars.print(
      report,
      [
        (LocalizedText(zh: "上级新接收", en: "taken by the central above"), count(.accepted)),
        (LocalizedText(zh: "上级已有", en: "already there"), count(.duplicate)),
        (LocalizedText(zh: "已被替代", en: "superseded"), count(.superseded)),
        (LocalizedText(zh: "有冲突", en: "in conflict"), count(.conflict)),
        (LocalizedText(zh: "上级未接收", en: "refused by the central above"), count(.rejected)),
        (LocalizedText(zh: "带回的审核", en: "reviews brought back"), String(report.reviews)),
        (LocalizedText(zh: "已转报附件", en: "attachments sent"), String(report.attachments)),
        (
          LocalizedText(zh: "上级仍缺附件", en: "attachments missing above"),
          String(report.attachmentsMissing)
        ),
      ], format: output.format, language: global.language)
    guard report.answered[Disposition.rejected.rawValue] != nil else { return }
    Console.say(
      LocalizedText(
        zh: "有上级未接收的内容，原因见：hazcensus central relay status。",
        en: "Some was refused; hazcensus central relay status says why."), global.language)
  }

  private static func tell(_ event: RelayEvent, on line: ProgressLine) {
    switch event {
    case .connected(let confirmed):
      say(line, zh: "已连接；上级已确认到第 \(confirmed) 位", en: "connected; confirmed up to \(confirmed)")
    case .restarted:
      say(
        line, zh: "全部重新提交，上级已有的不会重复", en: "everything is offered anew; what is there counts once")
    case .reread:
      say(
        line, zh: "上级中心不认识上次的位置，从头读取审核",
        en:
          "the central above does not know the last place; its reviews are read from the beginning")
    case .sent(let lines):
      line.show(LocalizedText(zh: "已确认 \(lines) 行", en: "confirmed \(lines) lines"))
    case .taken(let reviews):
      line.show(LocalizedText(zh: "带回审核 \(reviews) 条", en: "brought back \(reviews) reviews"))
    case .attachments(let done, let all, let bytes):
      line.show(
        LocalizedText(
          zh: "已转报附件 \(done)/\(all)（\(bytes / 1024) KB）",
          en: "attachments \(done) of \(all) (\(bytes / 1024) KB)"))
    case .attachmentFailed(let hash, let error):
      let name = hash == .zero ? "" : " \(hash.description.prefix(12))…"
      say(
        line, zh: "附件\(name) 暂未转报：\(error.message.zh)",
        en: "attachment\(name) not sent yet: \(error.message.en)")
    case .retrying(let error, let milliseconds):
      let seconds = (milliseconds + 999) / 1000
      say(
        line, zh: "\(error.message.zh) \(seconds) 秒后重试。",
        en: "\(error.message.en) Trying again in \(seconds) s.")
    }
  }

  private static func say(_ line: ProgressLine, zh: String, en: String) {
    line.end()
    line.show(LocalizedText(zh: zh, en: en), always: true)
    line.end()
  }
}
