import CensusCentralSQLite
import CensusForms
import CensusHub
import CensusKeeping
import CensusStore
import Testing

@Suite("Stores of earlier releases")
struct OldStoreTests {
  @Test("A device's store of version 1 opens with everything in it")
  func device() throws {
    let fixture = try Fixture()
    defer { fixture.remove() }
    let folder = try fixture.lay(.device, in: "device")
    let before = try Fixture.revisions(folder + "/device.sqlite")
    do {
      let store = try DeviceStore.open(folder: folder)
      let status = try store.status()
      #expect(status.ready == 4)
      #expect(status.sent == 12)
      #expect(try store.examine().allSatisfy(\.isSound))
    }
    #expect(try Fixture.revisions(folder + "/device.sqlite") == before)
    #expect(try StoreVerifier(folder: folder).verify().faults == [])
  }

  @Test("A central of version 1 opens with everything in it")
  func central() throws {
    let fixture = try Fixture()
    defer { fixture.remove() }
    let folder = try fixture.lay(.central, in: "central")
    let before = try Fixture.revisions(folder + "/central.sqlite")
    do {
      let hub = try Hub.open(folder: folder, forms: FormCatalogue.builtIn())
      #expect(try hub.inspect().isSound)
    }
    #expect(before.count == 12)
    #expect(try Fixture.revisions(folder + "/central.sqlite") == before)
    #expect(try StoreVerifier(folder: folder).verify().faults == [])
  }
}
