import CensusForms
import CensusStore
import Foundation

/// Import with validation, against SQLite alone with the rows ready, the same schema and the same
/// transactions.
struct ImportBenchmark {
  private static let transaction = 1000

  private let setting: Setting

  init(_ setting: Setting) { self.setting = setting }

  func run() throws -> [Figure] {
    let file = try setting.workplace.fresh("entries.ndjson")
    try SampleEntries.write(setting.entries, to: file)
    let forms = FormCatalogue.builtIn()
    // One import beforehand: what it saved is what the baseline inserts.
    let model = try setting.workplace.fresh("model")
    try DeviceFolder.fill(try DeviceFolder.create(model), from: file, forms)
    let rows = try PreparedRows(DeviceFolder.database(in: model))
    guard rows.count == setting.entries else { throw BenchError("The model is not whole.") }

    var ours = Times()
    var baseline = Times()
    for round in 0..<setting.rounds {
      try alternate(round) {
        try setting.workplace.with("import") { folder in
          let store = try DeviceFolder.create(folder)
          try ours.measure { try DeviceFolder.fill(store, from: file, forms) }
        }
      } _: {
        try setting.workplace.with("raw.sqlite") { path in
          let database = try DeviceFolder.rawTwin(of: model, at: path)
          try baseline.measure {
            try rows.insert(into: database, perTransaction: ImportBenchmark.transaction)
          }
        }
      }
    }
    let ratio = baseline.median / ours.median
    return [
      Figure(
        name: "import with validation", ours: Wording.rate(setting.entries, in: ours.median),
        baseline: "raw SQLite " + Wording.rate(setting.entries, in: baseline.median),
        ratio: ratio, target: "≥ 0.5, aim 0.7", verdict: ratio >= 0.5 ? .reached : .short)
    ]
  }
}

/// The rows that final entries leave in a device's store.
private struct PreparedRows {
  private let revisions: RowSet
  private let entries: RowSet
  private let outbox: RowSet

  init(_ path: String) throws {
    let database = try RawDatabase(path)
    revisions = try RowSet(database, table: "revision")
    entries = try RowSet(database, table: "entry")
    outbox = try RowSet(database, table: "outbox")
  }

  var count: Int { min(revisions.count, entries.count, outbox.count) }

  func insert(into database: RawDatabase, perTransaction size: Int) throws {
    let revision = try database.prepare(revisions.insert)
    let entry = try database.prepare(entries.insert)
    let waiting = try database.prepare(outbox.insert)
    for start in stride(from: 0, to: count, by: size) {
      try database.run("BEGIN IMMEDIATE")
      for row in start..<min(count, start + size) {
        try revisions.run(revision, row: row)
        try entries.run(entry, row: row)
        try outbox.run(waiting, row: row)
      }
      try database.run("COMMIT")
    }
  }
}
