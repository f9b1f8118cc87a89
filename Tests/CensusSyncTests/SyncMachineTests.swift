import CensusAPI
import CensusDomain
import CensusStore
import Testing

@testable import CensusSync

@Suite struct SyncMachineTests {
  private let largest = BatchBounds(count: 64, bytes: 1 << 20)
  private let error = CensusError(.temporaryFailure, zh: "断", en: "cut")

  private func machine(_ policy: RetryPolicy) -> SyncMachine {
    SyncMachine(policy: policy, pace: LinkPace(nil, largest: largest), randomFraction: { 0.5 })
  }

  private func state(last: Int64 = 0) throws -> DeviceState {
    DeviceState(
      device: UniqueID(high: 1, low: 1), surveyor: "李娜",
      region: try #require(RegionCode("130205")), district: try #require(RegionCode("130205")),
      lastSequence: last, lastHash: nil, cursor: 0, now: 0, maximumBatchCount: 8000,
      maximumBodyBytes: 1 << 20)
  }

  private func batch(_ count: Int, from first: Int64 = 1) -> Delivery {
    Delivery(
      first: first, last: first + Int64(count) - 1, count: count, plain: count * 700,
      travelled: count * 100, milliseconds: 100)
  }

  private func bounds(_ action: SyncMachine.Action) -> BatchBounds? {
    if case .push(let bounds, _) = action { bounds } else { nil }
  }

  @Test func `cuts halve the batch down to one revision before the sync is given up`() throws {
    var machine = machine(RetryPolicy(attempts: 2, smaller: 13))
    var counts: [Int] = []
    var action = machine.next(.state(try state(), unanswered: 1, cursor: 0))
    while let bounds = bounds(action), counts.count < 30 {
      counts.append(bounds.count)
      let cut = SyncFailure(error: error, kind: .cut, batch: batch(bounds.count))
      guard case .wait = machine.next(.failed(cut)) else { break }
      #expect(machine.next(.waited) == .askState)
      action = machine.next(.state(try state(), unanswered: 1, cursor: 0))
    }
    #expect(counts == [64, 32, 16, 8, 4, 2, 1])
  }

  @Test func `an answer begins the count of failures anew`() throws {
    var machine = machine(RetryPolicy(attempts: 2))
    let failure = SyncFailure(error: error, kind: .passing)
    for round in 0..<5 {
      guard case .wait = machine.next(.failed(failure)) else {
        Issue.record("given up in round \(round)")
        return
      }
      _ = machine.next(.waited)
      _ = machine.next(.state(try state(), unanswered: 1, cursor: 0))
      _ = machine.next(.pushed(batch(1, from: Int64(round + 1))))
    }
    #expect(machine.next(.failed(failure)) == .wait(milliseconds: 500))
    #expect(machine.next(.failed(failure)) == .fail(error))
  }

  @Test func `the central's own wait is obeyed, another one is jittered and has a cap`() {
    var machine = machine(RetryPolicy(attempts: 20))
    let asked = SyncFailure(error: error, kind: .passing, retryAfter: 90)
    #expect(machine.next(.failed(asked)) == .wait(milliseconds: 90_000))
    var last: Int64 = 0
    for _ in 0..<12 {
      guard case .wait(let wait) = machine.next(.failed(SyncFailure(error: error, kind: .passing)))
      else { break }
      #expect(wait >= last)
      last = wait
    }
    #expect(last == 15_000)
  }

  @Test func `a revision that is too large even alone is set aside`() throws {
    var machine = machine(RetryPolicy(attempts: 2, smaller: 13))
    _ = machine.next(.state(try state(), unanswered: 1, cursor: 0))
    for _ in 0..<3 {
      let failure = SyncFailure(error: error, kind: .tooLarge, batch: batch(1))
      guard case .wait = machine.next(.failed(failure)) else {
        Issue.record("given up")
        return
      }
      _ = machine.next(.waited)
    }
    let action = machine.next(.state(try state(), unanswered: 1, cursor: 0))
    guard case .push(let bounds, let culprit) = action else {
      Issue.record("no push")
      return
    }
    #expect(bounds.count == 1)
    #expect(culprit?.sequence == 1)
  }
}
