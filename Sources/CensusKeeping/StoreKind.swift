import CensusCentralSQLite
import CensusDomain
import CensusSQLite
import CensusStore
import Foundation
import GRDB

/// Whose store a folder holds.
public enum StoreKind: String, Sendable, Codable {
  /// A surveyor's device.
  case device
  /// A central.
  case central

  /// The database's file in the folder.
  public var fileName: String { rawValue + ".sqlite" }

  /// The marks in the database's header.
  var identity: StoreIdentity { self == .device ? DeviceSchema.identity : HubSchema.identity }

  /// The steps of the schema.
  var migrator: DatabaseMigrator { self == .device ? DeviceSchema.migrator : HubSchema.migrator }

  /// Where the database writes each revision's own order.
  var orderColumn: String { self == .device ? "id" : "cursor" }

  /// Tells whose store is in `folder`.
  ///
  /// - Throws: ``CensusError`` with code `notFound` where there is none.
  public static func of(folder: String) throws(CensusError) -> StoreKind {
    for kind in [StoreKind.central, .device]
    where FileManager.default.fileExists(atPath: folder + "/" + kind.fileName) {
      return kind
    }
    throw CensusError(
      .notFound, zh: "文件夹 \(folder) 中没有存储。", en: "The folder \(folder) has no store.",
      remedy: LocalizedText(
        zh: "用 --store 指明设备或中心的文件夹，或一份备份。",
        en: "Name a device's, a central's or a backup's folder with --store."))
  }
}
