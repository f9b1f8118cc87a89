import CensusDomain

/// Keeps each inventory object's stage what its entries make it, within one transaction.
///
/// A form's stage is the best over the object's entries of that form; an object's stage is the
/// lowest of its required forms'. Of several entries at the best stage the oldest one names the
/// author, so that the order of arrival does not matter.
struct StageKeeper {
  private let stages: any StageRecords
  private let entries: any EntryRecords
  private let quarantine: any QuarantineRecords

  init(_ records: any CentralTransaction) {
    stages = records.stages
    entries = records.entries
    quarantine = records.quarantine
  }

  /// Where the inventory asks for `form` of `object`; nil where it does not.
  func place(_ object: String, _ form: String) throws -> InventoryPlace? {
    try stages.place(object, form: form)
  }

  /// Takes note of a new entry at `received`; with nothing as good there before, it is the best.
  func added(
    _ object: String, _ form: String, by author: String, at place: InventoryPlace?
  ) throws {
    guard let place, place.stage <= .received else { return }
    if place.stage < .received {
      try set(object, form, at: place, .received, author)
    } else {
      try refresh(object, form, at: place)
    }
  }

  /// Computes the stage of `form` of `object` anew.
  func refresh(_ object: String, _ form: String) throws {
    guard !object.isEmpty, let place = try place(object, form) else { return }
    try refresh(object, form, at: place)
  }

  private func refresh(_ object: String, _ form: String, at place: InventoryPlace) throws {
    let (stage, author) = try best(object, form)
    guard stage != place.stage || author != place.author else { return }
    try set(object, form, at: place, stage, author)
  }

  private func best(_ object: String, _ form: String) throws -> (Stage, String) {
    var best = (stage: Stage.none, author: "")
    for work in try entries.work(on: object, form: form) {
      // Without its attachments an entry is not done, whoever passed it before they were lost.
      let stage = work.isComplete ? Stage(work.standing) : min(Stage(work.standing), .received)
      if stage > best.stage { best = (stage, work.author) }
    }
    guard best.stage == .none else { return best }
    return try quarantine.author(of: object, form: form).map { (.recorded, $0) } ?? best
  }

  private func set(
    _ object: String, _ form: String, at place: InventoryPlace, _ stage: Stage, _ author: String
  ) throws {
    try stages.set(stage, by: author, object: object, form: form)
    guard place.formCount > 1 else { return try stages.set(stage, by: author, item: place.item) }
    guard let lowest = try stages.lowest(of: place.item) else { return }
    try stages.set(lowest.stage, by: lowest.author, item: place.item)
  }
}
