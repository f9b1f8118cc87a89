import ArgumentParser
import CensusDomain
import CensusHub
import CensusRelay
import CensusServer
import Foundation
import Logging

/// `hazcensus central serve`: serves a central until it is told to stop.
struct CentralServe: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve", abstract: "Serve the central over HTTP. 运行中心服务。",
    discussion: """
      Listens on loopback unless told otherwise. Any other address needs --certificate and --key, or
      --behind-tls-proxy to say that a proxy in front provides TLS. SIGTERM and Ctrl-C drain and stop.
      默认只在本机监听；对外须给证书和密钥，或声明前面有 TLS 代理。
      """)

  @OptionGroup var global: GlobalOptions

  @Option(help: "The address to listen on. 监听地址。")
  var host = "127.0.0.1"
  @Option(help: "The port; 0 takes a free one. 端口。")
  var port = 8420
  @Option(help: ArgumentHelp("PEM file with the certificate chain. 证书。", valueName: "file"))
  var certificate: String?
  @Option(help: ArgumentHelp("PEM file with the private key. 私钥。", valueName: "file"))
  var key: String?
  @Flag(help: "A proxy in front provides TLS. 前面有 TLS 代理。")
  var behindTlsProxy = false
  @Option(
    help: ArgumentHelp(
      "A further name by which clients call it. May be repeated. 对外名称。", valueName: "name"))
  var publicName: [String] = []

  @Option(
    help: ArgumentHelp("The central above, to relay to. 上级中心网址。", valueName: "url"))
  var relayTo: String?
  @Option(
    help: ArgumentHelp("File with the token at the central above. 上级令牌文件。", valueName: "file"))
  var relayTokenFile: String?
  @Option(
    help: ArgumentHelp("Minutes between two relays. 转报间隔（分钟）。", valueName: "minutes"))
  var relayEvery = 10

  func validate() throws {
    guard (relayTo == nil) == (relayTokenFile == nil) else {
      throw ValidationError("--relay-to and --relay-token-file go together. 两个选项须同时给出。")
    }
    guard relayEvery > 0 else { throw ValidationError("--relay-every is at least 1. 至少 1 分钟。") }
    guard (0...65_535).contains(port) else {
      throw ValidationError("--port is 0 to 65535; 0 takes a free one. 端口为 0 至 65535。")
    }
  }

  func run() async throws {
    let exposure = try ServerExposure(
      host: host, certificate: certificate, key: key, isBehindTLSProxy: behindTlsProxy,
      publicNames: publicName)
    let hub = try Stores.central(
      try global.folder(), note: "http\(exposure.hasTLS ? "s" : "")://\(host):\(port)")
    try hub.reconcileAttachments()
    let logger = Logger(label: "hazcensus") { _ in JSONLogHandler() }
    let server = CentralServer(hub: hub, exposure: exposure, port: port, logger: logger)
    let language = global.language
    let relaying = try relayTo.map { url throws(CensusError) in
      try RelayTask.start(
        hub, to: url, tokenFile: relayTokenFile, everyMinutes: relayEvery, logger: logger)
    }
    let days = DayTask.start(hub, logger: logger)
    defer {
      relaying?.cancel()
      days.cancel()
    }
    try await server.run { port in
      // The address is the data of this command: scripts read it to find a free port.
      Console.data("\(exposure.hasTLS ? "https" : "http")://\(exposure.host):\(port)")
      Console.say(
        LocalizedText(
          zh: "中心 \(hub.district) \(hub.districtName) 已就绪，按 Ctrl-C 停止。",
          en: "central \(hub.district) \(hub.districtName) is ready; Ctrl-C stops it."), language)
    }
  }
}
