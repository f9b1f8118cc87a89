import CensusAPI
import CensusDomain
import CensusForms
import Foundation
import GRDB

extension DeviceStore {
  /// The forms that came from the central and that this program can read, beside those given.
  ///
  /// A form from a newer central that this program cannot read is kept and told of; its entries are
  /// then neither filled nor judged here.
  /// - Returns: the catalogue, and the codes and versions that could not be read.
  /// - Throws: ``CensusError`` if the store cannot be read.
  public func forms(
    beside given: FormCatalogue
  ) throws(CensusError) -> (catalogue: FormCatalogue, unreadable: [String]) {
    let documents = try read { db in
      try Row.fetchAll(db, sql: "SELECT code, version, json FROM form ORDER BY code, version").map {
        (name: "\($0["code"] as String) \($0["version"] as Int)", json: Array($0["json"] as Data))
      }
    }
    var forms: [Form] = []
    var unreadable: [String] = []
    for document in documents {
      if let form = FormLoader.load(document.json).form {
        forms.append(form)
      } else {
        unreadable.append(document.name)
      }
    }
    return (given.adding(forms), unreadable)
  }

  /// Keeps a form that the central announced; one that is here already stays as it is.
  func keep(_ form: FormAnnouncement, _ db: Database) throws {
    try db.execute(
      sql: """
        INSERT INTO form (code, version, hash, json, takenAt) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT (code, version) DO NOTHING
        """,
      arguments: [
        form.code, form.version, Data(form.hash.bytes), Data(form.schema),
        clock.now().milliseconds,
      ])
  }
}

extension ChangePage {
  /// The forms that the page brings and this program can read.
  public func readableForms() -> [Form] {
    changes.compactMap { change in
      guard case .form(let form) = change.kind else { return nil }
      return FormLoader.load(form.schema).form
    }
  }
}
