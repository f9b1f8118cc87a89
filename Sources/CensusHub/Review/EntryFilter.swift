import CensusAPI
import CensusDomain
import GRDB

/// An entry query as SQL; values go in as arguments, never as text.
struct EntryFilter {
  private(set) var condition: String
  private(set) var arguments: StatementArguments

  /// What `query` asks for within what `caller` may see.
  init(_ query: EntryQuery, for caller: Caller) {
    let range = caller.codeRange
    condition = "townCode >= ? AND townCode < ?"
    arguments = [range.from, range.below]
    if let standing = query.standing { add("standing = ?", standing.rawValue) }
    if let hazard = query.hazard { add("hazard = ?", hazard.rawValue) }
    if let author = query.author { add("author = ?", author) }
    if let town = query.townCode {
      add("townCode >= ?", town)
      add("townCode < ?", town + ":")
    }
  }

  private mutating func add(_ clause: String, _ value: String) {
    condition += " AND " + clause
    arguments += [value]
  }
}
