import ArgumentParser
import Foundation

/// Runs the benchmarks and prints their table.
struct RunCommand: AsyncParsableCommand {
  enum Name: String, CaseIterable, ExpressibleByArgument {
    case `import`, save, validate, sync, bundle, report, export, memory
  }

  enum Format: String, CaseIterable, ExpressibleByArgument { case table, json }

  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Run the benchmarks (the default).")

  @Option(help: "How many entries.") var entries = 100_000
  @Option(help: "How many rounds; the median counts.") var rounds = 3
  @Option(help: "How many rows the CSV has whose import's memory is measured.")
  var importRows = 1_000_000
  @Option(help: "How many inventory objects the report counts.") var reportItems = 1_000_000
  @Option(parsing: .upToNextOption, help: "Only these benchmarks.") var only: [Name] = []
  @Option(help: "How to print the figures.") var format = Format.table
  @Flag(help: "Leave out the peers that need Python packages.") var withoutPeer = false

  func validate() throws {
    guard entries >= 1000, rounds >= 1, reportItems >= 1000, importRows >= 1000 else {
      throw ValidationError("At least 1000 entries, 1000 rows, 1000 report items and one round.")
    }
  }

  func run() async throws {
    let workplace = try Workplace()
    defer { workplace.remove() }
    let setting = Setting(
      entries: entries, rounds: rounds, reportItems: reportItems, importRows: importRows,
      workplace: workplace,
      peer: withoutPeer ? .notWanted : Peer.prepare(in: workplace))
    var figures: [Figure] = []
    for name in Name.allCases where only.isEmpty || only.contains(name) {
      Progress.say("\(name.rawValue)")
      do {
        figures += try await name.measure(setting)
      } catch {
        // What was measured until then took minutes and is worth keeping.
        try show(figures)
        throw error
      }
    }
    try show(figures)
    let unmeasured = figures.filter { $0.verdict == .notMeasured }
    if !withoutPeer, !unmeasured.isEmpty { throw ExitCode.failure }
  }

  private func show(_ figures: [Figure]) throws {
    switch format {
    case .table: print(FigureTable(figures).text)
    case .json: print(try FigureTable(figures).json)
    }
  }
}

extension RunCommand.Name {
  func measure(_ setting: Setting) async throws -> [Figure] {
    switch self {
    case .import: try ImportBenchmark(setting).run()
    case .save: try SaveBenchmark(setting).run()
    case .validate: try ValidationBenchmark(setting).run() + SurveyBenchmark(setting).run()
    case .sync: try await SyncBenchmark(setting).run()
    case .bundle: try await BundleBenchmark(setting).run()
    case .report: try await ReportBenchmark(setting).run()
    case .export: try ExportBenchmark(setting).run()
    case .memory: try await MemoryBenchmark(setting).run()
    }
  }
}

/// What every benchmark is given.
struct Setting {
  let entries: Int
  let rounds: Int
  let reportItems: Int
  let importRows: Int
  let workplace: Workplace
  let peer: Peer
}
