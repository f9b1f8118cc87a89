import Testing

@testable import CensusSync

@Suite struct RetryAfterTests {
  private let date = "Sun, 06 Nov 1994 08:49:37 GMT"

  @Test(arguments: [("0", 0), ("120", 120), ("86400", 86_400)])
  func `seconds are taken as they are`(value: String, seconds: Int) {
    #expect(RetryAfter.seconds(value) == seconds)
  }

  @Test(arguments: [
    "Sun, 06 Nov 1994 08:51:37 GMT", "Sunday, 06-Nov-94 08:51:37 GMT", "Sun Nov  6 08:51:37 1994",
  ])
  func `a date in each of its forms is counted from the answer's own`(value: String) {
    #expect(RetryAfter.seconds(value, date: date) == 120)
  }

  @Test func `what lies in the past is no wait, and a wait is at most a day`() {
    #expect(RetryAfter.seconds("Sun, 06 Nov 1994 08:00:00 GMT", date: date) == 0)
    #expect(RetryAfter.seconds("Sun, 06 Nov 2094 08:00:00 GMT", date: date) == 86_400)
  }

  @Test(arguments: [nil, "", "-1", "soon", "86401", "99999999999999999999"] as [String?])
  func `anything else says nothing`(value: String?) {
    #expect(RetryAfter.seconds(value, date: date) == nil)
  }

  @Test func `a date without a date to count from says nothing`() {
    #expect(RetryAfter.seconds("Sun, 06 Nov 1994 08:51:37 GMT") == nil)
  }
}
