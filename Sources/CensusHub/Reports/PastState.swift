import CensusAPI
import CensusDomain

/// Works out where every entry stood at the end of a past day, from what was received and decided.
struct PastState {
  /// What an entry was at the moment.
  struct Entry {
    /// The revision that stood.
    var head: ContentHash
    var object: String
    var form: String
    var town: String
    var author: String
    var standing: EntryStanding
  }

  let entries: [UniqueID: Entry]

  /// Plays back everything up to `moment` in commit order.
  init(_ records: any CentralTransaction, upTo moment: Timestamp) throws {
    var entries: [UniqueID: Entry] = [:]
    try records.feed.visitEvents(upTo: moment) { id, event in
      Entry.apply(event, to: &entries[id])
    }
    self.entries = entries
  }
}

extension PastState.Entry {
  /// Whatever happened to an entry last decides where it stands.
  static func apply(_ event: EntryEvent, to entry: inout PastState.Entry?) {
    switch event {
    case .accepted(let revision, let object, let form, let town, let author, let isContested):
      entry = PastState.Entry(
        head: revision, object: object, form: form, town: town, author: author,
        standing: isContested ? .conflict : .received)
    case .contended: entry?.standing = .conflict
    case .reviewed(let level, let verdict, let revision):
      // One that came late, by a relay, of an earlier revision says nothing of what stands by then.
      guard let known = entry, known.head == revision else { return }
      entry?.standing = ReviewRule.carried(verdict, at: level, on: known.standing)
    }
  }
}
