import CensusDomain
import CensusFiles
import CensusForms
import CensusPlace

/// The table of region codes that a device goes by, with the edition in which it reads them.
public struct RegionTable: Sendable {
  /// All editions of the table.
  public let editions: RegionEditions
  /// The device's own edition.
  public let edition: String
  /// Another city's table in the store's folder; nil for the built-in one.
  public let fileName: String?
  /// The counties of which any edition has townships: of other cities' codes the table knows nothing.
  private let counties: Set<String>

  // Read once, because a process may open thousands of stores.
  private static let tangshan = Result { () throws(CensusError) in try RegionEditions.builtIn() }

  /// Takes a table in one of its editions.
  ///
  /// - Throws: ``CensusError`` with code `usage` where it has no such edition.
  public init(
    _ editions: RegionEditions, edition: String, fileName: String? = nil
  ) throws(CensusError) {
    guard editions.editions.contains(edition) else {
      let known = editions.editions
      throw CensusError(
        .usage, zh: "区划代码表没有版本“\(edition)”。",
        en: "The table of region codes has no edition “\(edition)”.",
        remedy: LocalizedText(
          zh: "它有：\(known.joined(separator: "、"))。", en: "It has \(known.joined(separator: ", ")).")
      )
    }
    self.editions = editions
    self.edition = edition
    self.fileName = fileName
    counties = Set(
      editions.editions.flatMap { editions.towns(edition: $0).map(\.countyCode.digits) })
  }

  /// Takes the built-in table.
  ///
  /// - Throws: ``CensusError`` with code `usage` where it has no such edition.
  public static func builtIn(
    edition: String = RegionSettings.standard.edition
  ) throws(CensusError) -> RegionTable {
    try RegionTable(try tangshan.get(), edition: edition)
  }

  /// Reads what a store's folder says; the built-in table where it says nothing or is empty.
  ///
  /// - Throws: ``CensusError``: `configuration` where the settings do not fit the table, `invalidData`
  ///   naming the row, or of reading.
  public static func read(folder: String) throws(CensusError) -> RegionTable {
    let settings = try RegionSettings.read(folder: folder)
    do throws(CensusError) {
      guard let name = settings.table else { return try builtIn(edition: settings.edition) }
      let path = folder + "/" + name
      guard let bytes = try WholeFile.read(path) else {
        throw CensusError(
          .configuration, zh: "没有区划代码表 \(path)。", en: "There is no table of region codes \(path).",
          remedy: RegionSettings.mend)
      }
      return try RegionTable(
        try RegionEditions(csv: bytes, name: path), edition: settings.edition, fileName: name)
    } catch {
      guard error.code == .usage else { throw error }
      throw CensusError(.configuration, error.message, remedy: RegionSettings.mend, cause: error)
    }
  }

  /// The name of a county or township in the device's edition; nil where it has no such code.
  public func name(of code: String) -> String? {
    if let town = editions.town(code, edition: edition) { return town.name }
    return editions.towns(edition: edition).first { $0.countyCode.digits == code }?.countyName
  }

  /// The warning for a township's code that the device's edition does not have; nil where it has it, and
  /// for codes of counties that the table does not cover.
  ///
  /// A code that other editions have is told with what it means there, and never read as that.
  public func finding(townCode: String) -> Finding? {
    guard townCode.utf8.count == 9, counties.contains(String(townCode.prefix(6))),
      editions.town(townCode, edition: edition) == nil
    else { return nil }
    let uses = editions.check(code: townCode, edition: edition).otherMeanings
    return Finding(
      pointer: "/townCode", rule: "townCodeKnown", level: .warning,
      message: message(townCode, uses))
  }

  private func message(_ code: String, _ uses: [RegionUse]) -> LocalizedText {
    guard !uses.isEmpty else {
      return LocalizedText(
        zh: "乡级代码 \(code) 在区划代码表的任何版本中都没有；请核对，或说明理由。",
        en: "No edition of the region codes has the township \(code); check it, or give the reason."
      )
    }
    let zh = uses.map { "在 \($0.edition) 版为\($0.town.name)" }.joined(separator: "，")
    let en = uses.map { "\($0.town.name) in that of \($0.edition)" }.joined(separator: " and ")
    return LocalizedText(
      zh: "本机采用的 \(edition) 版没有乡级代码 \(code)，它\(zh)；请核对，或说明理由。",
      en: """
        This device's edition of \(edition) has no township \(code), which is \(en); check it, or give \
        the reason.
        """)
  }
}
