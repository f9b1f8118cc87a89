import CensusDomain

/// What one edition of a code table says of a township.
public struct RegionName: Sendable, Hashable {
  /// The township's code.
  public let code: RegionCode
  /// Its name.
  public let name: String
  /// The code of the county or district above it.
  public let countyCode: RegionCode
  /// The name of the county or district above it.
  public let countyName: String

  /// Makes a row of a code table.
  public init(code: RegionCode, name: String, countyCode: RegionCode, countyName: String) {
    self.code = code
    self.name = name
    self.countyCode = countyCode
    self.countyName = countyName
  }
}
