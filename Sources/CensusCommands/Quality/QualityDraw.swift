import ArgumentParser
import CensusAPI
import CensusDomain
import CensusReports

/// `hazcensus qc draw`.
struct QualityDraw: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "draw", abstract: "Draw a sample. 抽样。",
    discussion: """
      Every draw stays on record with its seed. --after N draws anew from the forms and townships that did not
      pass in draw N, once they were looked at again.
      每次抽样连同种子都留有记录；--after N 在整改后从第 N 次未通过的调查表和乡镇中重抽。
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: FormatOptions
  @OptionGroup var place: CentralOptions

  @Option(help: "Who checks: county or city. 核查层级。")
  var level = ReviewLevel.county
  @Option(help: ArgumentHelp("The share of each stratum. 抽样比例。", valueName: "percent"))
  var share = "10"
  @Option(help: "The seed; made and told without it. 随机种子，不写则自动生成。")
  var seed: String?
  @Option(name: .customLong("form"), help: "Only this form; may be repeated. 只抽该调查表。")
  var forms: [String] = []
  @Option(help: ArgumentHelp("The draw that failed. 未通过的抽样编号。", valueName: "draw"))
  var after: Int?

  func run() async throws {
    let share = try QualityCommand.share(share)
    let draw = try await Operations.drawSample.call(
      SampleOrder(
        level: level, shareHundredths: share.hundredths, seed: seed, forms: forms, follows: after),
      at: try place.access(global))
    try Particulars.print(
      draw,
      [
        (LocalizedText(zh: "抽样编号", en: "draw"), String(draw.number)),
        (LocalizedText(zh: "核查层级", en: "level"), QualityCommand.name(draw.level)[global.language]),
        (LocalizedText(zh: "抽样日期", en: "day"), draw.day.description),
        (LocalizedText(zh: "抽样框", en: "frame"), String(draw.frameSize)),
        (LocalizedText(zh: "抽中", en: "drawn"), String(draw.sampleSize)),
        (LocalizedText(zh: "抽样比例", en: "share"), share.percent),
        (LocalizedText(zh: "随机种子", en: "seed"), draw.seed),
        (LocalizedText(zh: "抽样框摘要", en: "frame's SHA-256"), draw.frameHash.description),
        (LocalizedText(zh: "清查底册版本", en: "inventory version"), String(draw.inventoryVersion)),
      ], format: output.format, language: global.language)
    Console.say(
      LocalizedText(
        zh: "下一步：hazcensus qc list \(draw.number) --format csv 列出外业核查清单。",
        en: "Next: hazcensus qc list \(draw.number) --format csv lists what is to be checked."),
      global.language)
  }
}
