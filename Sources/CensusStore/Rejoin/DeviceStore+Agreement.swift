import CensusAPI
import CensusDomain
import Foundation
import GRDB

extension DeviceStore {
  /// Refuses to go on where the central holds what this store, under the same numbers, does not.
  ///
  /// That is how a store looks that was restored from an old backup, and a copy beside which another
  /// one went on. A central that holds less than this store was told is another matter, and so is a
  /// receipt that was lost: then the store has the very revision.
  /// - Throws: ``CensusError`` with code `restored`.
  public func requireAgreement(with state: DeviceState) throws(CensusError) {
    let held = state.lastSequence
    let own = try read { db -> ContentHash?? in
      let startsAfter = try Int64.fetchOne(db, sql: "SELECT startsAfter FROM device") ?? 0
      guard held > startsAfter else { return nil }
      let hash = try Data.fetchOne(
        db, sql: "SELECT hash FROM revision WHERE sequence = ?", arguments: [held])
      return .some(hash.flatMap { ContentHash(bytes: $0) })
    }
    guard let own else { return }
    guard let hash = own, hash == state.lastHash else {
      throw CensusError.restoredDevice(identity.device, at: held)
    }
  }

  /// What this device says of itself when it begins to sync.
  ///
  /// - Throws: ``CensusError`` if the store cannot be read.
  public func declaration() throws(CensusError) -> DeviceDeclaration {
    let (unsent, startsAfter) = try read { db in
      (
        try Int.fetchOne(db, sql: "SELECT count(*) FROM outbox") ?? 0,
        try Int64.fetchOne(db, sql: "SELECT startsAfter FROM device") ?? 0
      )
    }
    return DeviceDeclaration(
      programVersion: ProgramVersion.current, unsent: unsent,
      clock: max(0, clock.now().milliseconds), startsAfter: startsAfter == 0 ? nil : startsAfter)
  }
}
