import CensusDomain
import Testing

@testable import CensusHub

/// Callers that are let in from memory.
@Suite struct CallerCacheTests {
  private let cache = CallerCache()
  private let token = ContentHash.zero
  private let li = Caller(name: "李娜", role: .coordinator, region: nil)

  @Test func `the storage is asked once, and again after authority changed`() throws {
    var asked = 0
    for _ in 0..<3 {
      _ = try cache.caller(token) { () throws(CensusError) in
        asked += 1
        return li
      }
    }
    #expect(asked == 1)
    cache.forget()
    #expect(throws: Hub.revokedToken) {
      try cache.caller(token) { () throws(CensusError) in throw Hub.revokedToken }
    }
  }

  @Test func `what was read before a change is not remembered after it`() throws {
    _ = try cache.caller(token) { () throws(CensusError) in
      // The token is withdrawn while the old answer is on its way.
      cache.forget()
      return li
    }
    #expect(throws: Hub.revokedToken) {
      try cache.caller(token) { () throws(CensusError) in throw Hub.revokedToken }
    }
  }
}
