import ArgumentParser
import CensusAPI
import CensusDomain
import CensusForms
import CensusReports

/// `hazcensus review show`.
struct ReviewShow: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show an entry at the central. 查看一条记录。",
    discussion: """
      The fields with their labels, the reasons for accepted warnings and the reviews. Where revisions
      contend, the fields in which they differ stand side by side. 有冲突的修订并列显示不同之处。
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: FormatOptions
  @OptionGroup var place: CentralOptions

  @Argument(help: "The entry. 记录编号。")
  var entry: UniqueID

  func run() async throws {
    let central = try place.access(global)
    let forms = try await FormsCommand.catalogue(global, at: central)
    let detail = try await Operations.showEntry.call(EntryReference(entry: entry), at: central)
    let standing = try ReviewedRevision.read(detail.record)
    let form = try standing.form(in: forms)
    try Particulars.print(
      detail, ReviewShow.rows(detail, standing, form, global.language), format: output.format,
      language: global.language)
    guard output.format == .table else { return }
    for contender in detail.contenders {
      let other = try ReviewedRevision.read(contender)
      Console.data("\n" + ReviewShow.table(standing, other, form, global.language))
    }
  }

  private static func rows(
    _ detail: EntryDetail, _ standing: ReviewedRevision, _ form: Form?, _ language: Language
  ) -> [(LocalizedText, String)] {
    let code = standing.envelope.form
    var rows: [(LocalizedText, String)] = [
      (LocalizedText(zh: "对象", en: "object"), detail.summary.objectCode),
      (
        LocalizedText(zh: "调查表", en: "form"), form.map { "\(code) \($0.title[language])" } ?? code
      ),
      (LocalizedText(zh: "状态", en: "standing"), detail.summary.standing.rawValue),
      (LocalizedText(zh: "调查员", en: "surveyor"), detail.summary.author),
    ]
    rows += FieldText.rows(standing.content, of: form, language)
    rows += FieldText.rows(reasons: standing.envelope.reasons)
    for rival in detail.rivals {
      rows.append(
        (
          LocalizedText(zh: "抵触 \(rival.entry)", en: "contradicts \(rival.entry)"),
          "\(rival.author) \(rival.message[language])"
        ))
    }
    for review in detail.reviews {
      rows.append(
        (
          LocalizedText(zh: "审核 \(review.reviewer)", en: "review \(review.reviewer)"),
          "\(review.level.rawValue) \(review.verdict.rawValue) \(review.comment)"
        ))
      rows += review.fields.map { remark -> (LocalizedText, String) in
        let label = FieldText.label(at: remark.pointer, of: form)
        return (LocalizedText(zh: "  \(label.zh)", en: "  \(label.en)"), remark.comment)
      }
    }
    return rows
  }

  /// The fields in which a revision differs from the one that stands, side by side.
  private static func table(
    _ standing: ReviewedRevision, _ other: ReviewedRevision, _ form: Form?, _ language: Language
  ) -> String {
    let (own, rival) = (standing.envelope, other.envelope)
    return TextTable(
      title: LocalizedText(
        zh: "冲突的修订 \(rival.number)（\(rival.author)，\(rival.recordedAt.iso8601)）",
        en: "contending revision \(rival.number) (\(rival.author), \(rival.recordedAt.iso8601))"),
      columns: [
        .init(LocalizedText(zh: "字段", en: "field")),
        .init(LocalizedText(zh: "现行：\(own.author)", en: "standing: \(own.author)")),
        .init(LocalizedText(zh: "另一份：\(rival.author)", en: "other: \(rival.author)")),
      ], rows: standing.differences(to: other, of: form, language)
    ).render(language: language)
  }
}
