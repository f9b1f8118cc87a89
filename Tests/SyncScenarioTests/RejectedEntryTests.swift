import CensusAPI
import CensusDomain
import CensusStore
import CensusSync
import CensusTestSupport
import Testing

/// A device that holds what the central will not take: the others go on, and its surveyor learns why.
@Suite struct RejectedEntryTests {
  @Test func `an entry outside the device's region is refused with its field and the rest arrives`()
    async throws
  {
    let world = try CensusWorld()
    let device = try await world.device("李娜")
    var contents = try SampleData.fireSources(5)
    // Inside the form's rules, but in another county than the one the device is enrolled for.
    contents[2] = Array(
      String(decoding: contents[2], as: UTF8.self)
        .replacing(/"countyCode":"130205"/, with: #""countyCode":"130207""#)
        .replacing(/"townCode":"130205/, with: #""townCode":"130207"#).utf8)
    let entries = try device.record(contents)

    let report = try await world.sync(device)

    #expect(report.answered["accepted"] == 4)
    #expect(report.answered["rejected"] == 1)
    #expect(report.unsent == 0)
    let refused = try device.store.entry(entries[2])
    #expect(refused.row.state == .rejected)
    #expect(refused.faults.contains { $0.pointer == "/townCode" })
    #expect(try await world.entries().count == 4)

    // What comes after a refusal still has its place in the device's order.
    try device.record(try Array(SampleData.fireSources(6).suffix(1)))
    #expect(try await world.sync(device).answered["accepted"] == 1)
  }
}
