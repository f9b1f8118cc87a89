import ArgumentParser
import CensusDomain
import CensusGeo

/// `hazcensus export objects`: the survey objects with their states and geometries, for maps.
struct ExportObjects: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "objects", abstract: "Survey objects with states and geometries. 导出调查对象。",
    discussion: """
      A GeoPackage (.gpkg) has layers that QGIS opens in the colours of the stages: every object at the
      inventory's position, and the points, lines and areas that entries record. GeoJSON has the same
      features in one collection, with the layer as a property. Positions are CGCS2000 (EPSG:4490).
      The file appears under its name once it is whole. It names surveyors: keep it as safe as the store.

        hazcensus export objects --output 普查对象.gpkg --store /srv/census
        hazcensus export objects --output landslides.geojson --hazard landslide --central https://…

      GeoPackage 可直接用 QGIS 打开，按调查阶段着色；GeoJSON 内容相同。文件写完整后才出现。
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var place: CentralOptions

  @Option(
    help: ArgumentHelp(
      "gpkg or geojson; default by the file's name. 格式，默认按文件名。", valueName: "gpkg|geojson"))
  var format: ObjectFile?

  @Option(help: ArgumentHelp("The file to be made. 要生成的文件。", valueName: "file"))
  var output: String

  @Option(help: ArgumentHelp("Only objects of this hazard. 只导出此灾种。", valueName: "hazard"))
  var hazard: Hazard?

  @Flag(help: "Take the place of a file that is there. 替换已有文件。")
  var replace = false

  func validate() throws {
    guard format != nil || ObjectFile(name: output) != nil else {
      throw ValidationError(
        "Name the file .gpkg or .geojson, or give --format. 文件名须以 .gpkg 或 .geojson 结尾，或指明 --format。"
      )
    }
  }

  func run() async throws {
    guard let format = format ?? ObjectFile(name: output) else { return }
    let run = ObjectExportRun(
      central: try place.access(global), format: format, path: output, hazard: hazard,
      replaces: replace, line: ProgressLine(language: global.language))
    let language = global.language
    try await Interruption.guarding {
      let tally = try await run.perform()
      for sentence in ExportTalk.sentences(tally, path: run.path) {
        Console.say(sentence, language)
      }
    }
  }
}

/// The kinds of files that objects are exported to.
enum ObjectFile: String, CaseIterable, ExpressibleByArgument, Sendable {
  case gpkg, geojson

  /// Goes by the ending of a file's name.
  init?(name: String) {
    let ending = name.lowercased().split(separator: ".").last.map(String.init) ?? ""
    self.init(rawValue: ending == "json" ? "geojson" : ending)
  }

  /// Begins such a file for the layers of survey objects.
  ///
  /// - Throws: ``CensusError`` where it cannot be made.
  func begin(at path: String, replaces: Bool) throws(CensusError) -> any GeoSink {
    switch self {
    case .gpkg:
      try GeoPackageWriter(path: path, layers: ObjectLayers.all, replaces: replaces)
    case .geojson:
      try GeoJSONWriter(path: path, layers: ObjectLayers.all, replaces: replaces)
    }
  }
}
