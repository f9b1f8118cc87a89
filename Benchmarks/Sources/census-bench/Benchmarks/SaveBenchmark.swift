import CensusForms
import CensusStore
import Foundation

/// One durable save, against a bare transaction that writes the same rows and is flushed as well.
struct SaveBenchmark {
  private static let saves = 400

  private let setting: Setting
  private let form: Form
  private let contents: [EntryContent]

  init(_ setting: Setting) throws {
    self.setting = setting
    form = try SampleEntries.builtInForm()
    contents = try SampleEntries.contents(SaveBenchmark.saves).map { try EntryContent(json: $0) }
  }

  func run() throws -> [Figure] {
    // One run beforehand shows which rows a save leaves.
    let model = try setting.workplace.fresh("model")
    let store = try DeviceFolder.create(model)
    for content in contents { try save(content, in: store) }
    let rows = try SavedRows(DeviceFolder.database(in: model))

    var ours = Times()
    var baseline = Times()
    for _ in 0..<setting.rounds {
      try setting.workplace.with("save") { folder in
        let store = try DeviceFolder.create(folder)
        let raw = try DeviceFolder.rawTwin(of: folder, at: folder + "/raw.sqlite")
        let (one, other) = try round(store, raw, rows)
        ours.add(one)
        baseline.add(other)
      }
    }
    let ratio = baseline.median / ours.median
    return [
      Figure(
        name: "one durable save", ours: Wording.milliseconds(ours.median),
        baseline: "bare transaction " + Wording.milliseconds(baseline.median), ratio: ratio,
        target: "≥ 0.8", verdict: ratio >= 0.8 ? .reached : .short)
    ]
  }

  /// The median times of one round, in which the two take turns.
  private func round(
    _ store: DeviceStore, _ raw: RawDatabase, _ rows: SavedRows
  ) throws -> (ours: Double, baseline: Double) {
    var ours = Times()
    var baseline = Times()
    let insert = try rows.writer(raw)
    for (number, content) in contents.enumerated() {
      try alternate(number) {
        let start = ContinuousClock.now
        try save(content, in: store)
        ours.add(ContinuousClock.now - start)
      } _: {
        let start = ContinuousClock.now
        try insert(number)
        baseline.add(ContinuousClock.now - start)
      }
    }
    return (ours.median, baseline.median)
  }

  private func save(_ content: EntryContent, in store: DeviceStore) throws {
    _ = try store.newDraft(form: form, content: content)
  }
}

/// The rows that saving a new draft leaves: the entry, its words, and its line in the log.
private struct SavedRows {
  private let tables: [RowSet]

  init(_ path: String) throws {
    let database = try RawDatabase(path)
    tables = [
      try RowSet(database, table: "entry"),
      try RowSet(
        database, table: "draft",
        order: "(SELECT id FROM entry WHERE entry.entry = draft.entry)"),
      try RowSet(database, table: "auditEntry", where: "action = 'draft.begun'"),
    ]
    guard Set(tables.map(\.count)).count == 1 else {
      throw BenchError("A save leaves other rows than this benchmark knows.")
    }
  }

  /// Saves row after row, each in a transaction of its own.
  func writer(_ raw: RawDatabase) throws -> (Int) throws -> Void {
    let begin = try raw.prepare("BEGIN IMMEDIATE")
    let commit = try raw.prepare("COMMIT")
    let inserts = try tables.map { (rows: $0, statement: try raw.prepare($0.insert)) }
    return { row in
      try begin.run()
      for insert in inserts { try insert.rows.run(insert.statement, row: row) }
      try commit.run()
    }
  }
}
