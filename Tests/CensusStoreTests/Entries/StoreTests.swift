import CensusDomain
import CensusSQLite
import CensusStore
import Foundation
import GRDB
import Testing

@Suite("Making and opening a device's store")
struct StoreTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test("A store that was made opens again with the same identity")
  func reopens() throws {
    let made = try Samples.create(folder).identity
    let opened = try DeviceStore.open(folder: folder.path)
    #expect(opened.identity == made)
    #expect(opened.identity.surveyor == "李娜")
    #expect(opened.identity.district.digits == "130205")
    #expect(try opened.unsound() == [])
  }

  @Test("A store is not made over another one")
  func twice() throws {
    let made = try Samples.create(folder).identity
    let error = try #require(throws: CensusError.self) { try Samples.create(folder) }
    #expect(error.code == .conflict)
    #expect(try DeviceStore.open(folder: folder.path).identity == made)
  }

  @Test("A folder without a store says what to do")
  func missing() throws {
    let error = try #require(throws: CensusError.self) {
      try DeviceStore.open(folder: folder.path)
    }
    #expect(error.code == .notFound)
    #expect(error.remedy?.en.contains("init") == true)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [])
  }

  @Test("A second opener is refused while the first one holds the store")
  func locked() throws {
    let store = try Samples.create(folder)
    try withExtendedLifetime(store) {
      let error = try #require(throws: CensusError.self) {
        try DeviceStore.open(folder: folder.path)
      }
      #expect(error.code == .locked)
    }
  }

  @Test("A creation that was cut before its identity was saved can be gone on with")
  func cutCreation() throws {
    let marked = try DatabaseQueue(path: folder.file(DeviceStore.fileName))
    try marked.close()
    let error = try #require(throws: CensusError.self) {
      try DeviceStore.open(folder: folder.path)
    }
    #expect(error.code == .configuration)
    #expect(error.remedy?.en.contains("init") == true)
    let store = try Samples.create(folder)
    #expect(try store.unsound() == [])
  }

  @Test("Another program's file in the store's place is refused and stays as it is")
  func foreign() throws {
    let path = try folder.write("objectCode\n", to: DeviceStore.fileName)
    for attempt in [
      { _ = try DeviceStore.open(folder: folder.path) }, { _ = try Samples.create(folder) },
    ] {
      let error = try #require(throws: CensusError.self) { try attempt() }
      #expect(error.code == .configuration)
    }
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "objectCode\n")
  }

  @Test(
    "A district that is none and a surveyor without a name are refused",
    arguments: ["13", "130205100"])
  func parameters(_ code: String) throws {
    let district = try #require(RegionCode(code))
    let error = try #require(throws: CensusError.self) {
      try DeviceStore.create(folder: folder.path, district: district, surveyor: "李娜")
    }
    #expect(error.code == .usage)
    #expect(throws: CensusError.self) {
      try DeviceStore.create(folder: folder.path, district: Samples.district(), surveyor: "")
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [])
  }

  @Test("A place where no folder can be made is named")
  func noFolder() throws {
    let path = try folder.write("", to: "file") + "/store"
    let error = try #require(throws: CensusError.self) {
      try DeviceStore.create(folder: path, district: Samples.district(), surveyor: "李娜")
    }
    #expect(error.code == .cannotCreate)
    #expect(error.message.en.contains(path))
  }
}
