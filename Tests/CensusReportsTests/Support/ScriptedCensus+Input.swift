import CensusDomain
import CensusReports

extension ScriptedCensus {
  static let terms = ProgressTerms(
    applicable: hazards, surveyStart: start, deadline: Samples.day(12, 31))

  /// What a report is made from that tells of the days after `previous` up to `asOf`.
  func progress(from previous: CivilDate, to asOf: CivilDate) -> ProgressInput {
    ProgressInput(
      asOf: asOf, previous: previous, district: "130209", districtName: "曹妃甸区",
      terms: ScriptedCensus.terms, townNames: ["130209001": "唐海镇"],
      inventoryVersion: version(on: asOf), previousVersion: version(on: previous),
      cells: cells(on: asOf), previousCells: cells(on: previous),
      checked: listed(on: asOf).filter(\.isReturned).map {
        CheckedCount(hazard: $0.hazard, town: $0.town, count: 1)
      }, changes: changes(from: previous, to: asOf))
  }

  /// What the weekly report of the days up to `asOf` is made from.
  ///
  /// - Parameter history: ``history`` of the whole script, which takes long to count.
  func weekly(endingOn asOf: CivilDate, history: DoneHistory) -> WeeklyInput {
    let previous = CivilDate(dayNumber: asOf.dayNumber - 7)
    return WeeklyInput(
      progress: progress(from: previous, to: asOf),
      events: events.filter { $0.day > previous && $0.day <= asOf }.map { event in
        EntryEvents(
          hazard: event.object.hazard, town: event.object.town,
          returned: event.kind == .returned ? 1 : 0, late: event.kind == .late ? 1 : 0)
      },
      devices: [
        DeviceSync(
          device: "D1", surveyor: "张伟", enrolled: ScriptedCensus.start,
          lastSync: CivilDate(dayNumber: asOf.dayNumber - 9)),
        DeviceSync(device: "D2", surveyor: "王芳", enrolled: ScriptedCensus.start, lastSync: nil),
      ], history: history)
  }

  private func cells(on day: CivilDate) -> [CompletionCell] {
    listed(on: day).map {
      CompletionCell(
        hazard: $0.hazard, town: $0.town, surveyor: $0.surveyor, stage: $0.stage, count: 1)
    }
  }

  /// The changes object by object, each looked at by itself.
  private func changes(from first: CivilDate, to last: CivilDate) -> [ProgressChange] {
    zip(days[first] ?? [], days[last] ?? []).flatMap { before, now -> [ProgressChange] in
      func change(_ kind: ProgressChange.Kind, _ object: ScriptedObject) -> ProgressChange {
        ProgressChange(kind: kind, hazard: object.hazard, town: object.town, count: 1)
      }
      let hasMoved = before.town != now.town || before.hazard != now.hazard
      if before.isListed, now.isListed, !hasMoved {
        switch (before.isDone, now.isDone) {
        case (false, true): return [change(.passed, now)]
        case (true, false): return [change(now.isReturned ? .returned : .reopened, now)]
        default: return []
        }
      }
      let left = before.isListed ? [change(before.isDone ? .delistedDone : .delisted, before)] : []
      let joined = now.isListed ? [change(now.isDone ? .listedDone : .listed, now)] : []
      return left + joined
    }
  }

  /// The objects done on each day played; a report looks at none after its own.
  var history: DoneHistory {
    let last = days.keys.max() ?? ScriptedCensus.start
    func series(_ isMeant: (ScriptedObject) -> Bool) -> DoneSeries {
      DoneSeries(
        first: ScriptedCensus.start,
        done: (ScriptedCensus.start.dayNumber...last.dayNumber).map { number in
          listed(on: CivilDate(dayNumber: number)).count { $0.isDone && isMeant($0) }
        })
    }
    return DoneHistory(
      total: series { _ in true },
      hazards: Dictionary(
        uniqueKeysWithValues: ScriptedCensus.hazards.map { hazard in
          (hazard, series { $0.hazard == hazard })
        }),
      towns: Dictionary(
        uniqueKeysWithValues: ScriptedCensus.towns.map { town in
          (town, series { $0.town == town })
        }),
      surveyors: ["张伟": series { $0.surveyor == "张伟" }])
  }
}
