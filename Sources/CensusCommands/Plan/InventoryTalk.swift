import CensusAPI
import CensusDomain
import CensusReports

/// Shows a version of the inventory.
enum InventoryTalk {
  static func print(
    _ summary: InventorySummary, format: OutputFormat, language: Language
  ) throws {
    if format == .csv {
      let listing = Listing<InventorySummary.HazardCount>(columns: [
        .init("hazard", LocalizedText(zh: "灾种", en: "hazard")) { $0.hazard.rawValue },
        .init("objects", LocalizedText(zh: "对象", en: "objects")) { String($0.objects) },
        .init("shouldSurvey", LocalizedText(zh: "应查", en: "should survey")) {
          String($0.shouldSurvey)
        },
      ])
      return try listing.print(summary.hazards, format: .csv, language: language)
    }
    var rows: [(LocalizedText, String)] = [
      (LocalizedText(zh: "版本", en: "version"), String(summary.version)),
      (LocalizedText(zh: "锁定时间", en: "frozen at"), summary.frozenAt),
      (LocalizedText(zh: "原因", en: "reason"), summary.reason),
      (
        LocalizedText(zh: "较上一版", en: "against the last version"),
        "+\(summary.added) −\(summary.removed) ~\(summary.changed)"
      ),
      (LocalizedText(zh: "摘要", en: "hash"), String(summary.hash.prefix(16))),
    ]
    for count in summary.hazards {
      rows.append((count.hazard.name, "\(count.shouldSurvey)/\(count.objects)"))
    }
    try Particulars.print(summary, rows, format: format, language: language)
  }
}
