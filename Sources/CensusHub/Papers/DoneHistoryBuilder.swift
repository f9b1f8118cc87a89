import CensusDomain
import CensusReports

/// Makes the rows of days that a pace and a burn-up are reckoned from.
struct DoneHistoryBuilder {
  let applicable: [Hazard]
  let start: CivilDate
  let end: CivilDate

  /// - Parameters:
  ///   - weeks: whole states, in order, of which the last is the end's.
  ///   - kept: sums of further days, in order.
  func history(
    weeks: [(CivilDate, DayState)], kept: [(CivilDate, [Hazard: [Int]])]
  ) -> DoneHistory {
    var hazards: [Hazard: [CivilDate: Int]] = [:]
    for (day, sums) in kept {
      for hazard in applicable { hazards[hazard, default: [:]][day] = done(sums[hazard] ?? []) }
    }
    var towns: [String: [CivilDate: Int]] = [:]
    var surveyors: [String: [CivilDate: Int]] = [:]
    for (day, state) in weeks {
      let sums = state.sums
      for hazard in applicable { hazards[hazard, default: [:]][day] = done(sums[hazard] ?? []) }
      for cell in state.cells where cell.stage >= .countyPassed && isCounted(cell.hazard) {
        towns[cell.town, default: [:]][day, default: 0] += cell.count
        surveyors[cell.surveyor, default: [:]][day, default: 0] += cell.count
      }
    }
    // Who had nothing done on a day whose whole state is known had none, not as many as before.
    for (day, _) in weeks {
      for town in towns.keys where towns[town]?[day] == nil { towns[town]?[day] = 0 }
      for name in surveyors.keys where surveyors[name]?[day] == nil { surveyors[name]?[day] = 0 }
    }
    let byHazard = hazards.mapValues(series)
    let total = (start.dayNumber...end.dayNumber).map { number in
      byHazard.values.reduce(0) { $0 + $1.done(on: CivilDate(dayNumber: number)) }
    }
    return DoneHistory(
      total: DoneSeries(first: start, done: total), hazards: byHazard,
      towns: towns.mapValues(series), surveyors: surveyors.mapValues(series))
  }

  private func isCounted(_ hazard: Hazard) -> Bool { applicable.contains(hazard) }

  private func done(_ stages: [Int]) -> Int {
    stages.dropFirst(Stage.countyPassed.rawValue).reduce(0, +)
  }

  /// A value for each day; a day that is not known is as the last one before it that is.
  private func series(_ known: [CivilDate: Int]) -> DoneSeries {
    var last = 0
    let done = (min(start, end).dayNumber...end.dayNumber).map { number in
      last = known[CivilDate(dayNumber: number)] ?? last
      return last
    }
    return DoneSeries(first: min(start, end), done: done)
  }
}
