import CensusDomain
import CensusStore

/// Mapping files.
enum MappingTarget {
  static func run(_ bytes: [UInt8]) {
    do throws(CensusError) {
      let mapping = try ColumnMapping(json: bytes)
      precondition(mapping.headerRow >= 1)
    } catch {
      precondition(error.code == .invalidData)
    }
  }
}
