import CensusAPI
import CensusDomain
import CensusStore
import CensusTestSupport
import Testing

@Suite struct ReviewComesBackTests {
  @Test func `what is returned reaches the device and can be mended and passed`() async throws {
    let world = try CensusWorld()
    let device = try await world.device("李娜")
    let entries = try device.record(try SampleData.fireSources(3))
    try await world.sync(device)
    let returned = try #require(entries.first)

    let outcome = try await review(
      world, [returned], .return, fields: [FieldComment(pointer: "/photos", comment: "不清")])
    #expect(outcome.reviewed == [returned])
    try await world.sync(device)

    let view = try device.store.entry(returned)
    #expect(view.row.state == .returned)
    #expect(view.reviews.first?.fields.first?.comment == "不清")
    #expect(try device.store.status().returned == 1)

    try device.amend(returned, remark: "补拍")
    try await world.sync(device)
    #expect(try device.store.entry(returned).row.state == .sent)
    _ = try await review(world, [returned], .pass)
    try await world.sync(device)
    #expect(try device.store.entry(returned).row.state == .accepted)
    #expect(try device.store.entry(returned).reviews.count == 2)
  }

  @Test func `a return without a comment is refused`() async throws {
    let world = try CensusWorld()
    let device = try await world.device("李娜")
    let entries = try device.record(try SampleData.fireSources(1))
    try await world.sync(device)
    await #expect(throws: CensusError.self) {
      _ = try await Operations.review.call(
        ReviewRequest(
          entries: entries, level: .county, verdict: .return, comment: "", fields: []),
        at: world.coordinator)
    }
    #expect(try await world.entries().map(\.standing) == [.received])
  }

  private func review(
    _ world: CensusWorld, _ entries: [UniqueID], _ verdict: ReviewVerdict,
    fields: [FieldComment] = []
  ) async throws -> ReviewOutcome {
    try await Operations.review.call(
      ReviewRequest(
        entries: entries, level: .county, verdict: verdict, comment: "请核对", fields: fields),
      at: world.coordinator)
  }
}
