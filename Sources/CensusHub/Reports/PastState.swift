import CensusAPI
import CensusDomain

/// Works out where every entry stood at the end of a past day, from what was received and decided.
struct PastState {
  /// What an entry was at the moment.
  struct Entry {
    var object: String
    var form: String
    var town: String
    var author: String
    var standing: EntryStanding
  }

  let entries: [UniqueID: Entry]

  /// Plays back everything up to `moment` in commit order.
  init(_ records: any CentralTransaction, upTo moment: Timestamp) throws {
    // Whatever happened to an entry last decides where it stands.
    var entries: [UniqueID: Entry] = [:]
    try records.feed.visitEvents(upTo: moment) { id, event in
      switch event {
      case .accepted(let object, let form, let town, let author, let isContested):
        entries[id] = Entry(
          object: object, form: form, town: town, author: author,
          standing: isContested ? .conflict : .received)
      case .contended: entries[id]?.standing = .conflict
      case .reviewed(.county, .pass): entries[id]?.standing = .countyPassed
      case .reviewed(.city, .pass): entries[id]?.standing = .cityPassed
      case .reviewed(_, .return): entries[id]?.standing = .returned
      }
    }
    self.entries = entries
  }
}
