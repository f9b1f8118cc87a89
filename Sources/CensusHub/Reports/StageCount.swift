import CensusAPI
import CensusDomain
import CensusReports

/// Counts objects by stage from entries and quarantine, without the sums that are kept up to date.
struct StageCount {
  private struct Need: Hashable {
    let object: String
    let form: String
  }

  private struct Best {
    var stage: Stage
    var author: String
    var entry: UniqueID
  }

  /// Every entry as it stood.
  let entries: [UniqueID: PastState.Entry]
  private var best: [Need: Best] = [:]
  private let quarantined: [Need: String]

  /// Counts what there was up to `moment`.
  init(_ records: any CentralTransaction, at moment: Timestamp) throws {
    entries = try PastState(records, upTo: moment).entries
    // What a past day's report said of an entry stays so when a file of it is lost later.
    let isPresent = moment.milliseconds == .max
    let incomplete = isPresent ? try records.attachments.incomplete() : []
    for (id, entry) in entries {
      let need = Need(object: entry.object, form: entry.form)
      let standing = Stage(entry.standing)
      let stage = incomplete.contains(id) ? min(standing, .received) : standing
      if let held = best[need], held.stage > stage || (held.stage == stage && held.entry < id) {
        continue
      }
      best[need] = Best(stage: stage, author: entry.author, entry: id)
    }
    var quarantined: [Need: String] = [:]
    try records.quarantine.visit(upTo: moment) { work in
      let need = Need(object: work.object, form: work.form)
      if quarantined[need] == nil { quarantined[need] = work.author }
    }
    self.quarantined = quarantined
  }

  /// The stage of `object` and who brought it there.
  func stage(of object: InventoryObject) -> (stage: Stage, author: String) {
    object.forms.sorted().map { stage(of: $0, for: object.objectCode) }
      .min { $0.stage < $1.stage } ?? (.none, "")
  }

  /// How far `form` of `object` has come, and who brought it there.
  func stage(of form: String, for object: String) -> (stage: Stage, author: String) {
    let need = Need(object: object, form: form)
    // Work that was refused does not outweigh an entry that is on record itself.
    if let best = best[need] { return (best.stage, best.author) }
    if let author = quarantined[need] { return (.recorded, author) }
    return (.none, "")
  }

  /// The entry that brought `form` of `object` to its stage.
  func entry(of form: String, for object: String) -> UniqueID? {
    best[Need(object: object, form: form)]?.entry
  }

  /// Whether `object` stands at ``Stage/recorded`` though there is an entry for each of its forms.
  func isRecordedWithEntries(_ object: InventoryObject) -> Bool {
    stage(of: object).stage == .recorded
      && object.forms.allSatisfy { best[Need(object: object.objectCode, form: $0)] != nil }
  }

  /// The counts of a report over those of `objects` that should be surveyed.
  func cells(of objects: [InventoryObject]) -> [CompletionCell] {
    struct Key: Hashable {
      let hazard: Hazard
      let town: String
      let author: String
      let stage: Stage
    }
    var counts: [Key: Int] = [:]
    for object in objects where object.shouldSurvey {
      let (stage, author) = stage(of: object)
      let key = Key(hazard: object.hazard, town: object.townCode, author: author, stage: stage)
      counts[key, default: 0] += 1
    }
    return counts.map { key, count in
      CompletionCell(
        hazard: key.hazard, town: key.town, surveyor: key.author, stage: key.stage, count: count)
    }.sorted(by: CompletionCell.comesBefore)
  }
}

extension CompletionCell {
  /// One order for cells, whatever they were counted from.
  static func comesBefore(_ left: CompletionCell, _ right: CompletionCell) -> Bool {
    (left.hazard.rawValue, left.town, left.surveyor, left.stage)
      < (right.hazard.rawValue, right.town, right.surveyor, right.stage)
  }
}
