import CensusDomain
import CensusForms
import CensusJSON
import CensusStore
import Foundation
import Synchronization
import Testing

/// A clock on which a second passes between any two looks.
private final class RunningClock: WallClock {
  private let seconds = Mutex<Int64>(0)

  func now() -> Timestamp {
    let passed = seconds.withLock { seconds in
      seconds += 1
      return seconds
    }
    return Timestamp(milliseconds: FixedClock().now().milliseconds + passed * 1000)
  }
}

@Suite("What was said last")
struct LastContentTests {
  private let store: DeviceStore

  init() throws { store = try Samples.create(nil, clock: RunningClock()) }

  private func draft(_ content: JSONObject, form: String = "MET_RAIN") throws -> UniqueID {
    try store.newDraft(form: Samples.form(form), content: Samples.content(content))
  }

  @Test("The newest entry speaks first, and an older one of what it leaves open")
  func newest() throws {
    _ = try draft(["objectCode": "X-1", "phone": "1", "filler": "李娜"])
    _ = try draft(["objectCode": "X-2", "phone": "2"])
    let said = try store.lastContent(form: "MET_RAIN")
    #expect(said["phone"]?.string == "2")
    #expect(said["filler"]?.string == "李娜")
  }

  @Test("A final revision counts as a draft does, and what was changed last is the newest")
  func final() throws {
    let first = try draft(["objectCode": "X-1", "phone": "1"])
    try store.finalized("X-3") { $0["phone"] = "0315-0000003" }
    #expect(try store.lastContent(form: "MET_RAIN")["phone"]?.string == "0315-0000003")
    try store.saveDraft(first, content: Samples.content(["objectCode": "X-1", "phone": "2"]))
    #expect(try store.lastContent(form: "MET_RAIN")["phone"]?.string == "2")
  }

  @Test("Neither another form nor the entry itself has a say")
  func others() throws {
    let own = try draft(["objectCode": "X-1", "phone": "1"])
    _ = try draft(["objectCode": "X-2", "phone": "2"], form: "MET_SNOW")
    #expect(try store.lastContent(form: "MET_RAIN", besides: own).isEmpty)
  }
}
