import CensusDomain
import Testing

@testable import CensusSync

@Suite struct WatchPlanTests {
  @Test func `after success the radio rests until there is new work`() {
    var plan = WatchPlan(every: 1_800_000)
    #expect(
      plan.rest(after: .done, fraction: 0.9)
        == WatchPlan.Rest(milliseconds: 1_800_000, endsWithNewWork: true))
  }

  @Test func `failures in a row wait longer, up to a cap, and never not at all`() {
    var plan = WatchPlan(every: 60_000)
    var last: Int64 = 0
    for _ in 0..<20 {
      let rest = plan.rest(after: .failed(retryAfter: nil), fraction: 0.999)
      #expect(rest.milliseconds >= last)
      #expect(!rest.endsWithNewWork)
      last = rest.milliseconds
    }
    #expect(last <= WatchPlan.cap + WatchPlan.look)
    #expect(last >= WatchPlan.cap - 60_000)
    #expect(plan.rest(after: .failed(retryAfter: nil), fraction: 0).milliseconds == WatchPlan.look)
    _ = plan.rest(after: .done, fraction: 0)
    #expect(
      plan.rest(after: .failed(retryAfter: nil), fraction: 0.999).milliseconds
        <= WatchPlan.base + WatchPlan.look)
  }

  @Test func `the central's own wait is obeyed`() {
    var plan = WatchPlan(every: 60_000)
    #expect(plan.rest(after: .failed(retryAfter: 300), fraction: 0).milliseconds == 300_000)
  }

  @Test func `a withdrawn token ends the watch, a missing network does not`() {
    #expect(!WatchPlan.mayPass(CensusError(.permission, zh: "", en: "")))
    #expect(WatchPlan.mayPass(CensusError(.unavailable, zh: "", en: "")))
    #expect(WatchPlan.mayPass(CensusError(.protocolViolation, zh: "", en: "")))
  }
}
