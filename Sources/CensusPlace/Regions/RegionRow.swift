/// A row of a table of codes in editions.
struct RegionRow {
  let edition: String
  let town: RegionName
  /// The codes that the town had in the edition before, where the table declares them.
  let formerly: [String]
}
