import ArgumentParser
import CensusAPI
import CensusDomain
import CensusReports

/// `hazcensus qc record`.
struct QualityRecord: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "record", abstract: "Record what checks found. 登记核查结果。",
    discussion: """
      Either a sheet (--file, as qc list N --format csv writes it) or one object by options. What is recorded
      already, word for word, is not recorded again; a later record of an object replaces the one before.

        hazcensus qc record 1 --object 130205103-1 --form FOR_FIRESOURCE --position right --indicators 20 \\
          --wrong 'area=120=>210' --by 王强 --day 2021-11-20
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: FormatOptions
  @OptionGroup var place: CentralOptions

  @Argument(help: "The draw's number. 抽样编号。")
  var draw: Int
  @Option(help: ArgumentHelp("The filled sheet, CSV. 填好的核查表。", valueName: "file"))
  var file: String?
  @OptionGroup var check: CheckOptions

  func validate() throws {
    if (file == nil) == (check.object == nil) {
      throw ValidationError("give either --file or --object / --file 与 --object 须写其一")
    }
  }

  func run() async throws {
    let (checks, blank) =
      try file.map { path throws(CensusError) in
        try InputFile.require(path)
        return try CheckSheet.read(path)
      } ?? ([try check.read()], 0)
    let outcome = try await Operations.recordCheck.call(
      SampleCheckRequest(draw: draw, checks: checks), at: try place.access(global))
    try conclude(outcome, checks, blank: blank)
  }

  private func conclude(
    _ outcome: SampleCheckOutcome, _ checks: [SampleCheck], blank: Int
  ) throws {
    func say(_ zh: String, _ en: String) {
      Console.say(LocalizedText(zh: zh, en: en), global.language)
    }
    func name(_ place: Int) -> String {
      "\(checks[place - 1].objectCode) \(checks[place - 1].form)"
    }
    for refusal in outcome.refused {
      say(
        "第 \(refusal.row) 条（\(name(refusal.row))）：\(refusal.message.zh)",
        "check \(refusal.row) (\(name(refusal.row))): \(refusal.message.en)")
    }
    for place in outcome.overtaken {
      say(
        "第 \(place) 条（\(name(place))）已登记过且此后已更正，以更正为准；如要改回，请在 note 中写明。",
        """
        check \(place) (\(name(place))) was recorded and corrected since, and the correction counts; to go \
        back to it, say so in its note.
        """)
    }
    try Particulars.print(
      outcome,
      [
        (LocalizedText(zh: "登记", en: "recorded"), String(outcome.saved)),
        (LocalizedText(zh: "其中更正", en: "of them corrections"), String(outcome.corrected)),
        (LocalizedText(zh: "已有", en: "already there"), String(outcome.alreadyThere)),
        (LocalizedText(zh: "拒绝", en: "refused"), String(outcome.refused.count)),
        (LocalizedText(zh: "未填的行", en: "rows not filled in"), String(blank)),
        (LocalizedText(zh: "尚未核查的对象", en: "objects not yet checked"), String(outcome.pending)),
      ], format: output.format, language: global.language)
    guard outcome.refused.isEmpty else {
      throw CensusError(
        .invalidData, zh: "有 \(outcome.refused.count) 条未登记，原因见上。",
        en: "\(outcome.refused.count) checks were not recorded, for the reasons above.",
        remedy: LocalizedText(
          zh: "改正后再次登记整个文件；已登记的不会重复。",
          en: "Correct them and record the whole file again; nothing is recorded twice."))
    }
  }
}
