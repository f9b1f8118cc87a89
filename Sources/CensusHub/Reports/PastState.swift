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
      case .reviewed(let level, let verdict):
        // Those of another central are in one order with those given here.
        guard let standing = entries[id]?.standing else { return }
        entries[id]?.standing = ReviewRule.carried(verdict, at: level, on: standing)
      }
    }
    self.entries = entries
  }
}
