import CensusAPI
import CensusDomain
import CensusReports

extension Hub {
  /// Records what checks of sampled objects found; one refusal does not stop the others.
  ///
  /// A later check of an object replaces an earlier one, which stays on record. One that is held word for
  /// word changes nothing, also where it was corrected since: a file that is imported again never undoes a
  /// correction.
  func recordCheck(
    _ request: SampleCheckRequest, by caller: Caller
  ) throws(CensusError) -> SampleCheckOutcome {
    try caller.require(.coordinate)
    return try commit { records in
      let draw = try Hub.draw(request.draw, in: records, for: caller)
      guard draw.level == .county || caller.isOfTheCity else { throw Hub.checkedByTheCity }
      let drawn = Set(try records.quality.objects(of: draw.number).map(\.unit))
      let judge = CheckJudge(
        draw: draw, today: clock.now().officeDay, drawn: drawn, forms: forms)
      var standing = Hub.standing(try records.quality.checks(of: draw.number))
      var outcome = SampleCheckOutcome(
        saved: 0, corrected: 0, alreadyThere: 0, overtaken: [], refused: [], pending: 0)
      for (index, given) in request.checks.enumerated() {
        let check = try judge.settled(given)
        if let message = try judge.fault(check) {
          outcome.refused.append(.init(row: index + 1, message: message))
          continue
        }
        let unit = SampleUnit.Key(object: check.objectCode, form: check.form)
        if try records.quality.add(check, of: draw.number, by: caller.name, at: clock.now()) {
          outcome.saved += 1
          if standing[unit] != nil { outcome.corrected += 1 }
          standing[unit] = check
        } else {
          outcome.alreadyThere += 1
          if standing[unit] != check { outcome.overtaken.append(index + 1) }
        }
      }
      outcome.pending = drawn.count - standing.count
      if outcome.saved > 0 {
        try log(
          records, by: caller, "sample.checked", String(draw.number),
          "\(outcome.saved) saved, \(outcome.corrected) of them corrections")
      }
      return outcome
    }
  }
}
