import CensusAPI
import CensusDomain

/// The work on those objects that something happened to since a moment, as it stood then and at a later one.
///
/// A week touches a small part of a district's entries, and nothing else can have changed: so a week's report does
/// not play the whole survey back.
struct TouchedWork {
  private struct Need: Hashable {
    let object: String
    let form: String
  }

  /// An entry at the two moments; nil where it did not exist.
  private struct Ends {
    var before: PastState.Entry?
    var after: PastState.Entry?
    var needs: Set<Need> = []
  }

  private let records: any CentralTransaction
  private let previous: Timestamp
  private let moment: Timestamp
  private var ends: [UniqueID: Ends] = [:]
  private var byNeed: [Need: Set<UniqueID>] = [:]

  /// The codes of all objects on which an entry changed.
  private(set) var codes: Set<String> = []

  init(
    _ records: any CentralTransaction, from previous: Timestamp, to moment: Timestamp
  ) throws {
    self.records = records
    self.previous = previous
    self.moment = moment
    // Also what came after the later moment: an entry may have named another object until then.
    for entry in try records.periods.touched(after: previous) {
      for need in try play(entry) {
        codes.insert(need.object)
        byNeed[need, default: []].insert(entry)
      }
    }
  }

  /// Plays an entry back to both moments; gives every object and form that it ever named.
  private mutating func play(_ entry: UniqueID) throws -> Set<Need> {
    if let known = ends[entry] { return known.needs }
    var found = Ends()
    var now: PastState.Entry?
    for (at, event) in try records.feed.history(of: entry) {
      PastState.Entry.apply(event, to: &now)
      if let now { found.needs.insert(Need(object: now.object, form: now.form)) }
      if at <= previous { found.before = now }
      if at <= moment { found.after = now }
    }
    ends[entry] = found
    return found.needs
  }

  /// How far an object had come at the two moments, and whether it stands returned at the later one.
  mutating func standing(
    of object: InventoryObject
  ) throws -> (before: Stage, after: Stage, isReturned: Bool) {
    var result = (before: Stage.cityPassed, after: Stage.cityPassed, isReturned: false)
    for form in object.forms {
      let need = Need(object: object.objectCode, form: form)
      var candidates = byNeed[need] ?? []
      for entry in try records.periods.entries(on: object.objectCode, form: form) {
        _ = try play(entry)
        candidates.insert(entry)
      }
      let before = best(candidates, need, \.before)
      let after = best(candidates, need, \.after)
      result.before = min(result.before, before.map { Stage($0.standing) } ?? .none)
      result.after = min(result.after, after.map { Stage($0.standing) } ?? .none)
      if after?.standing == .returned { result.isReturned = true }
    }
    if object.forms.isEmpty { result = (.none, .none, false) }
    return result
  }

  /// The entry that brought a form of an object to its stage: the furthest, and of equals the oldest.
  private func best(
    _ candidates: Set<UniqueID>, _ need: Need, _ end: KeyPath<Ends, PastState.Entry?>
  ) -> PastState.Entry? {
    var best: (id: UniqueID, entry: PastState.Entry)?
    for id in candidates {
      guard let entry = ends[id]?[keyPath: end], entry.object == need.object,
        entry.form == need.form
      else { continue }
      if let held = best {
        let (stage, former) = (Stage(entry.standing), Stage(held.entry.standing))
        guard stage > former || (stage == former && id < held.id) else { continue }
      }
      best = (id, entry)
    }
    return best?.entry
  }
}
