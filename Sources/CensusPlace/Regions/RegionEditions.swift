internal import CRegionResources
import CensusDomain

/// Editions of a table of township codes, in which one code may mean different towns.
///
/// A code is looked up in the edition that it was taken from and in no other.
public struct RegionEditions: Sendable {
  /// The editions' names, such as `2021-10-31`, the oldest first.
  public let editions: [String]
  let tables: [String: [String: RegionName]]
  /// For each edition the codes of the towns that a declaration traces to a code of the edition before.
  let declared: [String: [String: [String]]]

  /// Reads a CSV with the columns `edition`, `code` (9 digits), `name`, `county_code` (6 digits) and
  /// `county_name`; editions are ordered by their names.
  ///
  /// A further column `formerly` may state, parted by spaces, the codes that the town had in the
  /// edition before.
  ///
  /// - Parameter name: what messages call the table, such as its path.
  /// - Throws: ``CensusError`` with code `invalidData`, naming the row or the code.
  public init(csv: [UInt8], name: String) throws(CensusError) {
    let reader = RegionTableReader(name: name)
    var tables: [String: [String: RegionName]] = [:]
    var declared: [String: [String: [String]]] = [:]
    for row in try reader.rows(of: csv) {
      let code = row.town.code.digits
      guard tables[row.edition, default: [:]].updateValue(row.town, forKey: code) == nil else {
        throw reader.failure(
          zh: "版本 \(row.edition) 有两个 \(code)", en: "the edition \(row.edition) has \(code) twice")
      }
      for former in row.formerly {
        declared[row.edition, default: [:]][former, default: []].append(code)
      }
    }
    self.tables = tables
    self.declared = declared
    editions = tables.keys.sorted()
    for (edition, former) in declared.flatMap({ entry in entry.value.keys.map { (entry.key, $0) } })
    where editionBefore(edition).flatMap({ tables[$0]?[former] }) == nil {
      throw reader.failure(
        zh: "版本 \(edition) 写有曾用代码 \(former)，而前一版本没有它",
        en: "the edition \(edition) states the former code \(former), which the one before has not")
    }
  }

  /// The townships of Tangshan in three editions, which are built into the program; see
  /// `Schemas/regions/README.md` for their source.
  ///
  /// - Throws: ``CensusError`` where the built-in table has a mistake.
  public static func builtIn() throws(CensusError) -> RegionEditions {
    let resource = hc_region_townships()
    let bytes = Array(UnsafeBufferPointer(start: resource.bytes, count: resource.length))
    return try RegionEditions(csv: bytes, name: "tangshan-townships.csv")
  }

  /// What a code means in an edition; nil where the edition has no such code, or is not known.
  public func town(_ code: String, edition: String) -> RegionName? { tables[edition]?[code] }

  /// The townships of an edition in the order of their codes; empty where it is not known.
  public func towns(edition: String) -> [RegionName] {
    (tables[edition] ?? [:]).values.sorted { $0.code.digits < $1.code.digits }
  }

  func editionBefore(_ edition: String) -> String? { editions.last { $0 < edition } }
}
