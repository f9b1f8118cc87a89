import ArgumentParser
import CensusDomain
import CensusPlace
import CensusReports
import CensusStore

/// `hazcensus place read`: reads a position as people write it, and writes it in every way.
struct PlaceRead: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "read", abstract: "Read a position in any way of writing. 读取位置。",
    discussion: """
      Reads decimal degrees (longitude first), degrees with minutes and seconds, and Gauss-Krüger metres
      of a zone of three degrees. All are CGCS2000, which WGS 84 equals to some centimetres. Nothing is
      guessed: what can be meant in two ways is refused with the reason. --from gcj-02 declares a position
      that was copied from a web map and converts it, good to about a metre.

      Where the store (--store) has boundaries, those that contain the position are named.

        hazcensus place read '118.2614,39.6712'
        hazcensus place read '东经118°15′41″ 北纬39°40′16″'
        hazcensus place read 39608172.3 4393216.5
        hazcensus place read 'Y=608172.3 X=4393216.5 CM=117'
        hazcensus place read --from gcj-02 '118.2673,39.6725'
      十进制度、度分秒、高斯-克吕格坐标均可；来自网络地图的坐标须用 --from gcj-02 声明后才换算。
      """)

  /// The coordinates in which a position may be written.
  enum Source: String, CaseIterable, ExpressibleByArgument {
    case cgcs2000
    case gcj02 = "gcj-02"
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: FormatOptions

  @Argument(help: "The position, in one text or in two. 位置。")
  var text: [String]

  @Option(help: "Coordinates that the position is declared to be in. 声明的坐标系。")
  var from = Source.cgcs2000

  func validate() throws {
    guard (1...2).contains(text.count) else {
      throw ValidationError("Give one text or two. 给出一段或两段文字。")
    }
  }

  func run() throws {
    let values = try PositionValues(
      text.joined(separator: "; "), isGCJ02: from == .gcj02)
    let view = try PositionView(values, folder: try? global.folder())
    try Particulars.print(
      view.document, view.rows, format: output.format, language: global.language)
  }
}
