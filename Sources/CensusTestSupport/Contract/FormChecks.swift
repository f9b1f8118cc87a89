import CensusAPI
import CensusDomain
import CensusHub

/// Forms that were added are kept word for word, once each, in commit order.
enum FormChecks {
  static func kept(_ bench: ContractBench) throws {
    let first = form("A", 1, "{\"表\":1}\n")
    let second = form("A", 2, "{ }")
    try bench.write { records in
      try records.forms.add(first)
      try records.forms.add(second)
    }
    try bench.requireRefusal("a form's version used before") { records in
      try records.forms.add(form("A", 1, "{}"))
    }
    try bench.read { records in
      try bench.require(try records.forms.list(), is: [first, second], "the forms")
      try bench.require(try records.forms.find("A", version: 2), is: second, "the form")
      try bench.require(try records.forms.find("B", version: 1) == nil, "a form was invented")
      let span = CursorSpan(after: 0, through: try records.feed.newestCursor())
      let changes = try records.feed.forms(span, limit: 9)
      try bench.require(changes.map(\.cursor), is: [1, 2], "the cursors")
      let expected = Change.Kind.form(
        FormAnnouncement(code: "A", version: 1, hash: first.hash, schema: first.json))
      try bench.require(changes.first?.kind, is: expected, "the announcement")
    }
  }

  private static func form(_ code: String, _ version: Int, _ json: String) -> StoredForm {
    StoredForm(
      code: code, version: version, hash: ContentHash.sha256(of: json), json: Array(json.utf8),
      addedAt: ContractSamples.noon)
  }
}
