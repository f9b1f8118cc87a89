import CensusCentralSQLite
import CensusTestSupport
import Foundation
import Testing

@Suite struct SQLiteContractTests {
  @Test(arguments: CentralStorageContract.Check.allCases)
  func `SQLite in memory keeps to the contract`(check: CentralStorageContract.Check) throws {
    let contract = CentralStorageContract {
      let storage = try SQLiteCentralStorage(path: nil)
      return { storage }
    }
    try contract.run(check)
  }

  @Test(arguments: CentralStorageContract.Check.allCases)
  func `SQLite on a file keeps to the contract`(check: CentralStorageContract.Check) throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "central-contract-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let contract = CentralStorageContract {
      { try SQLiteCentralStorage(path: folder + "/central.sqlite") }
    }
    try contract.run(check)
  }
}
