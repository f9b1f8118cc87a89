import CensusForms
import Foundation

/// The peak memory of import and of the central's ingest, at all the entries and at four times as many.
struct MemoryBenchmark {
  /// Page caches and the allocator fill up over the first batches, and a batch that is judged while
  /// the one before it is stored comes on top; growth with the entries would be fourfold.
  private static let allowedGrowth = 1.15
  private static let factor = 4

  private let setting: Setting

  init(_ setting: Setting) { self.setting = setting }

  func run() async throws -> [Figure] {
    let forms = FormCatalogue.builtIn()
    var imports: [Int] = []
    var centrals: [Int] = []
    for entries in [setting.entries, setting.entries * MemoryBenchmark.factor] {
      let file = try setting.workplace.fresh("entries.ndjson")
      try SampleEntries.write(entries, to: file)
      imports.append(
        try setting.workplace.with("import") { folder in
          let child = try ChildProcess(nil, ["child-import", folder, file])
          let peak = try child.line(ImportChild.Answer.self).peakKilobytes
          try child.end()
          return peak
        })
      let model = try setting.workplace.fresh("model")
      try DeviceFolder.fill(try DeviceFolder.create(model), from: file, forms)
      let run = try await SyncRun.measure(model, entries: entries, in: setting.workplace)
      centrals.append(run.centralPeakKilobytes)
    }
    return [
      figure("peak memory of import", imports), figure("peak memory of the central", centrals),
    ]
  }

  private func figure(_ name: String, _ kilobytes: [Int]) -> Figure {
    let growth = Double(kilobytes[1]) / Double(kilobytes[0])
    return Figure(
      name: name,
      ours: "\(Wording.megabytes(kilobytes[1])) at \(setting.entries * MemoryBenchmark.factor)",
      baseline: "\(Wording.megabytes(kilobytes[0])) at \(setting.entries)", ratio: growth,
      target: "no growth (≤ \(MemoryBenchmark.allowedGrowth))",
      verdict: growth <= MemoryBenchmark.allowedGrowth ? .reached : .short)
  }
}
