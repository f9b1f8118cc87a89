import CensusDomain
import CensusSQLite
import Foundation
import GRDB
import Testing

@Suite("Transactions that write")
struct TransactionTests {
  @Test(
    "A write holds the lock from its beginning, so that what it read still holds when it writes")
  func immediate() throws {
    let folder = try TemporaryFolder()
    let queue = try TrialStore.open(folder.file("a.sqlite"))
    var configuration = Configuration()
    configuration.busyMode = .immediateError
    let other = try DatabaseQueue(path: folder.file("a.sqlite"), configuration: configuration)
    try queue.commit(at: "trial") { _ in
      // Nothing was written yet, and another connection already cannot.
      let error = #expect(throws: DatabaseError.self) {
        try other.inDatabase { try $0.execute(sql: "BEGIN IMMEDIATE; ROLLBACK") }
      }
      #expect(error?.resultCode == .SQLITE_BUSY)
    }
    try other.close()
    try queue.close()
  }
}
