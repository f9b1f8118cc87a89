import CensusForms
import CensusStore
import Foundation

/// Import with validation of NDJSON, CSV and a workbook, against SQLite alone with the rows ready, the same
/// schema and the same transactions.
struct ImportBenchmark {
  private static let transaction = 1000

  private let setting: Setting

  init(_ setting: Setting) { self.setting = setting }

  func run() throws -> [Figure] {
    let file = try setting.workplace.fresh("entries.ndjson")
    let csv = try setting.workplace.fresh("entries.csv")
    let workbook = try setting.workplace.fresh("entries.xlsx")
    try SampleEntries.write(setting.entries, to: file)
    try SampleTables().writeCSV(setting.entries, to: csv)
    // A sheet has 1,048,576 rows at most.
    let sheetRows = min(setting.entries, 100_000)
    try SampleTables().writeWorkbook(sheetRows, to: workbook)
    let forms = FormCatalogue.builtIn()
    // One import beforehand: what it saved is what the baseline inserts.
    let model = try setting.workplace.fresh("model")
    try DeviceFolder.fill(try DeviceFolder.create(model), from: file, forms)
    let rows = try PreparedRows(DeviceFolder.database(in: model))
    guard rows.count == setting.entries else { throw BenchError("The model is not whole.") }

    var lines = Times()
    var tables = Times()
    var workbooks = Times()
    var baseline = Times()
    func take(_ path: String, _ times: inout Times) throws {
      try setting.workplace.with("import") { folder in
        let store = try DeviceFolder.create(folder)
        try times.measure { try DeviceFolder.fill(store, from: path, forms) }
      }
    }
    for round in 0..<setting.rounds {
      try alternate(round) {
        try take(file, &lines)
        try take(csv, &tables)
        try take(workbook, &workbooks)
      } _: {
        try setting.workplace.with("raw.sqlite") { path in
          let database = try DeviceFolder.rawTwin(of: model, at: path)
          try baseline.measure {
            try rows.insert(into: database, perTransaction: ImportBenchmark.transaction)
          }
        }
      }
    }
    func figure(_ name: String, _ rows: Int, _ times: Times, atLeast: Double?) -> Figure {
      let ratio = baseline.median / Double(setting.entries) * Double(rows) / times.median
      return Figure(
        name: name, ours: Wording.rate(rows, in: times.median),
        baseline: "raw SQLite " + Wording.rate(setting.entries, in: baseline.median), ratio: ratio,
        target: atLeast.map { "≥ \($0)" } ?? "-",
        verdict: atLeast.map { ratio >= $0 ? .reached : .short } ?? .informative)
    }
    return [
      figure("import of NDJSON with validation", setting.entries, lines, atLeast: 0.5),
      figure("import of CSV with validation", setting.entries, tables, atLeast: 0.7),
      figure("import of XLSX, \(sheetRows) rows", sheetRows, workbooks, atLeast: nil),
      try memory(),
    ]
  }

  /// What an import of a large CSV holds at most, in a process of its own.
  private func memory() throws -> Figure {
    let csv = try setting.workplace.fresh("large.csv")
    try SampleTables().writeCSV(setting.importRows, to: csv)
    let peak = try setting.workplace.with("import") { folder in
      let child = try ChildProcess(nil, ["child-import", folder, csv])
      let answer = try child.line(ImportChild.Answer.self)
      try child.end()
      return answer.peakKilobytes
    }
    return Figure(
      name: "peak memory of a CSV's import", ours: Wording.megabytes(peak),
      baseline: "\(setting.importRows) rows", ratio: nil, target: "< 150 MB",
      verdict: peak < 150 * 1024 ? .reached : .short)
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
