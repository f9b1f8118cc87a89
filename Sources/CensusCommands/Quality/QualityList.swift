import ArgumentParser
import CensusAPI
import CensusDomain
import CensusReports

/// `hazcensus qc list`.
struct QualityList: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List draws, or one draw's sample. 查看抽样或样本。",
    discussion: """
      Without a number it lists the draws. With one it lists the sample; as CSV it is the sheet for the field,
      which qc record --file takes in once it is filled. --rework lists what is to be looked at again, --frame
      prints what was drawn from.
      不写编号列出各次抽样；写编号列出样本，其 CSV 即外业核查表，填好后用 qc record --file 登记。
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: FormatOptions
  @OptionGroup var place: CentralOptions

  @Argument(help: "The draw's number. 抽样编号。")
  var draw: Int?
  @Flag(help: "All objects of what did not pass. 须整改复查的全部对象。")
  var rework = false
  @Flag(help: "The frame's text, for drawing again elsewhere. 抽样框原文。")
  var frame = false

  func validate() throws {
    if (rework || frame) && draw == nil {
      throw ValidationError("--rework and --frame need a draw's number / 须写抽样编号")
    }
    if rework && frame {
      throw ValidationError("give either --rework or --frame / --rework 与 --frame 只能选一个")
    }
  }

  func run() async throws {
    let central = try place.access(global)
    guard let draw else {
      let list = try await Operations.listSamples.call(SampleListQuery(), at: central)
      return try QualityList.draws(global.language)
        .print(list.draws, format: output.format, language: global.language)
    }
    let detail = try await Operations.showSample.call(
      SampleQuery(draw: draw, withFrame: frame), at: central)
    if let text = detail.frame { return Console.data(text) }
    if rework {
      return try QualityList.reworked
        .print(detail.rework, format: output.format, language: global.language)
    }
    switch output.format {
    case .json: Console.data(try JSONOutput.encode(detail))
    case .csv: Console.data(CheckSheet.write(detail.objects, language: global.language))
    case .table:
      try QualityList.sample(global.language)
        .print(detail.objects, format: .table, language: global.language)
    }
  }

  private static func draws(_ language: Language) -> Listing<SampleDraw> {
    Listing(columns: [
      .init("draw", LocalizedText(zh: "编号", en: "draw"), alignment: .trailing) {
        String($0.number)
      },
      .init("level", LocalizedText(zh: "层级", en: "level")) {
        QualityCommand.name($0.level)[language]
      },
      .init("day", LocalizedText(zh: "日期", en: "day")) { $0.day.description },
      .init("frameSize", LocalizedText(zh: "抽样框", en: "frame"), alignment: .trailing) {
        String($0.frameSize)
      },
      .init("sampleSize", LocalizedText(zh: "抽中", en: "drawn"), alignment: .trailing) {
        String($0.sampleSize)
      },
      .init("share", LocalizedText(zh: "比例", en: "share"), alignment: .trailing) {
        QualityCommand.percent($0)
      },
      .init("follows", LocalizedText(zh: "接续", en: "after")) {
        $0.follows.map { String($0) } ?? ""
      },
      .init("seed", LocalizedText(zh: "随机种子", en: "seed")) { $0.seed },
    ])
  }

  private static func sample(_ language: Language) -> Listing<SampledObject> {
    Listing(columns: [
      .init("objectCode", LocalizedText(zh: "对象编码", en: "object")) { $0.objectCode },
      .init("name", LocalizedText(zh: "名称", en: "name")) { $0.name },
      .init("form", LocalizedText(zh: "调查表", en: "form")) { $0.form },
      .init("townCode", LocalizedText(zh: "乡镇", en: "township")) {
        $0.townName.isEmpty ? $0.townCode : $0.townName
      },
      .init("toCheck", LocalizedText(zh: "核查内容", en: "to check")) {
        CheckSheet.task($0)[language]
      },
      .init("indicators", LocalizedText(zh: "已核查指标", en: "checked"), alignment: .trailing) {
        $0.check.map { String($0.indicators) } ?? ""
      },
      .init("wrong", LocalizedText(zh: "错误", en: "wrong"), alignment: .trailing) {
        $0.check.map { String($0.faults.count) } ?? ""
      },
    ])
  }

  private static var reworked: Listing<ReworkObject> {
    Listing(columns: [
      .init("objectCode", LocalizedText(zh: "对象编码", en: "object")) { $0.objectCode },
      .init("name", LocalizedText(zh: "名称", en: "name")) { $0.name },
      .init("form", LocalizedText(zh: "调查表", en: "form")) { $0.form },
      .init("townCode", LocalizedText(zh: "乡镇", en: "township")) { $0.townCode },
    ])
  }
}
