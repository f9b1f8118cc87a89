import CensusDomain
import CensusFiles
import CensusJSON

/// Which edition of which table of region codes a device goes by: `regions.json` in its folder.
public struct RegionSettings: Sendable, Hashable {
  /// The edition's name.
  public var edition: String
  /// The file of another city's table in the same folder; nil for the built-in one.
  public var table: String?

  /// The file's name in the folder.
  public static let fileName = "regions.json"
  /// The edition of a device that chose none: the one that fits the census's year.
  public static let standard = RegionSettings(edition: "2021-10-31", table: nil)

  /// Makes settings.
  public init(edition: String, table: String?) {
    self.edition = edition
    self.table = table
  }

  /// Reads the settings in a store's folder; the standard ones where there are none.
  ///
  /// - Throws: ``CensusError``: `configuration` where the file cannot be understood, or of reading.
  public static func read(folder: String) throws(CensusError) -> RegionSettings {
    let path = folder + "/" + fileName
    guard !folder.isEmpty, let bytes = try WholeFile.read(path) else { return standard }
    let value = try? JSONValue.parse(bytes)
    let table = value?[member: "table"]?.string
    // The table stands beside the settings, so that a backup has both.
    guard let edition = value?[member: "edition"]?.string, table?.contains("/") != true else {
      throw CensusError(
        .configuration, zh: "文件 \(path) 不是区划设置。",
        en: "The file \(path) is no setting of region codes.",
        remedy: mend)
    }
    return RegionSettings(edition: edition, table: table)
  }

  /// Puts the settings into a store's folder, in place of those that were there.
  ///
  /// - Throws: ``CensusError`` of writing.
  public func write(folder: String) throws(CensusError) {
    var object: JSONObject = ["edition": .string(edition)]
    if let table { object["table"] = .string(table) }
    try WholeFile.write(
      JSONValue.object(object).encodedBytes + [UInt8(ascii: "\n")],
      to: folder + "/" + RegionSettings.fileName)
  }

  static let mend = LocalizedText(
    zh: "重新设置：hazcensus place regions --built-in，或 --table 文件.csv --edition 版本。",
    en: "Set it anew: hazcensus place regions --built-in, or --table FILE.csv --edition NAME.")
}
