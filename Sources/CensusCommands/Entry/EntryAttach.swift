import ArgumentParser
import CensusDomain
import CensusForms
import CensusJSON
import CensusReports
import CensusStore

/// `hazcensus entry attach`: adds photos and plans to an entry, or brings the files that it names.
struct EntryAttach: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "attach", abstract: "Add photos or plans to an entry. 添加照片或图件。",
    discussion: """
      The files are copied into the store under their SHA-256; the same file is kept and named once. Photos
      are judged first by their content: JPEG, PNG, HEIC, WebP or PDF, up to 50 MB and 200 megapixels. One
      that is refused is told with the reason, and the others go on; the call then ends with status 65.

      Time, place and direction come from the photo's own EXIF data. A time without an offset is China's,
      +08:00. A photo without a time is never given the file's: say it with --taken-at, also afterwards by
      attaching the same photo again. --field names a field that holds one file, such as a plan.
      Files go up with `sync`, after the entries.

        hazcensus entry attach 0190b3c2 IMG_0012.jpg IMG_0013.jpg --finalize
        hazcensus entry attach 0190b3c2 scan.jpg --taken-at '2021-06-13 08:30'
        hazcensus entry attach 0190b3c2 plan.pdf --field planMap
      照片先按内容检查，再按 SHA-256 存入本机，随 sync 上传；时间、位置、方向取自 EXIF，没有时间的用 --taken-at 说明。
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: FormatOptions
  @OptionGroup var reasons: ReasonOptions
  @OptionGroup var photoTime: PhotoTimeOption

  @Argument(help: "The entry, or the beginning of its identifier. 记录编号。")
  var entry: String

  @Argument(help: "The files. 文件。")
  var files: [String]

  @Option(help: "The field that takes them. 收文件的字段。")
  var field = "photos"

  @Flag(help: "Finalise at once. 立即定稿。")
  var finalize = false

  func run() throws {
    let desk = try EntryDesk(global)
    var opened = try desk.open(entry)
    let given = try reasons.byRule()
    let before = opened.content[field]
    let refused = try desk.attach(
      files, as: field, takenAt: photoTime.takenAt, to: &opened.content, form: opened.form)
    guard opened.content[field] != before else {
      try EntryOutcome(opened.view, findings: []).print(output.format, desk.language)
      return try refused.end(opened.id)
    }
    try desk.store.saveDraft(opened.id, content: try desk.content(opened.content))
    if output.format == .table { Console.data(opened.id.description) }
    try desk.finish(
      opened.id, form: opened.form, asking: nil, finalize: finalize && refused.isEmpty,
      reasons: given, format: output.format)
    try refused.end(opened.id)
  }
}
