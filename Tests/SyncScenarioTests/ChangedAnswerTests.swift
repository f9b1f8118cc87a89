import CensusStore
import CensusSync
import CensusTestSupport
import Testing

@Suite struct ChangedAnswerTests {
  @Test(
    "an answer in which one digit was changed on its way is not believed",
    arguments: ["/v1/changes", "/v1/device", "/v1/batches"])
  func changed(_ path: String) async throws {
    let world = try CensusWorld()
    let first = try await world.device("王强")
    let second = try await world.device("李娜")
    try first.record(try SampleData.fireSources(5))
    // Given a sync whose first answer of this kind comes changed.
    for device in [first, second] {
      _ = try await world.sync(device, policy: RetryPolicy(attempts: 3)) {
        DigitChangingTransport($0, path: path)
      }
    }
    // Then nothing was passed over, and all was sent.
    #expect(try first.store.status().sent == 5)
    #expect(try second.store.cursor() == first.store.cursor())
    #expect(try await world.entries().count == 5)
  }
}
