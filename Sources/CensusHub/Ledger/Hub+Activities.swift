import CensusAPI
import CensusDomain

extension Hub {
  /// Adds activities and lists all; those held word for word change nothing.
  func addActivities(
    _ request: ActivityRequest, by caller: Caller
  ) throws(CensusError) -> ActivityList {
    try caller.require(.coordinate)
    try caller.require(reaching: district)
    let now = clock.now()
    try ActivityCheck(today: now.officeDay, district: district).require(request.activities)
    return try commit { records in
      var added = 0
      for activity in request.activities where try records.ledger.add(activity, at: now) {
        added += 1
      }
      if added > 0 { try log(records, by: caller, "activities.added", String(added)) }
      return ActivityList(activities: try records.ledger.activities(LedgerQuery()))
    }
  }

  /// Lists activities by day.
  func listActivities(
    _ query: LedgerQuery, by caller: Caller
  ) throws(CensusError) -> ActivityList {
    try caller.require(.coordinate)
    try caller.require(reaching: district)
    return try fetch { records in ActivityList(activities: try records.ledger.activities(query)) }
  }
}
