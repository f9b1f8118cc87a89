import CensusDomain
import CensusJSON
import Foundation
import GRDB

extension DeviceStore {
  /// How many entries back are looked at: a draft that was just begun says little yet.
  private static let looksBack = 5

  /// What this device's surveyor said last in entries of a form: of each field what the newest entry
  /// says that answers it, drafts before final revisions of the same entry; empty where there is none.
  ///
  /// - Parameters:
  ///   - form: the form's code, of any version.
  ///   - entry: an entry that is left out, as the one that is being filled.
  /// - Throws: ``CensusError`` if the store cannot be read; an entry that is damaged is passed over.
  public func lastContent(
    form: String, besides entry: UniqueID? = nil
  ) throws(CensusError) -> JSONObject {
    let surveyor = identity.surveyor
    let newest = try read { db in
      try Data.fetchAll(
        db,
        sql: """
          SELECT entry FROM entry WHERE form = ?1 AND author = ?2 AND entry IS NOT ?3
          ORDER BY updatedAt DESC, id DESC LIMIT ?4
          """,
        arguments: [form, surveyor, entry.map { Data($0.bytes) }, DeviceStore.looksBack])
    }
    var said = JSONObject()
    for id in newest.compactMap({ UniqueID(bytes: $0) }) {
      // What is only a convenience does not stop a surveyor; verifying tells of the damage.
      guard let view = try? self.entry(id), let content = try? JSONValue.parse(view.content).object
      else { continue }
      for member in content where said[member.name] == nil { said[member.name] = member.value }
    }
    return said
  }
}
