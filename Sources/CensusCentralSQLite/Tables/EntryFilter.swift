import CensusAPI
import CensusDomain
import CensusHub

/// A selection of entries as SQL; values go in as arguments, never as text.
struct EntryFilter {
  private(set) var condition: String
  private(set) var values: [String]

  init(_ selection: EntrySelection) {
    let range = RegionRange(selection.region)
    condition = "townCode >= ? AND townCode < ?"
    values = [range.from, range.below]
    if let standing = selection.standing { add("standing = ?", standing.rawValue) }
    if let hazard = selection.hazard { add("hazard = ?", hazard.rawValue) }
    if let author = selection.author { add("author = ?", author) }
    if let prefix = selection.townPrefix {
      let town = RegionRange(prefix: prefix)
      add("townCode >= ?", town.from)
      add("townCode < ?", town.below)
    }
  }

  private mutating func add(_ clause: String, _ value: String) {
    condition += " AND " + clause
    values.append(value)
  }
}
