import ArgumentParser
import CensusDomain
import CensusPlace
import CensusReports
import CensusStore

/// `hazcensus place boundaries`: gives a device the boundaries by which forms judge positions.
struct PlaceBoundaries: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "boundaries",
    abstract: "Check boundaries and give them to this device. 导入行政区边界。",
    discussion: """
      The file is a GeoJSON FeatureCollection of Polygons and MultiPolygons in degrees of CGCS2000. Each
      feature has a property code (or adcode, 区划代码, PAC) of 6, 9 or 12 digits. It is read whole before
      anything is changed. Every form then warns of positions outside their county or township. Use only
      boundaries that your bureau has approved; none are built in.

      Without a file the codes are listed of which this device has boundaries; --remove takes them away.

        hazcensus place boundaries 开平区乡镇界.geojson
        hazcensus place boundaries --remove
      每个要素须有 code 属性（6、9 或 12 位）；导入后，各表会提醒落在界外的位置。
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: FormatOptions

  @Argument(help: "The boundaries as GeoJSON. 边界文件。")
  var file: String?

  @Flag(help: "Take the boundaries away. 移除边界。")
  var remove = false

  func validate() throws {
    guard file == nil || !remove else {
      throw ValidationError("--remove goes without a file. --remove 不带文件。")
    }
  }

  func run() throws {
    let language = global.language
    let folder = try PlaceFolder.device(global)
    let boundaries = BoundariesFile(folder: folder)
    if remove {
      let wasThere = try boundaries.remove()
      return Console.say(
        wasThere
          ? LocalizedText(zh: "已移除边界。", en: "the boundaries were taken away.")
          : LocalizedText(zh: "本机没有边界。", en: "this device has no boundaries."), language)
    }
    let read: RegionBoundaries?
    if let file {
      read = try boundaries.put(try InputFile.read(file), name: file)
      Console.say(
        LocalizedText(
          zh: "边界已存入 \(boundaries.path)，下一条命令起生效。",
          en: "the boundaries are in \(boundaries.path) and count from the next command on."),
        language)
    } else {
      read = try boundaries.read()
    }
    guard let read else {
      throw CensusError(
        .notFound, zh: "本机没有边界。", en: "This device has no boundaries.",
        remedy: LocalizedText(
          zh: "hazcensus place boundaries 文件.geojson。",
          en: "Give them with hazcensus place boundaries FILE.geojson."))
    }
    try BoundaryRow.print(read.codes, of: folder, output.format, language)
  }
}

/// A region of which there is a boundary.
struct BoundaryRow: Encodable {
  let code: String
  /// The name in this device's edition of the codes; nil where the edition has no such code.
  let name: String?

  private enum CodingKeys: String, CodingKey { case code, name }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(code, forKey: .code)
    try container.encode(name, forKey: .name)
  }

  static func print(
    _ codes: [String], of folder: String, _ format: OutputFormat, _ language: Language
  ) throws {
    let table = try RegionTable.read(folder: folder)
    let listing = Listing<BoundaryRow>(columns: [
      .init("code", LocalizedText(zh: "代码", en: "code")) { $0.code },
      .init(
        "name",
        LocalizedText(zh: "名称（\(table.edition) 版）", en: "name (edition \(table.edition))")
      ) { $0.name ?? "" },
    ])
    try listing.print(
      codes.map { BoundaryRow(code: $0, name: table.name(of: $0)) }, format: format,
      language: language)
  }
}
