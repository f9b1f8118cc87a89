import CensusDomain
import CensusReports

/// Counts what the source of a figure names, from a scripted census's objects and nothing else.
struct Recount {
  let census: ScriptedCensus

  /// The count; nil for sources that are no count of the script's.
  func count(_ source: FigureSource) -> Int? {
    switch source {
    case .objects(let hazard, let town, let surveyor, let stage, let day):
      return census.listed(on: day).count {
        isMeant($0, hazard, town) && $0.surveyor == surveyor ?? $0.surveyor && $0.stage >= stage
      }
    case .selfChecked(let hazard, let town, let day):
      return census.listed(on: day).count { isMeant($0, hazard, town) && $0.isSelfChecked }
    case .changes(let kinds, let hazard, let town, let from, let to):
      return kinds.reduce(0) { $0 + changed($1, hazard, town, from, to) }
    case .entries(let kind, let from, let to):
      return census.events.count { $0.kind == kind && $0.day > from && $0.day <= to }
    case .line(let hazard, let town, let day):
      let objects = objects(hazard, town, on: day)
      // 60 % of the share of the year that has passed, rounded up in whole numbers.
      let span = ScriptedCensus.terms.line.deadline.dayNumber - ScriptedCensus.start.dayNumber
      let worked = min(span, max(0, day.dayNumber - ScriptedCensus.start.dayNumber))
      return (60 * worked * objects + 100 * span - 1) / (100 * span)
    case .expenses, .activities, .sample, .indicator, .project, .inventory, .pace, .problems,
      .syncs:
      return nil
    }
  }

  /// The objects that a line is drawn for.
  private func objects(_ hazard: Hazard?, _ town: String?, on day: CivilDate) -> Int {
    census.listed(on: day).count { isMeant($0, hazard, town) }
  }

  private func isMeant(_ object: ScriptedObject, _ hazard: Hazard?, _ town: String?) -> Bool {
    object.hazard == hazard ?? object.hazard && object.town == town ?? object.town
  }

  /// An object in its place: one that moves is another.
  private struct Placed: Hashable {
    let id: Int
    let hazard: Hazard
    let town: String
  }

  private func placed(
    on day: CivilDate, where holds: (ScriptedObject) -> Bool
  ) -> Set<Placed> {
    Set(
      census.listed(on: day).filter(holds).map {
        Placed(id: $0.id, hazard: $0.hazard, town: $0.town)
      })
  }

  private func changed(
    _ kind: ProgressChange.Kind, _ hazard: Hazard?, _ town: String?, _ from: CivilDate,
    _ to: CivilDate
  ) -> Int {
    let before = placed(on: from) { isMeant($0, hazard, town) }
    let now = placed(on: to) { isMeant($0, hazard, town) }
    let doneBefore = placed(on: from) { isMeant($0, hazard, town) && $0.isDone }
    let doneNow = placed(on: to) { isMeant($0, hazard, town) && $0.isDone }
    let returnedNow = placed(on: to) { isMeant($0, hazard, town) && $0.isReturned }
    let undone = doneBefore.intersection(now).subtracting(doneNow)
    return switch kind {
    case .passed: doneNow.intersection(before).subtracting(doneBefore).count
    case .returned: undone.intersection(returnedNow).count
    case .reopened: undone.subtracting(returnedNow).count
    case .listed: now.subtracting(before).subtracting(doneNow).count
    case .listedDone: doneNow.subtracting(before).count
    case .delisted: before.subtracting(now).subtracting(doneBefore).count
    case .delistedDone: doneBefore.subtracting(now).count
    }
  }
}
