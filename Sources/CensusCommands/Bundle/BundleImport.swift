import ArgumentParser
import CensusAPI
import CensusBundles
import CensusDomain
import CensusHub
import CensusReports
import CensusStore
import CensusSync

/// `hazcensus bundle import`: at a central, on a device, or on a laptop that only collects.
struct BundleImport: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Take in bundles. 导入离线包。",
    discussion: """
      At a central (--store FOLDER, or --central URL while it runs) it takes in what devices exported; on
      a device it takes in the receipts and reviews that the central made for it. With --collect FOLDER it only proves the
      bundles and keeps copies, to be passed on: import that folder at the central later.
      A bundle is proved whole before anything of it is taken in. One that is damaged or another
      survey's is refused, and the rest go on; the same one again changes nothing.
      文件夹会逐个导入其中的离线包。损坏的、别处普查的会被拒绝，其余照常；重复导入没有影响。
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: FormatOptions
  @OptionGroup var place: CentralOptions
  @OptionGroup var revoked: RevokedOptions

  @Option(help: ArgumentHelp("Only collect into this folder. 只收集到文件夹。", valueName: "folder"))
  var collect: String?

  @Argument(help: "Bundles, or folders of them. 离线包或文件夹。")
  var files: [String]

  func run() async throws {
    let paths = try BundleImport.expand(files)
    if let collect { return try await gather(paths, into: try CollectingFolder(path: collect)) }
    if let url = place.central { return try await send(paths, to: url) }
    let folder = try global.folder()
    if Stores.isCentral(folder) {
      try await takeAtCentral(paths, folder)
    } else {
      try await takeOnDevice(paths)
    }
  }

  private func takeAtCentral(_ paths: [String], _ folder: String) async throws {
    let hub = try Stores.central(folder)
    let line = ProgressLine(language: global.language)
    let reason = revoked.accepted
    var round = BundleRound<BundleOutcome>(paths, language: global.language)
    try await round.run { path throws(CensusError) in
      try hub.take(bundle: path, evenRevoked: reason, by: .localAdministrator) { done, all in
        line.show(
          LocalizedText(zh: "\(path)：\(done)/\(all)", en: "\(path): \(done) of \(all) parts"))
      }
    }
    line.end()
    try BundleTalk.print(round.taken, format: output.format, language: global.language)
    try round.finish()
  }

  /// Uploads each bundle to the running central, going on where an upload was cut.
  private func send(_ paths: [String], to url: String) async throws {
    let token = try TokenSource.read(file: place.tokenFile, folder: nil)
    let transport = try CentralLink.transport(to: url, token: token)
    let carrier = BundleCarrier(
      transport: transport, central: RemoteCentral(transport: transport))
    let line = ProgressLine(language: global.language)
    let reason = revoked.accepted
    var round = BundleRound<BundleOutcome>(paths, language: global.language)
    try await round.run { path throws(CensusError) in
      try await carrier.take(path, evenRevoked: reason) { sent, all in
        line.show(
          LocalizedText(
            zh: "\(path)：已上传 \(sent)/\(all) 字节", en: "\(path): \(sent) of \(all) bytes sent"))
      }
    }
    line.end()
    try BundleTalk.print(round.taken, format: output.format, language: global.language)
    try round.finish()
  }

  private func takeOnDevice(_ paths: [String]) async throws {
    let store = try Stores.device(global)
    let token = try TokenSource.read(
      file: place.tokenFile, folder: store.folder, device: store.identity.device)
    let forms = try Stores.forms(of: store, global.language)
    let intake = BundleIntake(store: store, forms: forms, token: token)
    var round = BundleRound<BundleIntakeReport>(paths, language: global.language)
    try await round.run { path throws(CensusError) in try intake.take(path) }
    // The central has proved that it knows this token.
    if !round.taken.isEmpty { try TokenSource.keep(token, folder: store.folder) }
    try BundleTalk.print(round.taken, format: output.format, language: global.language)
    try SyncTalk.tellRefusals(store, global.language)
    try round.finish()
  }

  private func gather(_ paths: [String], into folder: CollectingFolder) async throws {
    var round = BundleRound<CollectingFolder.Item>(paths, language: global.language)
    try await round.run { path throws(CensusError) in try folder.take(path) }
    try BundleTalk.print(round.taken, format: output.format, language: global.language)
    try round.finish()
  }

  private static func expand(_ names: [String]) throws(CensusError) -> [String] {
    var paths: [String] = []
    for name in names {
      paths += InputFile.isFolder(name) ? try CollectingFolder.bundles(in: name) : [name]
    }
    guard !paths.isEmpty else {
      throw CensusError(
        .notFound, zh: "没有可导入的离线包。", en: "There is no bundle to import.",
        remedy: LocalizedText(zh: "核对文件夹和 U 盘。", en: "Check the folder and the stick."))
    }
    return paths
  }
}

/// Consent to what a withdrawn device recorded.
struct RevokedOptions: ParsableArguments {
  @Flag(help: "Take in also what a withdrawn device recorded. 也接收已停用设备的记录。")
  var acceptRevoked = false

  @Option(help: "Why; goes into the audit trail. 原因，记入日志。")
  var reason: String?

  func validate() throws {
    guard acceptRevoked == (reason != nil) else {
      throw ValidationError("--accept-revoked and --reason go together")
    }
  }

  /// The reason where consent was given.
  var accepted: String? { acceptRevoked ? reason : nil }
}
