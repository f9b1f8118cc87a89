import CensusDomain
import CensusReports

/// What stands around a paper's tables, in one language.
struct PaperFrame {
  let language: Language
  let mark: PaperMark
  /// The heading; a draft's says so.
  let title: String
  let subtitle: String
  /// The lines that the office fills in, with what is filled in already.
  let office: [(label: String, value: String)]
  /// The word for a draft; nil for a numbered paper.
  let draft: String?
  /// The number, or that there is none.
  let number: String
  /// The snapshot in short, for the foot of pages.
  let snapshot: String
  /// The notes below all tables; the last tells the snapshot in full.
  let notes: [String]

  init(_ paper: Paper, language: Language, mark: PaperMark) {
    self.language = language
    self.mark = mark
    let isChinese = language == .zh
    let draft = isChinese ? "草稿" : "Draft"
    self.draft = paper.number == nil ? draft : nil
    let heading = PaperText.shown(paper.title[language])
    title = paper.number == nil ? (isChinese ? "（草稿）\(heading)" : "[Draft] \(heading)") : heading
    subtitle = PaperText.shown(paper.subtitle[language])
    let labels =
      isChinese
      ? ["填报单位（盖章）", "填报日期", "单位负责人", "填表人", "联系电话"]
      : ["Reporting office (seal)", "Date", "Head of office", "Filled in by", "Telephone"]
    let filled = paper.office
    let values = [filled.unit, filled.date, filled.head, filled.filler, filled.telephone]
    office = zip(labels, values).map { ($0, PaperText.shown($1)) }
    number =
      paper.number.map { (isChinese ? "编号 " : "No. ") + PaperText.shown($0) }
      ?? (isChinese ? "草稿 · 未编号" : "Draft · not numbered")
    let state = paper.snapshot
    let head = PaperText.shown(state.auditHead)
    let moment = PaperFrame.officeTime(state.moment)
    snapshot =
      (isChinese ? "数据快照 " : "Snapshot ") + moment + " · " + head.prefix(20)
      + (head.count > 20 ? "…" : "")
    let version = state.inventoryVersion.map { "v\($0)" } ?? "—"
    notes =
      paper.notes.map { PaperText.shown($0[language]) } + [
        isChinese
          ? "数据快照：截至 \(moment)（北京时间）；清查底册版本：\(version)；审计链：\(head)"
          : "Snapshot: up to \(moment) (UTC+8); inventory version: \(version); audit chain: \(head)"
      ]
  }

  /// The lines that the office fills in, in one line; what is empty is a blank for the hand.
  var officeLine: String {
    let colon = language == .zh ? "：" : ": "
    return office.map { $0.label + colon + ($0.value.isEmpty ? "＿＿＿＿＿＿" : $0.value) }
      .joined(separator: "    ")
  }

  /// `Page n of m` around the two numbers, as a format writes them.
  func pages(_ number: String, of count: String) -> String {
    language == .zh ? "第 \(number) 页，共 \(count) 页" : "Page \(number) of \(count)"
  }

  /// A moment in China Standard Time, in which offices keep their books.
  private static func officeTime(_ moment: Timestamp) -> String {
    let shifted = Timestamp(milliseconds: moment.milliseconds + 8 * 3_600_000).iso8601
    return String(shifted.dropLast()).replacing("T", with: " ")
  }
}
