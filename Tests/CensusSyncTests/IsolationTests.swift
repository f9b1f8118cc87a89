import CensusDomain
import Testing

@testable import CensusSync

@Suite struct IsolationTests {
  private let error = CensusError(.invalidData, zh: "拒", en: "refused")

  /// Sends `count` revisions to a central that refuses every batch with one of `bad`; what it saw.
  ///
  /// - Parameter isKilled: whether the process ends after each refusal and another one goes on.
  private func send(_ count: Int64, bad: Set<Int64>, isKilled: Bool = false) -> (
    tries: [Int64: Int], aside: [Int64], requests: Int
  ) {
    var isolation = Isolation()
    var tries: [Int64: Int] = [:]
    var aside: [Int64] = []
    var (next, requests): (Int64, Int) = (1, 0)
    while next <= count, requests < 10_000 {
      requests += 1
      if let culprit = isolation.culprit, culprit.sequence == next {
        aside.append(next)
        isolation.passed(batch(next, next))
        next += 1
        continue
      }
      let last = min(count, next + Int64(isolation.limit(at: next) ?? Int(count)) - 1)
      let isRefused = bad.contains { (next...last).contains($0) }
      if isRefused {
        for sequence in next...last { tries[sequence, default: 0] += 1 }
        let goesOn = isolation.refused(batch(next, last), error)
        #expect(goesOn)
        if isKilled { isolation = Isolation(isolation.suspects) }
      } else {
        isolation.passed(batch(next, last))
        next = last + 1
      }
    }
    return (tries, aside, requests)
  }

  private func batch(_ first: Int64, _ last: Int64) -> Delivery {
    Delivery(
      first: first, last: last, count: Int(last - first + 1), plain: 1, travelled: 1,
      milliseconds: 1)
  }

  @Test(arguments: [1, 2, 3, 10, 100, 8000] as [Int64])
  func `one culprit anywhere is found in three tries and all others pass`(count: Int64) {
    for culprit in Set([1, count / 2 + 1, count]) {
      let seen = send(count, bad: [culprit])
      #expect(seen.aside == [culprit])
      #expect(seen.tries.values.allSatisfy { $0 <= 3 })
      #expect(Double(seen.requests) <= 2 * Double(count).squareRoot() + 8)
    }
  }

  @Test(arguments: [false, true])
  func `several culprits are found as well, though the process is killed each time`(
    isKilled: Bool
  ) {
    let bad: Set<Int64> = [3, 4, 90, 91, 500, 1000]
    let seen = send(1000, bad: bad, isKilled: isKilled)
    #expect(seen.aside == bad.sorted())
    #expect(seen.tries.values.allSatisfy { $0 <= 3 })
  }

  @Test func `a central that refuses the void line as well refuses everything`() {
    var isolation = Isolation()
    for _ in 0..<3 {
      let goesOn = isolation.refused(batch(5, 5), error)
      #expect(goesOn)
    }
    #expect(isolation.culprit?.sequence == 5)
    let goesOn = isolation.refused(batch(5, 5), error)
    #expect(!goesOn)
    #expect(isolation.suspects == nil)
  }
}
