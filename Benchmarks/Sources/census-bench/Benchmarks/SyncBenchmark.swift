import CensusAPI
import CensusForms
import CensusStore
import Foundation

/// Sync of all entries from a device's store over libcurl into the central, against a hand-written
/// server that is posted the same lines, ready packed.
struct SyncBenchmark {
  private static let rateTarget = 30_000.0
  private static let ratioTarget = 1.2

  private let setting: Setting

  init(_ setting: Setting) { self.setting = setting }

  func run() async throws -> [Figure] {
    let file = try setting.workplace.fresh("entries.ndjson")
    try SampleEntries.write(setting.entries, to: file)
    let model = try setting.workplace.fresh("model")
    try DeviceFolder.fill(try DeviceFolder.create(model), from: file, FormCatalogue.builtIn())
    let batches = try setting.workplace.fresh("batches")
    try pack(model, into: batches)

    var ours = Times()
    var baseline = Times()
    for round in 0..<setting.rounds {
      if round.isMultiple(of: 2) {
        ours.add(try await candidate(model))
        try peer(batches).map { baseline.add($0) }
      } else {
        try peer(batches).map { baseline.add($0) }
        ours.add(try await candidate(model))
      }
    }
    return [figure(ours, baseline)]
  }

  private func candidate(_ model: String) async throws -> Double {
    try await SyncRun.measure(model, entries: setting.entries, in: setting.workplace).seconds
  }

  private func peer(_ batches: String) throws -> Double? {
    try setting.peer.ingest(batches, entries: setting.entries, in: setting.workplace)
  }

  /// The lines that the device will send, in bodies of 8,000.
  private func pack(_ model: String, into folder: String) throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let store = try DeviceStore.open(folder: model)
    var last: Int64 = 0
    var number = 0
    while let batch = try store.prepareBatch(
      after: last, BatchBounds(count: ProtocolLimits.maximumBatchCount, bytes: .max))
    {
      let path = folder + String(format: "/%05d.gz", number)
      try Data(Gzip.compress(batch.body)).write(to: URL(fileURLWithPath: path))
      last = batch.lastSequence
      number += 1
    }
  }

  private func figure(_ ours: Times, _ baseline: Times) -> Figure {
    let rate = Double(setting.entries) / ours.median
    let name = "end-to-end sync"
    let target = "≥ 30000/s or ≥ 1.2"
    if let why = setting.peer.absence {
      return .notMeasured(
        name, ours: Wording.rate(setting.entries, in: ours.median), target: target, why: why)
    }
    let ratio = baseline.median / ours.median
    let isReached = rate >= SyncBenchmark.rateTarget || ratio >= SyncBenchmark.ratioTarget
    return Figure(
      name: name, ours: Wording.rate(setting.entries, in: ours.median),
      baseline: "hand-written server " + Wording.rate(setting.entries, in: baseline.median),
      ratio: ratio, target: target, verdict: isReached ? .reached : .short)
  }
}
