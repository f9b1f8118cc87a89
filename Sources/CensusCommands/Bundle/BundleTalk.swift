import CensusAPI
import CensusBundles
import CensusDomain
import CensusReports
import CensusSync

/// Prints what became of bundles.
enum BundleTalk {
  private static let device = LocalizedText(zh: "设备", en: "device")
  private static let surveyor = LocalizedText(zh: "调查员", en: "surveyor")
  private static let repeated = LocalizedText(zh: "以前导入过", en: "taken before")

  static func print(
    _ outcomes: [BundleOutcome], format: OutputFormat, language: Language
  ) throws {
    let listing = Listing<BundleOutcome>(
      columns: [
        .init("device", device) { $0.device.description },
        .init("surveyor", surveyor) { $0.surveyor },
        .init("numbers", LocalizedText(zh: "序号", en: "numbers")) { "\($0.first)-\($0.last)" },
      ]
        + answers(\.answered) + [
          .init("attachments", LocalizedText(zh: "附件", en: "attachments"), alignment: .trailing) {
            String($0.attachments)
          },
          .init("isRepeated", repeated) { $0.isRepeated ? "✓" : "" },
        ])
    try listing.print(outcomes, format: format, language: language)
    for hash in outcomes.flatMap(\.refusedAttachments) {
      Console.say(
        LocalizedText(
          zh: "附件 \(hash) 超过本中心的上限，没有接收。",
          en: "the attachment \(hash) is over this central's limit and was left out."), language)
    }
  }

  static func print(
    _ reports: [BundleIntakeReport], format: OutputFormat, language: Language
  ) throws {
    let listing = Listing<BundleIntakeReport>(
      columns: [.init("bundle", LocalizedText(zh: "离线包", en: "bundle")) { $0.bundle.description }]
        + answers(\.answered) + [
          .init("changes", LocalizedText(zh: "更新", en: "changes"), alignment: .trailing) {
            String($0.changes)
          },
          .init("merged", LocalizedText(zh: "自动合并", en: "merged"), alignment: .trailing) {
            String($0.merged)
          },
          .init("unsent", LocalizedText(zh: "仍待发送", en: "still waiting"), alignment: .trailing) {
            String($0.unsent)
          },
        ])
    try listing.print(reports, format: format, language: language)
    let withdrawn = reports.reduce(0) { $0 + $1.withdrawn }
    guard withdrawn > 0 else { return }
    Console.say(
      LocalizedText(
        zh: "中心可能是从备份恢复的：有 \(withdrawn) 份已确认的修订它不再确认，现重新待发；请用 hazcensus bundle export 再次导出。",
        en: """
          the central may have been restored from a backup: \(withdrawn) revisions that it had confirmed \
          it confirms no more, so they wait again; export them with hazcensus bundle export
          """), language)
  }

  static func print(
    _ items: [CollectingFolder.Item], format: OutputFormat, language: Language
  ) throws {
    let listing = Listing<CollectingFolder.Item>(columns: [
      .init("path", LocalizedText(zh: "文件", en: "file")) { $0.path },
      .init("device", device) { $0.manifest?.device.description ?? "" },
      .init("surveyor", surveyor) { $0.manifest?.surveyor ?? "" },
      .init("count", LocalizedText(zh: "条数", en: "count"), alignment: .trailing) {
        $0.manifest.map { String($0.count) } ?? ""
      },
      .init("isRepeated", repeated) { $0.isRepeated ? "✓" : "" },
    ])
    try listing.print(items, format: format, language: language)
  }

  /// A column for each disposition.
  private static func answers<Item>(
    _ path: any KeyPath<Item, [String: Int]> & Sendable
  ) -> [Listing<Item>.Column] {
    Disposition.allCases.map { disposition in
      .init(disposition.rawValue, name(disposition), alignment: .trailing) {
        String($0[keyPath: path][disposition.rawValue] ?? 0)
      }
    }
  }

  private static func name(_ disposition: Disposition) -> LocalizedText {
    switch disposition {
    case .accepted: LocalizedText(zh: "已接收", en: "accepted")
    case .duplicate: LocalizedText(zh: "重复", en: "held before")
    case .superseded: LocalizedText(zh: "已有更新", en: "superseded")
    case .conflict: LocalizedText(zh: "冲突", en: "in conflict")
    case .rejected: LocalizedText(zh: "被拒", en: "rejected")
    }
  }
}
